import { spawnSync } from "node:child_process"
import { existsSync, globSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { root } from "./test/steps.ts"

const server = join(root, "examples/reference-server")

/**
 * Builds the reference server's page with Vite unless its build is there and newer than all it is made from. `pnpm
 * start` and tests of the page call it, so that neither shows an old one.
 */
export const buildPage = (): void => {
  const configuration = join(server, "vite.config.ts")
  if (!existsSync(configuration) || isFresh()) return
  const manifest = createRequire(configuration).resolve("vite/package.json")
  console.log("building the page …")
  const vite = join(dirname(manifest), "bin/vite.js")
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: server,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" } // tests set another one, and would leave React's slow build behind
  })
  if (status !== 0) throw new Error(`the page was not built:\n${stdout}${stderr}`)
}

const isFresh = (): boolean => {
  const built = join(server, "dist/page/index.html")
  if (!existsSync(built)) return false
  const builtAt = statSync(built).mtimeMs
  const sources = globSync("{page/**/*,*.json,*.ts}", { cwd: server })
  return sources.every((path) => statSync(join(server, path)).mtimeMs <= builtAt)
}
