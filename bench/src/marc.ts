import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { importMarc, silent } from "@openshelf/cli"
import { writeIso2709 } from "@openshelf/marc"
import { openMarcFile } from "@openshelf/marc/node"
import { openBench, opening, tenant } from "./benchLibrary.ts"
import { realRecords } from "./day/realRecords.ts"
import { type Figure, figure } from "./figure.ts"

const records = 6_000

/** Import of MARC into a durable SQLite file against reading the same records alone. */
export const marcBench = async (): Promise<ReadonlyArray<Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-bench-"))
  try {
    const files = recordFiles(folder)
    const parsed = await rate(async () => {
      let count = 0
      for (const file of files) for await (const _ of (await openMarcFile(file)).records) count += 1
      return count
    })
    const { library } = await openBench(sqliteStorage({ file: join(folder, "marc.sqlite") }))
    const intake = library.at({ tenant, branch: "", actor: { kind: "job", name: "bench" }, channel: "job" })
    const imported = await rate(async () => {
      let count = 0
      for (const file of files) {
        const report = await importMarc({
          intake,
          file,
          source: "bench",
          at: opening,
          progress: silent,
          rejectedTo: folder
        })
        count += report.read
      }
      return count
    })
    await library.close()
    return [
      figure({
        name: "marc-import",
        ours: imported,
        baseline: parsed,
        unit: "records/s",
        what: "MARC into SQLite, whole records kept; baseline: reading the same records alone",
        budget: null
      })
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Real records where they are, else made ones. */
const recordFiles = (folder: string): ReadonlyArray<string> => {
  const real = realRecords()
    ?.marc.filter(({ source }) => source === "gpo" || source === "uva")
    .map(({ file }) => file)
  if (real !== undefined) return real
  const file = join(folder, "made.mrc")
  writeFileSync(file, Buffer.concat(Array.from({ length: records }, (_, n) => written(n))))
  return [file]
}

const written = (n: number): Uint8Array => {
  const subfields = [
    { code: "a", value: `A made title, number ${n} /` },
    { code: "c", value: "by nobody." }
  ]
  const made = writeIso2709({
    leader: "00000nam a2200000 a 4500",
    dialect: "marc21",
    fields: [
      { tag: "001", value: `made${n}` },
      { tag: "245", ind1: "1", ind2: "0", subfields }
    ]
  })
  if (!made.ok) throw new Error(made.reason)
  return made.bytes
}

const rate = async (work: () => Promise<number>): Promise<number> => {
  const start = performance.now()
  const count = await work()
  return (count / (performance.now() - start)) * 1_000
}
