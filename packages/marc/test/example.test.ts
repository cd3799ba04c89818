import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { titlesIn } from "./example.ts"
import { bytesOf, concat, gathered, iso2709 } from "./samples.ts"

it("the example of the README lists titles and what could not be read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "openshelf-marc-"))
  try {
    const path = join(folder, "catalogue.mrc")
    const title = iso2709([["245", "10\x1faPersuasion /\x1fcJane Austen."]])
    const name = iso2709([["100", "1 \x1faAusten, Jane"]], { kind: "nz  a22" })
    await writeFile(path, concat(title, bytesOf("torn page\x1d"), name))
    expect(await gathered(titlesIn(path))).toEqual([
      "Persuasion / Jane Austen",
      `record 2, at byte ${title.length}: there is no leader and directory`
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
