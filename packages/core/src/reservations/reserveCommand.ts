import { Schema } from "effect"
import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { heldLookup } from "../appeals/held.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode, lentStatuses, TitleId } from "../catalogue/model.ts"
import { Code, text } from "../decision/code.ts"
import type { CopyCount, FactSlots, Found } from "../decision/facts.ts"
import { OverrideRequest } from "../decision/override.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { linksNeeded } from "../readers/links/linkedDebts.ts"
import { Card } from "../readers/model.ts"
import { ReservationKind } from "./model.ts"
import { placingCostsMax } from "./placingCosts.ts"

/** The most reservations that one command places. */
export const copiesMax = 100

/** Join the queue of a title, of a volume or edition of it, or of one of its copies. */
export const Reserve = Schema.Struct({
  title: TitleId,
  /** Only this copy will do. */
  item: Schema.optionalKey(Barcode),
  /** Only copies of this volume, part or edition. */
  volume: Schema.optionalKey(text(64)),
  /** Only copies of this type. */
  itemType: Schema.optionalKey(Code),
  card: Card,
  /** A card of the proxy who asks for the reader. */
  by: Schema.optionalKey(Card),
  /** Without it, to fetch a copy where more stand on the shelf than are waited for, else to wait. */
  kind: Schema.optionalKey(ReservationKind),
  /** Without it, the desk's own branch. */
  pickupBranch: Schema.optionalKey(Code),
  /** It takes no copy before. */
  notBefore: Schema.optionalKey(InstantInput),
  /** It waits no longer than to the end of that day at the pickup branch, whatever the policy allows. */
  notAfter: Schema.optionalKey(InstantInput),
  /** So many copies, for a club or class: as many reservations. Without it, one. */
  copies: Schema.optionalKey(
    Schema.Int.check(
      Schema.makeFilter((n: number) => n >= 1 && n <= copiesMax, {
        expected: `a whole number of copies from 1 to ${copiesMax}`
      })
    )
  ),
  /** What the reader agreed to pay, where the policy asks for that. */
  acceptedCost: Schema.optionalKey(Minor),
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Reserve = typeof Reserve.Type

type AlwaysAsked = "title" | "copiesOfTitle" | "reader" | "reservationsOfReader" | "ownLoansOfTitle"
type AskedWhereNeeded =
  | "item"
  | "otherReader"
  | "waitingByRank"
  | "loansOfTitleToRecall"
  | "chargesOfTitle"
  | "blocksOfReader"
  | "overdueOfReader"
  | "loanCounts"
  | "linksOfReader"
  | "linksToReader"
  | "chargesOfReader"
  | "heldOfReader"
type ReserveLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in AskedWhereNeeded]?: FactSlots[S]["by"]
}

/** How many loans of a title a recall looks at, those that were lent first; and one more for each copy that is asked for. */
const loansToRecallMax = 50
export const loansToRecall = (copies: number): number => loansToRecallMax + copies

export const countLent = (copies: ReadonlyArray<CopyCount>): number =>
  copies.reduce((sum, { status, count }) => sum + (lentStatuses.includes(status) ? count : 0), 0)

/** How many loans to look at instead, where too few of the first could be recalled and there are more; `null`: these will do. */
export const reserveFurther = (
  { copiesOfTitle, loansOfTitleToRecall }: ReserveFacts,
  { kind, recalled }: { readonly kind: ReservationKind; readonly recalled: ReadonlyArray<unknown> },
  queueMax: number | undefined,
  { copies = 1 }: Pick<Reserve, "copies">
): number | null => {
  const looked = loansOfTitleToRecall?.length
  const lent = countLent(copiesOfTitle)
  const isEnough = queueMax !== undefined || kind !== "recall" || recalled.length === copies
  return isEnough || looked !== loansToRecall(copies) || looked >= lent ? null : lent
}

/** The same where nothing is placed: whether a loan can be recalled for it is said of all that may be. */
export const pickupBranchesFurther = (
  facts: ReserveFacts,
  _: unknown,
  queueMax: number | undefined,
  { kind = "wait", copies = 1 }: Pick<Reserve, "kind" | "copies">
): number | null => reserveFurther(facts, { kind, recalled: [] }, queueMax, { copies })

export const reserveLookup = (
  {
    title,
    item,
    volume,
    itemType,
    card,
    by,
    kind,
    copies = 1,
    at
  }: Pick<Reserve, "title" | "item" | "volume" | "itemType" | "card" | "by" | "kind" | "copies" | "at">,
  policy: CompiledPolicy | null,
  queueMax = loansToRecall(copies)
): ReserveLookup => {
  const titleId = { titleId: title }
  const links = linksNeeded(policy)
  return {
    title: titleId,
    copiesOfTitle: titleId,
    reader: { card },
    reservationsOfReader: { card },
    ownLoansOfTitle: { card, titleId: title },
    blocksOfReader: { card },
    ...heldLookup(policy, "heldOfReader", { card }),
    ...(isForAny(item, volume, itemType) && !sets(policy, "queueRank") ? {} : { waitingByRank: titleId }),
    ...(kind === "recall"
      ? { loansOfTitleToRecall: { titleId: title, limit: queueMax }, chargesOfTitle: titleId }
      : {}),
    ...(by === undefined ? {} : { otherReader: { other: by } }),
    ...(overdueNeeded(policy) === 0 ? {} : { overdueOfReader: { card, before: at, limit: overdueNeeded(policy) } }),
    ...(compensationNeeded(policy) ? { chargesOfReader: { card } } : {}),
    ...(links.of || by !== undefined ? { linksOfReader: { card } } : {}),
    ...(links.to ? { linksToReader: { card } } : {}),
    ...(sets(policy, "loansOutMax") ? { loanCounts: { card } } : {}),
    ...(item === undefined ? {} : { item: { barcode: item } })
  }
}
export type ReserveFacts = Found<Pick<ReserveLookup, AlwaysAsked>> &
  Partial<Found<Pick<ReserveLookup, AskedWhereNeeded>>>

/** Whether any copy will do: then all who wait for the title wait for the same. */
const isForAny = (item: Barcode | undefined, volume = "", itemType = ""): boolean =>
  item === undefined && volume === "" && itemType === ""

/** How many ids placing may need: of each reservation its own, its charges', and those of a recalled loan that is late no more. */
export const reserveIds = ({ copies = 1 }: Pick<Reserve, "copies">): number =>
  copies * (1 + placingCostsMax + notLateIds)
