import fc from "fast-check"

export const queueReaders = ["ada", "ben", "cid", "kid"] as const
export const queueItems = ["i1", "i2", "i3", "i4"] as const
export const queueBranches = ["main", "hill"] as const

/** What happens to queues and copies in a library of two branches, things that only it knows named by their number. */
export type QueueDeed =
  | {
      readonly name: "reserve"
      readonly title: number
      readonly reader: (typeof queueReaders)[number]
      readonly pickupBranch: (typeof queueBranches)[number]
      readonly kind: "page" | "wait" | "recall" | null
      readonly only: "item" | "volume" | "itemType" | null
      readonly copies: number
    }
  | { readonly name: "checkOut" | "pickUp"; readonly item: string; readonly reader: string; readonly override: boolean }
  | {
      readonly name:
        | "returnItem"
        | "arrive"
        | "recall"
        | "renew"
        | "cancelTransit"
        | "sendToRepair"
        | "repaired"
        | "reportMissing"
        | "claimReturned"
      readonly item: string
    }
  | { readonly name: "send"; readonly item: string; readonly to: string; readonly plan: boolean }
  | { readonly name: "suspendReservation"; readonly nth: number; readonly days: number | null }
  | { readonly name: "resumeReservation" | "cancelReservation" | "expireReservation"; readonly nth: number }
  | { readonly name: "moveReservation"; readonly nth: number; readonly next: number; readonly isBefore: boolean }
  | {
      readonly name: "joinReservations"
      readonly reader: string
      readonly nth: number
      readonly as: "anyOf" | "together" | "apart"
    }
  | {
      readonly name: "changeItem"
      readonly item: string
      readonly set: { readonly volume: string } | { readonly type: string } | { readonly status: string }
    }
  /** Of the items, those first whose loan is recalled. */
  | { readonly name: "cancelRecall"; readonly nth: number }
  /** The rules from then on: whether transits are kept, and whether the second branch is there or closed for good. */
  | { readonly name: "publish"; readonly kept: boolean; readonly isOpen: boolean }
  | { readonly name: "changeReservation"; readonly nth: number; readonly pickupBranch: string }
  /** A locker, or a time some hours ahead. */
  | { readonly name: "addPickupSlot"; readonly capacity: number; readonly inHours: number | null }
  /** Of the reservations, those on a shelf first. */
  | { readonly name: "takeSlot"; readonly nth: number; readonly slot: number }
  /** Of the reservations, those that have one first. */
  | { readonly name: "leaveSlot"; readonly nth: number }
  | { readonly name: "closePickupSlot"; readonly slot: number }
  | {
      readonly name: "book"
      readonly item: string
      readonly reader: string
      readonly inDays: number
      readonly pickupBranch: (typeof queueBranches)[number]
    }
  | { readonly name: "cancelBooking" | "expireBooking"; readonly nth: number }

export type QueueAct = QueueDeed & { readonly hours: number; readonly branch: (typeof queueBranches)[number] }

const item = fc.constantFrom(...queueItems)
const reader = fc.constantFrom(...queueReaders)
const branch = fc.constantFrom(...queueBranches)
const nth = fc.nat(5)

const named = <N extends QueueDeed["name"]>(...names: ReadonlyArray<N>) => fc.constantFrom(...names)

const deed: fc.Arbitrary<QueueDeed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      name: named("reserve"),
      title: fc.nat(1),
      reader,
      pickupBranch: branch,
      kind: fc.constantFrom(null, null, "page" as const, "wait" as const, "recall" as const),
      only: fc.constantFrom(null, null, null, "item" as const, "volume" as const, "itemType" as const),
      copies: fc.constantFrom(1, 1, 1, 2)
    })
  },
  { weight: 8, arbitrary: fc.record({ name: named("checkOut", "pickUp"), item, reader, override: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ name: named("returnItem", "returnItem", "arrive"), item }) },
  {
    weight: 6,
    arbitrary: fc.record({
      name: named(
        "recall",
        "recall",
        "renew",
        "cancelTransit",
        "sendToRepair",
        "repaired",
        "reportMissing",
        "claimReturned"
      ),
      item
    })
  },
  { weight: 2, arbitrary: fc.record({ name: named("send"), item, to: branch, plan: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ name: named("suspendReservation"), nth, days: fc.constantFrom(null, 1, 5) })
  },
  {
    weight: 4,
    arbitrary: fc.record({ name: named("resumeReservation", "cancelReservation", "expireReservation"), nth })
  },
  { weight: 3, arbitrary: fc.record({ name: named("moveReservation"), nth, next: nth, isBefore: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      name: named("joinReservations"),
      reader,
      nth: fc.nat(1),
      as: fc.constantFrom(
        "anyOf" as const,
        "anyOf" as const,
        "together" as const,
        "together" as const,
        "apart" as const
      )
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      name: named("changeItem"),
      item,
      set: fc.constantFrom(
        { volume: "" },
        { volume: "2" },
        { type: "book" },
        { type: "film" },
        { status: "available" },
        { status: "restricted" }
      )
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ name: named("publish"), kept: fc.boolean(), isOpen: fc.constantFrom(true, true, false) })
  },
  { weight: 2, arbitrary: fc.record({ name: named("cancelRecall"), nth: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ name: named("changeReservation"), nth, pickupBranch: branch }) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: named("addPickupSlot"),
      capacity: fc.constantFrom(1, 2),
      inHours: fc.constantFrom(null, 1, 30)
    })
  },
  { weight: 8, arbitrary: fc.record({ name: named("takeSlot"), nth: fc.nat(1), slot: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ name: named("leaveSlot"), nth: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ name: named("closePickupSlot"), slot: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ name: named("book"), item, reader, inDays: fc.constantFrom(0, 3, 20), pickupBranch: branch })
  },
  { weight: 1, arbitrary: fc.record({ name: named("cancelBooking", "expireBooking"), nth }) }
)

/** Sequences of what happens to queues, at two desks, over weeks. */
export const queueActs: fc.Arbitrary<ReadonlyArray<QueueAct>> = fc.array(
  fc
    .record({ deed, hours: fc.constantFrom(0, 1, 24, 72, 200), branch })
    .map(({ deed: done, ...when }): QueueAct => ({ ...done, ...when })),
  { minLength: 1, maxLength: 40, size: "max" }
)
