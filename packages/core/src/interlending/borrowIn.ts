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
import type { Candidate, FactSlots, Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { ReservationId } from "../reservations/model.ts"
import { type FreeCopy, firstLook, type Handed, lookFurther, setAsideForFirst } from "../reservations/setAside.ts"
import { isWanted, targetOf } from "../reservations/target.ts"
import type { TransitSlip } from "../transits/model.ts"
import { sendOn } from "../transits/sendOn.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanRow } from "./model.ts"
import { actAgainst, actAndTell } from "./move.ts"

/**
 * Take in what another system sent: it gets a record of its own, and is set aside for the reservation that it was asked for; where
 * that ended or its reader may not have it now, for whoever waits first for the same title.
 */
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

export interface BorrowInReceipt extends Handed {
  readonly interloanId: InterloanId
  readonly titleId: TitleId
  readonly itemId: ItemId
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
  | "titleOfReservation"
  | "candidatesBeside"
  | "blocksBeside"
  | "heldBeside"
  | "joinedBeside"

export const borrowInLookup = (
  { interloan, reservation: reservationId, barcode }: Pick<BorrowIn, "interloan" | "reservation" | "barcode">,
  policy: CompiledPolicy | null,
  queueMax = firstLook(policy)
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
        joinedOfReservation: { reservationId },
        titleOfReservation: { reservationId },
        candidatesBeside: { reservationId, limit: queueMax },
        blocksBeside: { reservationId, limit: queueMax },
        ...heldLookup(policy, "heldBeside", { reservationId, limit: queueMax }),
        joinedBeside: { reservationId, limit: queueMax }
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
  const wished = facts.titleOfReservation ?? null
  const titleId = wished?.title.titleId ?? addTitle(work, loan, TitleId.make(ids[1] as string), at)
  const { partner: lender, dueAt: lenderDueAt } = loan
  const item = { ...newItem({ title: titleId, barcode, type, at }, itemId, place), lender, lenderDueAt }
  work.emit({ _tag: "ItemAdded", itemId, at, item })
  actAndTell(work, loan, { kind: "received" }, { at, set: { itemId } })
  const receipt = { interloanId: interloan, titleId, itemId }
  if (wished === null)
    return Result.succeed(work.decide({ ...receipt, setAside: null, skipped: [], sendTo: null, transit: null }))
  const { title } = wished
  const { branch } = place
  work.restOn("titleQueue", wished.queue)
  const handed = handOver(work, facts, { item, title, branch, waitingCount: wished.queue.waitingCount }, at, {
    policy,
    calendar
  })
  const inHand = { item, title, branch, ended: null, planned: [], needs: null }
  const { sendTo, transit } = sendOn(work, inHand, handed.setAside, at, { policy, calendar })
  return Result.succeed(work.decide({ ...receipt, ...handed, sendTo, transit }))
}

/** To the reservation that it was asked for, or else to the first of the others that it can fill. */
const handOver = (
  work: Draft,
  facts: BorrowInFacts,
  copy: Pick<FreeCopy, "item" | "title" | "branch" | "waitingCount">,
  at: Instant,
  rules: Parameters<typeof setAsideForFirst>[3]
): Handed => {
  const wanted = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> =>
    candidates.filter(({ reservation }) => isWanted(targetOf(reservation), copy.item))
  const reservation = facts.reservation?.reservation
  const reader = facts.readerOfReservation ?? null
  const theirs = {
    candidates: reservation?.state === "waiting" && reader !== null ? wanted([{ reservation, ...reader }]) : [],
    blocks: facts.blocksOfReservation ?? [],
    held: facts.heldOfReservation,
    joined: facts.joinedOfReservation
  }
  const first = setAsideForFirst(work, { ...copy, ...theirs }, at, rules)
  if (first.setAside !== null) return first
  const others = {
    candidates: wanted(facts.candidatesBeside ?? []),
    blocks: facts.blocksBeside ?? [],
    held: facts.heldBeside,
    joined: facts.joinedBeside
  }
  const next = setAsideForFirst(work, { ...copy, ...others }, at, rules)
  return { ...next, skipped: [...first.skipped, ...next.skipped] }
}

/** How many to look at, where none of the first could have it and more wait. */
export const borrowInFurther = (
  { candidatesBeside = [], titleOfReservation }: BorrowInFacts,
  receipt: BorrowInReceipt,
  queueMax: number | undefined
): number | null => lookFurther(candidatesBeside, titleOfReservation?.queue.waitingCount ?? 0, receipt, queueMax)

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
