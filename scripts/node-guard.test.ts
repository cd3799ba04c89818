import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

let clone = ""
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "openshelf-guard-"))
  for (const folder of ["scripts", "packages/core", "examples"]) mkdirSync(join(clone, folder), { recursive: true })
  cpSync(join(import.meta.dirname, "node-guard.mjs"), join(clone, "scripts/node-guard.mjs"))
  writeFileSync(join(clone, "scripts/day.ts"), 'console.log("the day begins")')
  manifest(".", {})
  manifest("packages/core", {})
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

describe("the guard before start and test", () => {
  it("goes on when all is installed", () => {
    expect(run()).toEqual({ status: 0, stdout: "the day begins\n", stderr: "" })
  })

  it("stops with one line on another Node than the install brings", () => {
    manifest(".", { optionalDependencies: { [`node-${process.platform}-${process.arch}`]: "99.0.0" } })
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^openshelf day: this runs on the Node 99\.0\.0 .*pnpm@12\.21\.0 install.*\n$/)
  })

  it("stops with one line when a package's dependency is not there", () => {
    manifest("packages/core", { dependencies: { effect: "4.1.0" } })
    const { status, stdout, stderr } = run()
    expect([status, stdout]).toEqual([1, ""])
    expect(stderr).toMatch(/^openshelf day: the install did not finish: effect is missing.*\n$/)
  })
})

const manifest = (folder: string, content: object): void =>
  writeFileSync(join(clone, folder, "package.json"), JSON.stringify({ optionalDependencies: {}, ...content }))

const run = (): { status: number | null; stdout: string; stderr: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, "scripts/node-guard.mjs"), "day"], {
    encoding: "utf8"
  })
  return { status, stdout, stderr }
}
