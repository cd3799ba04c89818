import type { CopyStanding } from "@openshelf/core"
import type { QueuePlace, Wait, WaitTold } from "@openshelf/core/queues"
import { Schema } from "effect"
import { InstantText } from "./instantText.ts"

const { String: Text, Int, Finite, Struct, NullOr, Literals } = Schema

const Ground = Struct({ of: Literals(["kind", "type", "all", "prior"]), seen: Int })

/** Days; `null`: not within `within.days`. */
export const WaitView = Struct({
  low: NullOr(Finite),
  median: NullOr(Finite),
  high: NullOr(Finite),
  within: Struct({ days: Int, chance: Finite }),
  basis: Struct({
    loans: Ground,
    pickups: Ground,
    transits: Ground,
    waits: Ground,
    method: Literals(["played", "formula"]),
    copies: Int
  })
})

/** What an estimate took is the server's own affair. */
const waitView = (wait: Wait | null): object | null => {
  if (wait === null) return null
  const { low, median, high, within, basis } = wait
  const { loans, pickups, transits, waits, method, copies } = basis
  return { low, median, high, within, basis: { loans, pickups, transits, waits, method, copies } }
}

export const WaitTextView = Struct({
  reservationId: NullOr(Text),
  titleId: Text,
  state: NullOr(Text),
  position: NullOr(Int),
  waitingCount: Int,
  notBefore: NullOr(InstantText),
  wait: NullOr(WaitView),
  learnedAt: NullOr(InstantText)
})
export const waitTextView = ({ wait, ...told }: WaitTold): object => ({ ...told, wait: waitView(wait) })

export const QueuePlaceView = Struct({
  reservationId: Text,
  position: NullOr(Int),
  state: Text,
  kind: Text,
  volume: Text,
  itemType: Text,
  pickupBranch: Text,
  readerCategory: Text,
  placedAt: InstantText,
  notBefore: NullOr(InstantText),
  isSuspended: Schema.Boolean,
  suspendedUntil: NullOr(InstantText),
  waitUntil: NullOr(InstantText),
  shelfUntil: NullOr(InstantText),
  wait: NullOr(WaitView)
})
/** A line of a queue; whose it is is not said. */
export const queuePlaceView = ({ reservation, position, wait }: QueuePlace): object => {
  const { reservationId, state, kind, volume, itemType, pickupBranch, readerCategory } = reservation
  const { placedAt, notBefore, suspended, suspendedUntil, waitUntil, shelfUntil } = reservation
  return {
    reservationId,
    position,
    state,
    kind,
    volume,
    itemType,
    pickupBranch,
    readerCategory,
    placedAt,
    notBefore,
    isSuspended: suspended === 1,
    suspendedUntil,
    waitUntil,
    shelfUntil,
    wait: waitView(wait)
  }
}

export const CopyStandingView = Struct({
  barcode: Text,
  status: Text,
  type: Text,
  volume: Text,
  homeBranch: Text,
  presentBranch: Text,
  location: Text,
  callNumber: Text,
  /** Of its open loan. */
  dueAt: NullOr(InstantText),
  recalledAt: NullOr(InstantText),
  /** Where it is on its way to, and since when. */
  toBranch: NullOr(Text),
  sentAt: NullOr(InstantText),
  /** Until when it is kept for somebody, and where. */
  shelfUntil: NullOr(InstantText),
  pickupBranch: NullOr(Text)
})
export const copyStandingView = ({ item, transit, loan, keptFor }: CopyStanding): object => {
  const { barcode, status, type, volume, homeBranch, presentBranch, location, callNumber } = item
  return {
    barcode,
    status,
    type,
    volume,
    homeBranch,
    presentBranch,
    location,
    callNumber,
    dueAt: loan?.dueAt ?? null,
    recalledAt: loan?.recalledAt ?? null,
    toBranch: transit?.toBranch ?? null,
    sentAt: transit?.sentAt ?? null,
    shelfUntil: keptFor?.shelfUntil ?? null,
    pickupBranch: keptFor?.pickupBranch ?? null
  }
}
