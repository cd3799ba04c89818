import type { ItemStatus, ReservationKind } from "@openshelf/core"

/** A wait in a unit that fits it, whole; `high` `null`: nobody knows. */
export interface WaitSpan {
  readonly unit: "day" | "week" | "month"
  readonly low: number
  readonly median: number
  readonly high: number | null
}

/** What the page says of a title's queue, and of how long it takes. */
export interface QueueTexts {
  readonly mode: string
  readonly found: string
  readonly open: string
  readonly openOne: (title: string) => string
  readonly back: string
  readonly copies: string
  readonly noCopies: string
  readonly moreCopies: (shown: number) => string
  readonly status: Readonly<Record<ItemStatus, string>>
  readonly due: (when: string) => string
  readonly keptUntil: (branch: string, until: string) => string
  readonly onItsWay: (branch: string) => string
  readonly ready: string
  readonly queue: string
  readonly nobody: string
  readonly shown: (shown: number, all: number) => string
  readonly more: string
  readonly newWait: (wait: string) => string
  readonly rangeHelp: string
  readonly guess: string
  readonly learned: (day: string) => string
  readonly wait: (span: WaitSpan) => string
  readonly atOnce: string
  readonly unknownWait: string
  readonly longWait: string
  readonly notWhileSuspended: string
  readonly kind: Readonly<Record<ReservationKind, string>>
  readonly only: (what: string) => string
  readonly since: (day: string) => string
  readonly from: (day: string) => string
  readonly suspended: string
  readonly suspendedUntil: (day: string) => string
  /** Instead of the wait of a place that it does not have yet. */
  readonly anew: string
  readonly place: (place: number) => string
  readonly up: (place: number) => string
  readonly down: (place: number) => string
  readonly drag: string
  readonly movingTo: (place: number, all: number) => string
  readonly moveFrom: (from: number, to: number) => string
  readonly newPlace: string
  readonly reason: string
  readonly move: string
  readonly leave: string
  readonly left: string
  readonly moved: (from: number, to: number) => string
  readonly notMoved: (from: number) => string
  readonly position: (position: number) => string
  readonly expected: (wait: string) => string
  readonly suspend: string
  readonly suspendOne: (title: string) => string
  readonly lastDay: string
  readonly lastDayHelp: string
  readonly suspendNow: string
  readonly suspendedNow: (title: string, until: string | null) => string
  readonly notSuspended: (title: string) => string
  readonly resume: string
  readonly resumeOne: (title: string) => string
  readonly resumed: (title: string) => string
  readonly notResumed: (title: string) => string
  readonly pickup: string
  readonly pickupOne: (title: string) => string
  readonly pickupWhere: string
  readonly pickupSave: string
  readonly pickupNowhere: string
  readonly pickupChanged: (title: string, branch: string) => string
  readonly pickupClosed: (branch: string) => string
  readonly copyForNext: (branch: string) => string
  readonly copyShelved: string
  readonly recallOver: (due: string) => string
  readonly pickupNotChanged: (title: string) => string
}
