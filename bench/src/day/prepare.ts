import { mkdirSync } from "node:fs"
import { type ImportReport, importItems, importMarc, type Progress } from "@openshelf/cli"
import type { Library } from "@openshelf/core"
import type { RealRecords } from "./realRecords.ts"

interface Prepare {
  readonly library: Library
  readonly tenant: string
  readonly records: RealRecords
  /** Where rejected records are written. */
  readonly folder: string
  readonly at: number
  readonly progress: Progress
}

export interface Totals {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly otherKinds: number
}

/** Takes over the real catalogues, title by title, and the real items of one of them. */
export const importRealRecords = async ({
  library,
  tenant,
  records,
  folder,
  at,
  progress
}: Prepare): Promise<{ readonly titles: Totals; readonly items: Totals }> => {
  mkdirSync(folder, { recursive: true })
  const titles: Array<ImportReport> = []
  for (const { file, source } of records.marc)
    titles.push(await importMarc({ library, tenant, file, source, at, progress, rejectedTo: folder }))
  const items = await importItems({
    library,
    tenant,
    file: records.items,
    // As their records name it in field 003.
    source: "SIRSI",
    at,
    progress,
    rejectedTo: folder,
    // Its item types are not those of the demo policy: all count as books.
    columns: { control_number: "bib_id", location: "home_location", item_type: "" },
    defaults: { item_type: "book", branch: "central" }
  })
  return { titles: totals(titles), items: totals([items]) }
}

const totals = (reports: ReadonlyArray<ImportReport>): Totals => {
  const sum = (of: (report: ImportReport) => number): number => reports.reduce((all, report) => all + of(report), 0)
  return {
    read: sum(({ read }) => read),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    rejected: sum(({ rejected }) => rejected.length),
    otherKinds: sum(({ otherKinds }) => Object.values(otherKinds).reduce((all, count) => all + count, 0))
  }
}

/** Every item of the tenant by barcode, with its title; titles without one get one made. */
export const stockOf = async (library: Library, tenant: string, at: number): Promise<ReadonlyMap<string, string>> => {
  const stock = new Map<string, string>()
  for await (const { barcode, titleId } of rowsOf(library, tenant, "item")) stock.set(barcode, titleId)
  const withItems = new Set(stock.values())
  const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "day" }, channel: "job" })
  const branches = ["central", "riverside", "hillside"]
  let made: Array<{ title: string; barcode: string; type: string; homeBranch: string; at: number; key: string }> = []
  let number = 0
  const flush = async (): Promise<void> => {
    const answers = await desk.many("addItem", made as never)
    for (const [index, answer] of answers.entries()) {
      const item = made[index]
      if (answer.ok && item !== undefined) stock.set(item.barcode, item.title)
    }
    made = []
  }
  for await (const { titleId } of rowsOf(library, tenant, "title")) {
    if (withItems.has(titleId)) continue
    number += 1
    const barcode = `G${String(number).padStart(8, "0")}`
    const homeBranch = branches[number % branches.length] as string
    made.push({ title: titleId, barcode, type: "book", homeBranch, at, key: `made ${barcode}` })
    if (made.length >= 200) await flush()
  }
  await flush()
  return stock
}

async function* rowsOf<T extends "item" | "title">(library: Library, tenant: string, table: T) {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof library.scan<T>>> = await library.scan(tenant, table, after, 1_000)
    yield* page.rows
    after = page.next
  } while (after !== null)
}
