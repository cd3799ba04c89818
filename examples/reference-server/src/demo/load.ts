import type { Answer, Desk, Library } from "@openshelf/core"
import { layAhead } from "./ahead.ts"
import { type DemoData, type DemoReader, type DemoTitle, readDemoData } from "./data.ts"
import { type DemoCommand, demoCirculation } from "./demoCirculation.ts"
import { askEachOther } from "./otherSystem.ts"
import { demoRules } from "./rules.ts"
import { termsBy } from "./terms.ts"

export interface DemoLoad {
  readonly tenant: string
  /** The instant up to which the library has been in use. */
  readonly at: number
  /** How many days of circulation lie before it. */
  readonly days: number
  readonly seed?: number
  /** Told now and then how many of how many steps are done. */
  readonly reached?: (done: number, of: number) => void
}

const dayMs = 86_400_000
const batchSize = 200

/**
 * Fills a tenant with the demo library and some time of its circulation. Stopped in the middle, it can be run again with
 * the same instant: what is there already stays as it is. Throws when a record of the demo library is refused.
 */
export const loadDemo = async (library: Library, { tenant, at, days, seed = 7, reached }: DemoLoad): Promise<void> => {
  const data = readDemoData()
  const opened = at - (days + 1) * dayMs
  must(
    await library.openTenant({
      tenant,
      name: "Demo library",
      policy: data.policy,
      calendar: data.calendar,
      at: opened,
      validFrom: 0
    })
  )
  const titleIds = await loadCatalogue(library, tenant, data, opened)
  const { policy, calendar } = demoRules(data)
  const [from, to] = [at - days * dayMs, at].map(localDate) as [string, string]
  const plan = [...demoCirculation({ seed, from, to, ...data, calendar, terms: termsBy(policy) })].filter(
    (act) => act.at < at
  )
  for (const [nth, act] of plan.entries()) {
    await carryOut(library, tenant, titleIds, act, `plan ${nth}`)
    if (nth % 50 === 0) reached?.(nth, plan.length)
  }
  await askEachOther(deskAt(library, tenant, "central"), at)
  await layAhead((branch) => deskAt(library, tenant, branch), data, at)
  reached?.(plan.length, plan.length)
}

/** The day in China, where the demo library is, as YYYY-MM-DD. */
const localDate = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

const loadCatalogue = async (
  library: Library,
  tenant: string,
  { titles, items, readers }: DemoData,
  at: number
): Promise<ReadonlyMap<string, string>> => {
  const desk = deskAt(library, tenant, "central")
  const titleIds = new Map<string, string>()
  await inBatches(titles, async (batch) => {
    const answers = await desk.many(
      "addTitle",
      batch.map((title) => titleOf(title, at))
    )
    for (const [index, answer] of answers.entries()) titleIds.set(batch[index]?.id ?? "", must(answer).receipt.titleId)
  })
  await inBatches(items, async (batch) => {
    const copies = batch.map(({ titleId, branch, itemType, price, ...item }) => ({
      ...item,
      title: titleIds.get(titleId) ?? "",
      type: itemType,
      homeBranch: branch,
      ...(price === "" ? {} : { price: Math.round(Number(price) * 100) }),
      at,
      key: `item ${item.barcode}`
    }))
    for (const answer of await desk.many("addItem", copies)) must(answer)
  })
  await inBatches(readers, async (batch) => {
    for (const answer of await desk.many(
      "registerReader",
      batch.map((reader) => readerOf(reader, at))
    ))
      must(answer)
  })
  return titleIds
}

const titleOf = (title: DemoTitle, at: number) => ({
  origin: { source: "demo", controlNumber: title.id },
  description: {
    title: title.titleAlt === "" ? title.title : `${title.title} = ${title.titleAlt}`,
    format: title.format,
    language: title.language,
    subjects: title.subjects,
    ...(title.responsibility === "" ? {} : { responsibility: title.responsibility }),
    ...(title.publisher === "" ? {} : { publisher: title.publisher }),
    ...(title.year === "" ? {} : { year: Number(title.year) }),
    ...(title.isbn === "" ? {} : { identifiers: [{ kind: "isbn" as const, value: title.isbn, valid: true }] }),
    classifications: [{ scheme: title.classificationScheme.toLowerCase(), number: title.classification }]
  },
  at,
  key: `title ${title.id}`
})

const readerOf = ({ card, name, category, homeBranch, bornOn, language, expiresOn }: DemoReader, at: number) => ({
  card,
  name,
  category,
  homeBranch,
  bornOn,
  language,
  expiresAt: Date.parse(`${expiresOn}T00:00:00+08:00`),
  at,
  key: `reader ${card}`
})

/** One act of the plan. What the rules refuse is left out, as it would be at a desk. */
const carryOut = async (
  library: Library,
  tenant: string,
  titleIds: ReadonlyMap<string, string>,
  act: DemoCommand,
  key: string
): Promise<void> => {
  const desk = deskAt(library, tenant, act.branch)
  const { at } = act
  switch (act.kind) {
    case "checkOut":
      await desk.checkOut({ item: act.item, card: act.card, at, key })
      return
    case "returnItem":
      await desk.returnItem({ item: act.item, at, key })
      return
    case "renew":
      await desk.renew({ item: act.item, at, key })
      return
    case "reserve":
      await desk.reserve({ title: titleIds.get(act.title) ?? "", card: act.card, at, key })
      return
    case "pay": {
      const { reader } = await library.read(tenant, { reader: { card: act.card as never } })
      const amount = reader?.account.balance ?? 0
      if (amount > 0) await desk.pay({ card: act.card, amount, method: "cash", at, key })
    }
  }
}

const deskAt = (library: Library, tenant: string, branch: string): Desk =>
  library.at({ tenant, branch, actor: { kind: "job", name: "demo" }, channel: "job" })

const inBatches = async <A>(all: ReadonlyArray<A>, give: (batch: ReadonlyArray<A>) => Promise<void>): Promise<void> => {
  for (let from = 0; from < all.length; from += batchSize) await give(all.slice(from, from + batchSize))
}

const must = <R>(
  answer: Answer<R> | { readonly ok: true } | { readonly ok: false; readonly invalid: unknown }
): { readonly receipt: R } => {
  if (!answer.ok) throw new Error(`the demo library does not load: ${JSON.stringify(answer)}`)
  return answer as { readonly receipt: R }
}
