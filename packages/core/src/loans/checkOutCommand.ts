import { Schema } from "effect"
import { heldLookup } from "../appeals/held.ts"
import { bookingsLookup } from "../bookings/bookingsLookup.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { OverrideRequest } from "../decision/override.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { linksNeeded } from "../readers/links/linkedDebts.ts"
import { Card } from "../readers/model.ts"
import type { ReservationRow } from "../reservations/model.ts"
import { recallOverIds, recallsOfReaderLookup } from "../reservations/recallOver.ts"
import { endLostIds } from "./endLost.ts"
import { lendingMayCost } from "./lendingCosts.ts"

/** Lend an item to a reader. */
export const CheckOut = Schema.Struct({
  item: Barcode,
  card: Card,
  at: InstantInput,
  /** Used in the building only; not taken home. */
  onSite: Schema.optionalKey(Schema.Boolean),
  /** A due instant given by staff instead of the rules'. */
  dueAt: Schema.optionalKey(InstantInput),
  /** A card of the proxy who borrows for the reader. */
  by: Schema.optionalKey(Card),
  /** What the reader agreed to pay for the loan, in minor units: asked for where the policy sets `costConsent`. */
  acceptedCost: Schema.optionalKey(Minor),
  override: Schema.optionalKey(OverrideRequest)
})
export type CheckOut = typeof CheckOut.Type

type AlwaysAsked =
  | "item"
  | "setAsideOfItem"
  | "transitsOfItem"
  | "reader"
  | "loanCounts"
  | "reservationsOfReader"
  | "joinedOfReader"
type AskedByPolicy =
  | "copiesOfItem"
  | "queueOfItem"
  | "recallsOfItem"
  | "recalledOfItem"
  | "loanOfItem"
  | "chargesOfItem"
  | "blocksOfBorrower"
  | "linksOfReader"
  | "linksToReader"
  | "otherReader"
  | "blocksOfReader"
  | "overdueOfReader"
  | "loansOfTitle"
  | "loansOfVolumeSet"
  | "chargesOfReader"
  | "heldOfReader"
  | "lossOfItem"
  | "chargesOfLoss"
  | "blockingIncidents"
  | "bookingsOfItem"
  | "recalledForReader"
  | "chargesRecalledForReader"
  | "recallsWithReader"
type CheckOutLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in AskedByPolicy]?: FactSlots[S]["by"]
}

export const checkOutLookup = (
  { item, card, at, by, override }: Pick<CheckOut, "item" | "card" | "at" | "by" | "override">,
  policy: CompiledPolicy | null,
  more?: number
): CheckOutLookup => {
  const limit = overdueNeeded(policy)
  const links = linksNeeded(policy)
  const mayEndLoan = override !== undefined || sets(policy, "onSiteSwitch")
  return {
    item: { barcode: item },
    setAsideOfItem: { barcode: item },
    transitsOfItem: { barcode: item },
    reader: { card },
    loanCounts: { card },
    reservationsOfReader: { card },
    joinedOfReader: { card },
    loanOfItem: { barcode: item },
    blocksOfReader: { card },
    ...(mayEndLoan ? { chargesOfItem: { barcode: item } } : {}),
    ...(mayEndLoan && sets(policy, "suspension") ? { blocksOfBorrower: { barcode: item } } : {}),
    ...heldLookup(policy, "heldOfReader", { card }),
    lossOfItem: { barcode: item },
    ...(override === undefined ? {} : { chargesOfLoss: { barcode: item } }),
    ...(replacementBlocks(policy) ? { blockingIncidents: { card } } : {}),
    ...(links.of || by !== undefined ? { linksOfReader: { card } } : {}),
    ...(sets(policy, "highDemand") || sets(policy, "lendableWhenWaiting") ? { copiesOfItem: { barcode: item } } : {}),
    ...(sets(policy, "lendableWhenWaiting") ? { queueOfItem: { barcode: item } } : {}),
    ...(recalls(policy) ? { recallsOfItem: { barcode: item }, recalledOfItem: { barcode: item } } : {}),
    ...bookingsLookup(policy, "bookingsOfItem", { barcode: item }),
    ...(links.to ? { linksToReader: { card } } : {}),
    ...(by === undefined ? {} : { otherReader: { other: by } }),
    ...(limit === 0 ? {} : { overdueOfReader: { card, before: at, limit } }),
    ...(compensationNeeded(policy) ? { chargesOfReader: { card } } : {}),
    ...(sets(policy, "titleLoansMax") ? { loansOfTitle: { card, barcode: item } } : {}),
    ...(sets(policy, "volumeSetLoansMax") ? { loansOfVolumeSet: { card, barcode: item } } : {}),
    ...(more === undefined ? {} : recallsOfReaderLookup(card))
  }
}
export type CheckOutFacts = Found<Pick<CheckOutLookup, AlwaysAsked>> &
  Partial<Found<Pick<CheckOutLookup, AskedByPolicy>>>

/** Whether a recall can give any loan an earlier due date. */
const recalls = (policy: CompiledPolicy | null): boolean =>
  sets(policy, "recallMinimum") || sets(policy, "recallReturnWithin")

/** Whether some compensation of this policy blocks borrowing until a copy is brought in place of a lost one. */
const replacementBlocks = (policy: CompiledPolicy | null): boolean =>
  Object.values(policy?.document.compensations ?? {}).some(({ replacement }) => replacement?.blocksMeanwhile === true)

/** Ids for the loan and each kind of thing that it may cost. */
export const checkOutOwnIds = 5

/** How many ids it may need: its own, those for a loan that ends with it, and for loans that are recalled no more (`more`). */
export const checkOutIds = (
  command: Pick<CheckOut, "override">,
  policy: CompiledPolicy | null,
  more?: number
): number => idsToLend(command, policy) + (more === undefined ? 0 : recallOverIds)

export const idsToLend = ({ override }: Pick<CheckOut, "override">, policy: CompiledPolicy | null): number =>
  override !== undefined || sets(policy, "onSiteSwitch")
    ? checkOutOwnIds + endLostIds
    : lendingMayCost(policy)
      ? checkOutOwnIds
      : 1

/** Whether to look again, at who recalls what, as a reservation that did is filled, or one that is joined; `null`: not. */
export const checkOutFurther = (
  { reservationsOfReader, joinedOfReader = [] }: CheckOutFacts,
  { filledReservationId }: { readonly filledReservationId: string | null },
  more: number | undefined
): number | null => {
  if (filledReservationId === null || more !== undefined) return null
  const mayEnd = ({ reservationId, kind }: ReservationRow): boolean =>
    kind === "recall" && (reservationId === filledReservationId || joinedOfReader.length > 0)
  return reservationsOfReader.some(({ reservation }) => mayEnd(reservation)) ? 1 : null
}
