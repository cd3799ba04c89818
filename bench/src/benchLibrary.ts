import { type Actor, type Desk, type Library, openLibrary, type Storage, staffRoles } from "@openshelf/core"
import type { Layer } from "effect"
import { benchCalendar, benchPolicy, branches, categories, itemTypes } from "./benchPolicy.ts"

export const tenant = "bench"
/** A Monday, 10:00 in Berlin. */
export const opening = Date.UTC(2026, 0, 5, 9)

export interface BenchLibrary {
  readonly library: Library
  readonly desk: Desk
}

const actor: Actor = { kind: "staff", id: "bench", permissions: new Set(staffRoles.manager) }

export const openBench = async <E>(
  storage: Layer.Layer<Storage, E>,
  policy: object = benchPolicy
): Promise<BenchLibrary> => {
  const library = await openLibrary({ storage })
  const opened = await library.openTenant({
    tenant,
    name: "Bench",
    policy,
    calendar: benchCalendar,
    at: opening,
    validFrom: 0
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.invalid))
  return { library, desk: library.at({ tenant, branch: "a", actor, channel: "desk" }) }
}

/** So many readers (cards `r0` …) and items (barcodes `i0` …, each of its own title), the same in every storage. */
export const stock = async ({ desk }: BenchLibrary, readers: number, items: number): Promise<void> => {
  const at = opening
  await inBatches(
    readers,
    (n) => ({
      card: `r${n}`,
      name: `Reader ${n}`,
      category: categories[n % categories.length] as string,
      homeBranch: branches[n % branches.length] as string,
      at,
      key: `reader ${n}`
    }),
    (batch) => desk.many("registerReader", batch as never)
  )
  const titles: Array<string> = []
  await inBatches(
    items,
    (n) => ({ description: { title: `Title ${n}` }, at, key: `title ${n}` }),
    async (batch) => {
      const answers = await desk.many("addTitle", batch as never)
      for (const answer of answers) titles.push(answer.ok ? answer.receipt.titleId : "")
      return answers
    }
  )
  await inBatches(
    items,
    (n) => ({
      title: titles[n],
      barcode: `i${n}`,
      type: itemTypes[n % itemTypes.length] as string,
      homeBranch: "a",
      collection: `k${n % 10}`,
      at,
      key: `item ${n}`
    }),
    (batch) => desk.many("addItem", batch as never)
  )
}

const inBatches = async <A>(
  count: number,
  one: (n: number) => A,
  give: (batch: ReadonlyArray<A>) => Promise<ReadonlyArray<{ readonly ok: boolean }>>
): Promise<void> => {
  for (let from = 0; from < count; from += 500) {
    const batch = Array.from({ length: Math.min(500, count - from) }, (_, n) => one(from + n))
    const failed = (await give(batch)).find(({ ok }) => !ok)
    if (failed !== undefined) throw new Error(JSON.stringify(failed))
  }
}

/** One checkout and its return, at instants of their own. Throws when either was not carried out. */
export const lendAndTakeBack = async (desk: Desk, card: string, item: string, nth: number): Promise<void> => {
  const at = opening + nth * 1_000
  const lent = await desk.checkOut({ item, card, at, key: `out ${nth}` })
  if (!lent.ok) throw new Error(JSON.stringify(lent))
  const back = await desk.returnItem({ item, at: at + 500, key: `back ${nth}` })
  if (!back.ok) throw new Error(JSON.stringify(back))
}
