import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "./test/steps.ts"

const tracked = existsSync(join(root, ".git"))
  ? execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 }).split("\0")
  : []
const texts = tracked.flatMap((file) => {
  const bytes = file !== "" && existsSync(join(root, file)) ? readFileSync(join(root, file)) : Buffer.of(0)
  return bytes.includes(0) ? [] : [{ file, text: bytes.toString("latin1") }]
})

describe("the tracked files", () => {
  it("name no package registry: an install uses whichever the machine is set up for", ({ skip }) => {
    skip(texts.length === 0, "this is no git clone")
    expect(found(/\bregistry\.[a-z]+\.[a-z]+|\bunpkg\b|tarball: *https?:/)).toEqual([])
  })

  it("hold no path of one machine", ({ skip }) => {
    skip(texts.length === 0, "this is no git clone")
    expect(found(/(^|[\s"'`(=:])\/(work|root|home|Users)\/[\w.-]/m)).toEqual([])
  })
})

const found = (pattern: RegExp): readonly string[] =>
  texts.flatMap(({ file, text }) => {
    const match = file === "scripts/tracked.test.ts" ? null : pattern.exec(text)
    return match === null ? [] : [`${file}: ${match[0].trim()}`]
  })
