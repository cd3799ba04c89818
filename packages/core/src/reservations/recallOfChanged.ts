import type { Instant } from "../calendar/instant.ts"
import type { Barcode, ItemRow } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { Found, ItemFacts, Lookup } from "../decision/facts.ts"
import { endRecall } from "../loans/endRecall.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import { broughtBack } from "./broughtBack.ts"

/** The loan of an item, and who waits for which of the copies of its title that are recalled. */
export const recallOfChangedLookup = (barcode: Barcode) =>
  ({
    loanOfItem: { barcode },
    chargesOfItem: { barcode },
    recallsOfItem: { barcode },
    recalledOfItem: { barcode }
  }) satisfies Lookup
export type RecallOfChangedFacts = Found<ReturnType<typeof recallOfChangedLookup>>

/**
 * A copy on loan is another now: a loan that is recalled for a reservation is so no more where nobody is left whom it suits, each
 * who waits counted with one that is recalled. `null`: it stays as it was.
 */
export const recallOfChanged = (
  work: Draft,
  {
    title,
    queue,
    loanOfItem: lent,
    chargesOfItem,
    ...recalls
  }: Omit<ItemFacts, "item"> & Partial<RecallOfChangedFacts>,
  item: ItemRow,
  at: Instant,
  { policy, ...context }: DecisionContext
): RecallReceipt | null => {
  if (lent == null || policy === null) return null
  // Who recalls it at this moment, or waits no longer, looks at the copy as it was.
  work.restOn("titleQueue", queue)
  const { loan } = lent
  if (loan.state !== "onLoan" || loan.recalledBy !== "reservation") return null
  const { recallsOfItem = [], recalledOfItem = [] } = recalls
  const back = broughtBack(recallsOfItem)
  for (const copy of recalledOfItem) back.give(copy)
  if (back.give(item)) return null
  return endRecall(work, { title, item, queue, ...lent, charges: chargesOfItem ?? [] }, at, { ...context, policy })
}
