import { globSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { testReportPath } from "./testReport.ts"

/** One named part of `pnpm test`: commands that run one after another until one fails. */
export interface Step {
  readonly name: string
  /** Steps that must have passed before. */
  readonly needs: readonly string[]
  readonly commands: () => readonly Command[]
}

/** A program and its arguments, run in the root of the clone. */
export type Command = readonly [program: string, ...args: string[]]

export const root = join(import.meta.dirname, "../..")

const require = createRequire(import.meta.url)

/** The command of a package, run by this Node and found by its package, not by PATH: two packages offer a `tsc`. */
export const tool = (name: string, program: string, ...args: string[]): Command => {
  const manifest = join(root, "node_modules", name, "package.json")
  const { bin } = require(manifest)
  const path = typeof bin === "string" ? bin : bin[program]
  return [process.execPath, join(dirname(manifest), path), ...args]
}

const script = (path: string): Command => [process.execPath, join(root, "scripts", path)]

/** Every part of the project that is type-checked by itself: the root, and pages that run in a browser. */
const typeChecks = (): readonly Command[] =>
  ["tsconfig.json", ...globSync("{packages,examples}/*/tsconfig*.json", { cwd: root })].map((path) =>
    tool("typescript7", "tsc", "--noEmit", "-p", path)
  )

const runTests = (): readonly Command[] => {
  rmSync(testReportPath, { force: true })
  return [tool("vitest", "vitest", "run", "--reporter=default", "--reporter=./scripts/test/testReport.ts")]
}

const cruised = ["--config", ".dependency-cruiser.mjs", "packages", "examples", "scripts", "vitest.config.ts"]

export const steps: readonly Step[] = [
  { name: "types", needs: [], commands: typeChecks },
  { name: "lint", needs: [], commands: () => [tool("@biomejs/biome", "biome", "check", "--error-on-warnings", ".")] },
  { name: "imports", needs: [], commands: () => [tool("dependency-cruiser", "depcruise", ...cruised)] },
  { name: "dead-code", needs: [], commands: () => [tool("knip", "knip", "--no-progress")] },
  { name: "tests", needs: [], commands: runTests },
  { name: "build", needs: [], commands: () => [["pnpm", "--recursive", "--filter", "./packages/*", "run", "build"]] },
  { name: "packed", needs: ["build"], commands: () => [script("test/packed.ts")] },
  { name: "size", needs: ["build"], commands: () => [tool("size-limit", "size-limit")] }
]
