import { mkdirSync } from "node:fs"
import { type ImportReport, type Intake, importItems, importMarc, type Progress } from "@openshelf/cli"
import type { Library } from "@openshelf/core"
import type { RealRecords } from "./realRecords.ts"

interface Prepare {
  readonly intake: Intake
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

/** Item → its title: what there is to lend. */
export type Stock = ReadonlyMap<string, string>

/** Takes over the real catalogues, title by title, and the real items of one of them; titles without an item get one. */
export const importRealRecords = async ({
  intake,
  records,
  folder,
  at,
  progress
}: Prepare): Promise<{ readonly titles: Totals; readonly items: Totals; readonly stock: Stock }> => {
  mkdirSync(folder, { recursive: true })
  const taken: Taken = { titles: new Map(), stock: new Map() }
  const noting = noted(intake, taken)
  const titles: Array<ImportReport> = []
  for (const { file, source } of records.marc)
    titles.push(await importMarc({ intake: noting, file, source, at, progress, rejectedTo: folder }))
  const items = await importItems({
    intake: noting,
    file: records.items,
    // As their records name it in field 003.
    source: "SIRSI",
    currency: "CNY",
    titleOf: (source, controlNumber) => Promise.resolve(taken.titles.get(`${source}\n${controlNumber}`) ?? null),
    at,
    progress,
    rejectedTo: folder,
    // Its item types are not those of the demo policy: all count as books.
    columns: { control_number: "bib_id", location: "home_location", item_type: "" },
    defaults: { item_type: "book", branch: "central" }
  })
  await makeItems(noting, taken, at)
  return { titles: totals(titles), items: totals([items]), stock: taken.stock }
}

interface Taken {
  /** Source and control number → title. */
  readonly titles: Map<string, string>
  readonly stock: Map<string, string>
}

/** The same intake, with note taken of what it took. */
const noted = (intake: Intake, { titles, stock }: Taken): Intake => ({
  many: async (name, inputs) => {
    const answers = await intake.many(name, inputs)
    for (const [index, input] of inputs.entries()) {
      const answer = answers[index]
      if (answer?.ok !== true) continue
      if ("titleId" in answer.receipt && "origin" in input && input.origin !== undefined)
        titles.set(`${input.origin.source}\n${input.origin.controlNumber}`, answer.receipt.titleId)
      if ("barcode" in input) stock.set(input.barcode, input.title)
    }
    return answers
  }
})

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

const branches = ["central", "riverside", "hillside"]

const makeItems = async (intake: Intake, { titles, stock }: Taken, at: number): Promise<void> => {
  const withItems = new Set(stock.values())
  const bare = [...new Set(titles.values())].filter((titleId) => !withItems.has(titleId))
  const made = bare.map((title, number) => {
    const barcode = `G${String(number).padStart(8, "0")}`
    const homeBranch = branches[number % branches.length] as string
    return { title, barcode, type: "book", homeBranch, at, key: `made-${barcode}` }
  })
  for (let first = 0; first < made.length; first += 200)
    await intake.many("addItem", made.slice(first, first + 200) as never)
}

/** What a library that is there already has to lend. */
export const stockOf = async (library: Library, tenant: string): Promise<Stock> => {
  const stock = new Map<string, string>()
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof library.scan<"item">>> = await library.scan(tenant, "item", after, 1_000)
    for (const { barcode, titleId } of page.rows) stock.set(barcode, titleId)
    after = page.next
  } while (after !== null)
  return stock
}
