import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { concat, gathered, iso2709 } from "../../test/samples.ts"
import { openMarcFile } from "./openMarcFile.ts"

describe("openMarcFile", () => {
  let folder = ""
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "openshelf-marc-"))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it("reads a file and tells how far it is", async () => {
    const path = join(folder, "records.mrc.gz")
    const packed = gzipSync(concat(...Array.from({ length: 20 }, (_, n) => iso2709([["001", String(n)]]))))
    await writeFile(path, packed)
    const file = await openMarcFile(path)
    expect([file.path, file.size, file.bytesRead()]).toEqual([path, packed.length, 0])
    const results = await gathered(file.records)
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(results).toHaveLength(20)
    expect(file.bytesRead()).toBe(packed.length)
  })

  it("rejects with Node's error when there is no file", async () => {
    await expect(openMarcFile(join(folder, "none.mrc"))).rejects.toMatchObject({ code: "ENOENT" })
  })

  it("fails as Node does on a folder", async () => {
    const { records } = await openMarcFile(folder)
    await expect(gathered(records)).rejects.toMatchObject({ code: "EISDIR" })
  })
})
