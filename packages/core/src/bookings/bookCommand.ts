import { Schema } from "effect"
import { heldLookup } from "../appeals/held.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { Code } from "../decision/code.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { OverrideRequest } from "../decision/override.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { linksNeeded } from "../readers/links/linkedDebts.ts"
import { Card } from "../readers/model.ts"

/** Have an item promised for a span of days. */
export const Book = Schema.Struct({
  item: Barcode,
  card: Card,
  /** Where it is fetched; without it, the desk's own branch. Its days and hours count. */
  pickupBranch: Schema.optionalKey(Code),
  /** Any instant of the first day. */
  from: InstantInput,
  /** Any instant of the last day. */
  until: InstantInput,
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Book = typeof Book.Type

type AlwaysAsked =
  | "item"
  | "loanOfItem"
  | "setAsideOfItem"
  | "bookingsOfItem"
  | "reader"
  | "bookingsOfReader"
  | "blocksOfReader"
type AskedByPolicy =
  | "overdueOfReader"
  | "chargesOfReader"
  | "heldOfReader"
  | "linksOfReader"
  | "linksToReader"
  | "loanCounts"
type BookLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in AskedByPolicy]?: FactSlots[S]["by"]
}

export const bookLookup = (
  { item: barcode, card, at }: Pick<Book, "item" | "card" | "at">,
  policy: CompiledPolicy | null
): BookLookup => {
  const links = linksNeeded(policy)
  const limit = overdueNeeded(policy)
  return {
    item: { barcode },
    loanOfItem: { barcode },
    setAsideOfItem: { barcode },
    bookingsOfItem: { barcode },
    reader: { card },
    bookingsOfReader: { card },
    blocksOfReader: { card },
    ...heldLookup(policy, "heldOfReader", { card }),
    ...(limit === 0 ? {} : { overdueOfReader: { card, before: at, limit } }),
    ...(compensationNeeded(policy) ? { chargesOfReader: { card } } : {}),
    ...(links.of ? { linksOfReader: { card } } : {}),
    ...(links.to ? { linksToReader: { card } } : {}),
    ...(sets(policy, "loansOutMax") ? { loanCounts: { card } } : {})
  }
}
export type BookFacts = Found<Pick<BookLookup, AlwaysAsked>> & Partial<Found<Pick<BookLookup, AskedByPolicy>>>
