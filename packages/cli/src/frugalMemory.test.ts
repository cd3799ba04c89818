import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type MarcRecord, writeIso2709 } from "@openshelf/marc"
import { expect, it } from "vitest"

const main = fileURLToPath(new URL("./main.ts", import.meta.url))
const peakMiBMax = 200

const policy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  rows: []
}
const calendar = { branches: { main: { name: { en: "Main" }, zone: "Europe/Paris", hours: { mon: ["09:00-17:00"] } } } }

/** Some 2 kB, no two alike. */
const record = (number: number): Uint8Array => {
  const notes = Array.from({ length: 12 }, (_, n) => ({
    tag: "500",
    ind1: " ",
    ind2: " ",
    subfields: [{ code: "a", value: `${(number * 7_919 + n * 104_729).toString(36)} `.repeat(20) }]
  }))
  const made: MarcRecord = {
    leader: "00000nam a2200000 a 4500",
    dialect: "marc21",
    fields: [
      { tag: "001", value: String(number) },
      { tag: "245", ind1: "1", ind2: "0", subfields: [{ code: "a", value: `Title ${number}` }] },
      ...notes
    ]
  }
  const written = writeIso2709(made)
  if (!written.ok) throw new Error(written.reason)
  return written.bytes
}

it("imports a file of any size into SQLite in less than 200 MiB", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-memory-"))
  const path = (name: string): string => join(folder, name)
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(path(name), content)
    return path(name)
  }
  try {
    const peak = `process.resourceUsage().maxRSS`
    const telling = file(
      "telling.mjs",
      `import { writeFileSync } from "node:fs"\nprocess.on("exit", () => writeFileSync(${JSON.stringify(path("peak"))}, String(${peak})))`
    )
    const run = (...words: ReadonlyArray<string>): string =>
      execFileSync(
        process.execPath,
        [
          "--conditions=@openshelf/source",
          "--import",
          telling,
          main,
          ...words,
          "--json",
          "--database",
          path("a.sqlite")
        ],
        { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } }
      )
    const opening = [file("policy.json", JSON.stringify(policy)), file("calendar.json", JSON.stringify(calendar))]
    run("open", "--policy", opening[0] as string, "--calendar", opening[1] as string)
    const count = 12_000
    const records = file("records.mrc", Buffer.concat(Array.from({ length: count }, (_, n) => record(n))))
    expect(JSON.parse(run("import", "marc", records))).toMatchObject([{ added: count }])
    expect(Number(readFileSync(path("peak"), "utf8")) / 1_024).toBeLessThan(peakMiBMax)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
