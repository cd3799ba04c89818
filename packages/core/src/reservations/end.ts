import { Result } from "effect"
import { heldLookup } from "../appeals/held.ts"
import { bookingsLookup } from "../bookings/bookingsLookup.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { freed } from "../catalogue/standing.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import { releaseSlot } from "../pickupSlots/release.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { TransitSlip } from "../transits/model.ts"
import { sendOn } from "../transits/sendOn.ts"
import { openTransit } from "../transits/travel.ts"
import { beginOthers } from "./beginSet.ts"
import { joinedWith } from "./joined.ts"
import type { ReservationId, ReservationRow } from "./model.ts"
import { besidesReservation, recallOver, recallOverLookup } from "./recallOver.ts"
import { firstLook, type Handed, lookFurther, setAsideForFirst } from "./setAside.ts"

/** `setAside`: who gets the copy that was set aside for it, in the same step; `null`: nobody, or none was set aside. */
export interface EndReceipt extends Handed {
  readonly reservationId: ReservationId
  /** Where that copy belongs now; `null`: it is there, or there is none. */
  readonly sendTo: string | null
  /** The transit that it set out on; `null`: none. */
  readonly transit: TransitSlip | null
  /** The loans that are recalled no more, as nobody else waits for them. */
  readonly recallsCancelled: ReadonlyArray<RecallReceipt>
}

export const endLookup = (
  { reservation: reservationId }: { readonly reservation: ReservationId },
  policy: CompiledPolicy | null = null,
  queueMax = firstLook(policy)
) =>
  ({
    reservation: { reservationId },
    itemOfReservation: { reservationId },
    transitsOfReservation: { reservationId },
    candidatesAfterReservation: { reservationId, limit: queueMax },
    blocksAfterReservation: { reservationId, limit: queueMax },
    joinedAfterReservation: { reservationId, limit: queueMax },
    joinedOfReservation: { reservationId },
    ...heldLookup(policy, "heldAfterReservation", { reservationId, limit: queueMax }),
    ...bookingsLookup(policy, "bookingsOfReservation", { reservationId }),
    ...recallOverLookup(reservationId)
  }) satisfies Lookup
type EndLookup = ReturnType<typeof endLookup>
export type EndFacts = Found<Omit<EndLookup, "heldAfterReservation" | "bookingsOfReservation">> &
  Partial<Found<EndLookup>>

/** How many to look at instead, where the copy goes on; `null`: these will do. */
export const endFurther = (
  { reservation, candidatesAfterReservation }: EndFacts,
  receipt: EndReceipt,
  queueMax?: number
): number | null => lookFurther(candidatesAfterReservation, reservation?.queue.waitingCount ?? 0, receipt, queueMax)

/** What ended the reservation, as the fact that is kept. */
export type Ending =
  | { readonly _tag: "ReservationCancelled"; readonly reason: string }
  | { readonly _tag: "ReservationExpired" }

/** Ends a live reservation and hands its copy on, so that no copy waits for nobody. */
export const endReservation = (
  {
    reservation: found,
    itemOfReservation,
    transitsOfReservation,
    candidatesAfterReservation,
    blocksAfterReservation,
    heldAfterReservation,
    joinedAfterReservation,
    joinedOfReservation,
    bookingsOfReservation: bookings,
    ...recalls
  }: EndFacts & {
    readonly reservation: NonNullable<EndFacts["reservation"]>
  },
  ending: Ending,
  at: Instant,
  context: DecisionContext
): Result.Result<Decision<EndReceipt>, Refusals> => {
  const { place, policy, calendar } = context
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { reservation, queue } = found
  const work = draft(place)
  work.restOn("titleQueue", queue)
  work.restOn("reservation", reservation)
  if (itemOfReservation !== null) work.restOn("item", itemOfReservation.item)
  emitEnding(work, reservation, ending, at, itemOfReservation?.item ?? null)
  releaseSlot(work, found, "ended", at)
  work.cut("reservationReader", reservation.reservationId)
  const { reservationId } = reservation
  const group = joinedWith(joinedOfReservation, reservationId)
  // The last other copy of its set may come at this moment: whichever is later begins it.
  if (group !== null) work.restOn("reader", group.own.reader)
  beginOthers(work, group, at, { policy, calendar })
  const recallsCancelled = recallOver(work, [reservation], besidesReservation(recalls), at, { ...context, policy })
  const ended = { reservationId, recallsCancelled }
  if (itemOfReservation === null)
    return Result.succeed(work.decide({ ...ended, setAside: null, skipped: [], sendTo: null, transit: null }))
  const { item, title } = itemOfReservation
  const onItsWay = openTransit(transitsOfReservation)
  const onTheWay = onItsWay !== null
  const handed = setAsideForFirst(
    work,
    {
      item,
      title,
      branch: onItsWay?.toBranch ?? item.presentBranch,
      onTheWay,
      waitingCount: queue.waitingCount,
      candidates: candidatesAfterReservation,
      blocks: blocksAfterReservation,
      held: heldAfterReservation,
      joined: joinedAfterReservation,
      bookings
    },
    at,
    { policy, calendar }
  )
  if (onTheWay) return Result.succeed(work.decide({ ...ended, ...handed, sendTo: null, transit: null }))
  // Nobody has it in hand: what is planned waits.
  const inHand = { item, title, branch: item.presentBranch, ended: null, planned: [], needs: null, bookings } as const
  const { sendTo, transit } = sendOn(work, inHand, handed.setAside, at, { policy, calendar })
  return Result.succeed(work.decide({ ...ended, ...handed, sendTo, transit }))
}

const emitEnding = (
  work: Draft,
  { reservationId, titleId, state }: ReservationRow,
  ending: Ending,
  at: Instant,
  item: ItemRow | null
): void => {
  const released =
    item === null
      ? null
      : {
          itemId: item.itemId,
          itemVersion: item.version + 1,
          ...(item.status === "inTransit" ? { onTheWay: 1 as const } : freed(item))
        }
  work.emit({ ...ending, reservationId, titleId, at, wasWaiting: state === "waiting", released })
}
