import type { Instant } from "../calendar/instant.ts"
import type { ItemRow, ItemStatus } from "../catalogue/model.ts"
import type { Draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { ReservationId } from "../reservations/model.ts"
import { type OpenTransit, TransitId, type TransitReason, type TransitRow, type TransitSlip } from "./model.ts"

interface SetOut {
  readonly from: string
  readonly to: string
  readonly reason: TransitReason
  readonly reservationId: ReservationId | null
  readonly thenStatus: ItemStatus
  readonly at: Instant
  /** What was planned, and now begins; `null`: it was not planned. */
  readonly planned: TransitRow | null
  readonly overrides?: ReadonlyArray<Override>
}

/** An item's transits are named after it and the change of it that they begin with: no id is needed beforehand. */
const nameOf = (itemId: string, version: number): TransitId => TransitId.make(`${itemId}.${version}`)

/** A copy sets out. The decision rests on it already. */
export const setOut = (work: Draft, { itemId, type, collection }: ItemRow, out: SetOut): TransitSlip => {
  const { from: fromBranch, to: toBranch, reason, reservationId, thenStatus, at, planned, overrides } = out
  const itemVersion = work.now("item", itemId).version + 1
  if (planned !== null) work.restOn("transit", planned)
  const transitId = planned?.transitId ?? nameOf(itemId, itemVersion)
  const slip = { transitId, fromBranch, toBranch, reason }
  work.emit(
    {
      _tag: "TransitSent",
      ...slip,
      itemId,
      itemVersion,
      reservationId,
      wasPlanned: planned !== null,
      thenStatus,
      itemType: type,
      collection,
      at
    },
    overrides
  )
  return slip
}

/** A copy is to travel once it is in hand. */
export const planTravel = (
  work: Draft,
  { itemId, presentBranch }: ItemRow,
  {
    to: toBranch,
    reason,
    at,
    overrides
  }: {
    readonly to: string
    readonly reason: TransitReason
    readonly at: Instant
    readonly overrides: ReadonlyArray<Override>
  }
): TransitSlip => {
  const itemVersion = work.now("item", itemId).version + 1
  const transitId = nameOf(itemId, itemVersion)
  const slip = { transitId, fromBranch: presentBranch, toBranch, reason }
  work.emit({ _tag: "TransitPlanned", ...slip, itemId, at }, overrides)
  return slip
}

/** A copy on its way turned up at a branch, whether it was sent there or not. */
export const turnUp = (
  work: Draft,
  item: ItemRow,
  transit: TransitRow,
  { branch, status, at }: { readonly branch: string; readonly status: ItemStatus; readonly at: Instant }
): void => {
  const { transitId, toBranch, reason } = transit
  const { itemId } = item
  const stays = reason === "moved" && toBranch === branch ? { stays: 1 as const } : {}
  work.restOn("transit", transit)
  const itemVersion = work.now("item", itemId).version + 1
  work.emit({ _tag: "TransitArrived", transitId, itemId, itemVersion, branch, toBranch, status, ...stays, at })
}

/** The transit that a copy is on; `null`: it is on none. */
export const openTransit = (transits: ReadonlyArray<TransitRow>): OpenTransit | null =>
  transits.find((one): one is OpenTransit => one.state === "open") ?? null

/** Transits that wait for the copy, in order. */
export const plannedTransits = (transits: ReadonlyArray<TransitRow>): ReadonlyArray<TransitRow> =>
  transits.filter(({ state }) => state === "planned")

/** Nothing of what was planned for a copy comes about, and it is no longer on its way: it is here, or was lost there. */
export const endTravel = (
  work: Draft,
  item: ItemRow,
  transits: ReadonlyArray<TransitRow>,
  at: Instant,
  { branch, isLost }: { readonly branch: string; readonly isLost: boolean }
): void => {
  for (const transit of transits) {
    const { transitId, itemId, state } = transit
    if (state === "open" && !isLost) {
      turnUp(work, item, transit, { branch, status: item.shelfStatus, at })
      continue
    }
    work.restOn("transit", transit)
    const version = work.now("item", itemId).version + 1
    const there = { version, status: item.shelfStatus, branch: item.presentBranch }
    work.emit({
      _tag: state === "open" ? "TransitLost" : "TransitCancelled",
      transitId,
      itemId,
      at,
      reason: state === "open" ? "missing" : "outOfUse",
      item: state === "open" ? there : null
    })
  }
}
