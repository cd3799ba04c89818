import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { type Command, root, tool } from "../steps.ts"
import type { Packed } from "./pack.ts"

/**
 * What goes wrong in a new project at `folder` that has the packed packages, each with only what it says that it
 * depends on: every entry loads, its types hold under strict settings, and the smallest example runs.
 */
export const strangerComplaints = (packages: readonly Packed[], folder: string): readonly string[] => {
  for (const packed of packages) install(packed, folder)
  link(join(root, "node_modules/@types/node"), join(folder, "node_modules/@types/node"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: strict, files: ["all.ts"] }))
  writeFileSync(join(folder, "all.ts"), packages.flatMap(entries).map(importOf).join("\n"))
  const type = tool("typescript7", "tsc", "--noEmit", "-p", "tsconfig.json")
  return [[process.execPath, "all.ts"] as const, type, ...example(folder)].flatMap((command) => run(command, folder))
}

const strict = { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: ["node"] }

const install = ({ name, path, archive, manifest }: Packed, folder: string): void => {
  const home = join(folder, "node_modules", name)
  mkdirSync(home, { recursive: true })
  execFileSync("tar", ["-xzf", archive, "-C", home, "--strip-components=1"])
  linkForeign({ ...manifest.dependencies, ...manifest.peerDependencies }, path, home)
}

/** Lets the package at `home` find what it depends on, but for our own packages, as the one at `path` does. */
const linkForeign = (dependencies: Readonly<Record<string, string>>, path: string, home: string): void => {
  for (const name of Object.keys(dependencies)) {
    if (name.startsWith("@openshelf/")) continue
    link(join(path, "node_modules", name), join(home, "node_modules", name))
  }
}

const link = (target: string, path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path)
}

const entries = ({ name, manifest }: Packed): readonly string[] =>
  Object.keys(manifest.exports)
    .filter((entry) => !entry.endsWith(".json") && !entry.includes("*"))
    .map((entry) => name + entry.slice(1))

const importOf = (entry: string, index: number): string => `export * as entry${index} from "${entry}"`

const example = (folder: string): readonly Command[] => {
  const path = join(root, "examples/embed-minimal")
  if (!existsSync(join(path, "src"))) return []
  cpSync(join(path, "src"), join(folder, "example/src"), { recursive: true })
  linkForeign(JSON.parse(readFileSync(join(path, "package.json"), "utf8")).dependencies, path, join(folder, "example"))
  return [[process.execPath, "example/src/main.ts"]]
}

const run = ([program, ...args]: Command, cwd: string): readonly string[] => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8", timeout: 60_000 })
  return status === 0 ? [] : [`${args.join(" ")}:\n${stdout}${stderr}`]
}
