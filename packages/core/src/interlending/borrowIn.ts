import { Result, Schema } from "effect"
import { heldLookup } from "../appeals/held.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { itemAgainst, newItem } from "../catalogue/addItem.ts"
import { itemFields } from "../catalogue/itemFields.ts"
import { Barcode, ItemId, TitleId } from "../catalogue/model.ts"
import { searchTextOf } from "../catalogue/searchable.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { ReservationId } from "../reservations/model.ts"
import { type SetAside, type Skipped, setAsideForFirst } from "../reservations/setAside.ts"
import { isWanted, targetOf } from "../reservations/target.ts"
import type { TransitSlip } from "../transits/model.ts"
import { sendOn } from "../transits/sendOn.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanRow } from "./model.ts"
import { actAgainst, actAndTell } from "./move.ts"

/** Take in what another system sent: it gets a record of its own, and is set aside for the reservation that it was asked for. */
export const BorrowIn = Schema.Struct({
  interloan: InterloanId,
  /** The one that it was asked for, where there is one. */
  reservation: Schema.optionalKey(ReservationId),
  /** By which it is known here: the lender's own, or a label on it. */
  barcode: Barcode,
  type: itemFields.type,
  at: InstantInput
})
export type BorrowIn = typeof BorrowIn.Type

export interface BorrowInReceipt {
  readonly interloanId: InterloanId
  readonly titleId: TitleId
  readonly itemId: ItemId
  readonly setAside: SetAside | null
  /** Why the reservation could not have it. */
  readonly skipped: ReadonlyArray<Skipped>
  /** Where it belongs now; `null`: it is there. */
  readonly sendTo: string | null
  readonly transit: TransitSlip | null
}

type BorrowInLookup = {
  readonly interloan: FactSlots["interloan"]["by"]
  readonly item: FactSlots["item"]["by"]
} & {
  readonly [S in OfReservation]?: FactSlots[S]["by"]
}
type OfReservation =
  | "reservation"
  | "readerOfReservation"
  | "blocksOfReservation"
  | "heldOfReservation"
  | "joinedOfReservation"

export const borrowInLookup = (
  { interloan, reservation: reservationId, barcode }: Pick<BorrowIn, "interloan" | "reservation" | "barcode">,
  policy: CompiledPolicy | null
): BorrowInLookup => ({
  ...interloanLookup({ interloan }),
  item: { barcode },
  ...(reservationId === undefined
    ? {}
    : {
        reservation: { reservationId },
        readerOfReservation: { reservationId },
        blocksOfReservation: { reservationId },
        ...heldLookup(policy, "heldOfReservation", { reservationId }),
        joinedOfReservation: { reservationId }
      })
})
type BorrowInFacts = Found<Pick<BorrowInLookup, "interloan" | "item">> &
  Partial<Found<Required<Pick<BorrowInLookup, OfReservation>>>>

/** Source of titles that were borrowed from other systems: their control number is the loan's id. */
const interloanSource = "interloan"

/** Refuses what was not sent, a barcode that is taken, and another reservation than the one that it was asked for. */
export const decideBorrowIn = (
  facts: BorrowInFacts,
  command: BorrowIn,
  context: DecisionContext
): Result.Result<Decision<BorrowInReceipt>, Refusals> => {
  const { interloan: loan, item: taken } = facts
  const { interloan, barcode, type, at } = command
  const { place, policy, calendar, ids } = context
  const against = actAgainst(loan, "borrower", { interloan, act: "received" })
  if (loan === null || against !== null) return refused([against ?? { _tag: "InterloanUnknown", interloan }])
  const refusals = itemAgainst({ barcode, type, at }, taken, context)
  if (loan.reservationId !== (command.reservation ?? null))
    refusals.push({ _tag: "ReservationUnknown", reservation: command.reservation ?? loan.reservationId ?? "" })
  if (policy === null || calendar === null || refusals.length > 0) return refused(refusals)

  const work = draft(place)
  const itemId = ItemId.make(ids[0] as string)
  const waiting = facts.reservation ?? null
  const titleId = waiting?.reservation.titleId ?? addTitle(work, loan, TitleId.make(ids[1] as string), at)
  const item = newItem({ title: titleId, barcode, type, at }, itemId, place)
  work.emit({ _tag: "ItemAdded", itemId, at, item })
  actAndTell(work, loan, { kind: "received" }, { at, set: { itemId } })
  const receipt = { interloanId: interloan, titleId, itemId }
  const reader = facts.readerOfReservation ?? null
  if (
    waiting === null ||
    reader === null ||
    waiting.reservation.state !== "waiting" ||
    !isWanted(targetOf(waiting.reservation), item)
  )
    return Result.succeed(work.decide({ ...receipt, setAside: null, skipped: [], sendTo: null, transit: null }))
  const { queue, reservation } = waiting
  const { title } = reader
  const { branch } = place
  work.restOn("titleQueue", queue)
  const copy = { item, title, branch, waitingCount: queue.waitingCount, candidates: [{ reservation, ...reader }] }
  const standing = {
    blocks: facts.blocksOfReservation ?? [],
    held: facts.heldOfReservation,
    joined: facts.joinedOfReservation
  }
  const { setAside, skipped } = setAsideForFirst(work, { ...copy, ...standing }, at, { policy, calendar })
  const inHand = { item, title, branch, ended: null, planned: [], needs: null }
  const { sendTo, transit } = sendOn(work, inHand, setAside, at, { policy, calendar })
  return Result.succeed(work.decide({ ...receipt, setAside, skipped, sendTo, transit }))
}

/** A title for what nobody reserved, in the words in which it was asked for. */
const addTitle = (work: Draft, { interloanId, title }: InterloanRow, titleId: TitleId, at: Instant): TitleId => {
  work.emit({ _tag: "TitleAdded", titleId, at, source: interloanSource, format: "other" })
  work.insert("title", {
    titleId,
    version: 1,
    source: interloanSource,
    controlNumber: interloanId,
    format: "other",
    language: "und",
    title,
    responsibility: "",
    description: "{}",
    searchText: searchTextOf({ title, responsibility: "" }),
    addedAt: at
  })
  return titleId
}
