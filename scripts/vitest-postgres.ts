import { globSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import type { TestProject } from "vitest/node"
import { postgresMissing, startPostgres } from "./postgres.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a real PostgreSQL server that all test files of the run share, or `null` where there is none. */
    readonly postgresUrl: string | null
    /** Why there is none, for `skip`; empty when there is one. */
    readonly postgresSkip: string
  }
}

/**
 * Starts one PostgreSQL server for the run, if a package under test injects `postgresUrl` at all. Files run at the
 * same time on it, so each makes a database of its own. Without a server tests skip, except in CI, which must have one.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!wantsPostgres(project)) return provideNone(project, "no package of this run asks for PostgreSQL")
  const missing = await postgresMissing()
  if (missing !== null) {
    if (process.env.CI === "true") throw new Error(missing)
    console.warn(`PostgreSQL tests skipped: ${missing}`)
    return provideNone(project, missing)
  }
  const { url, stop } = await startPostgres()
  project.provide("postgresUrl", url)
  project.provide("postgresSkip", "")
  return stop
}

const provideNone = (project: TestProject, reason: string): undefined => {
  project.provide("postgresUrl", null)
  project.provide("postgresSkip", reason)
}

const wantsPostgres = ({ vitest, config }: TestProject): boolean => {
  const folders = new Set(vitest.state.getPaths().map((path) => packageOf(config.root, path)))
  return [...folders].some((folder) =>
    globSync("{src,test}/**/*.ts", { cwd: folder }).some((file) => asks(folder, file))
  )
}

/** The folder of the package that a test file belongs to: `packages/core` for what is below it. */
const packageOf = (root: string, path: string): string => join(root, ...relative(root, path).split(sep).slice(0, 2))

const asks = (folder: string, file: string): boolean =>
  /inject\(["']postgresUrl["']\)/.test(readFileSync(join(folder, file), "utf8"))
