import fc from "fast-check"

/** Two readers, three items of two titles: small on purpose, so that commands meet. */
export const townReaders = ["ada", "ben"] as const
export const townItems = ["i1", "i2", "f1"] as const
export const townBranches = ["main", "hill"] as const
export type TownReader = (typeof townReaders)[number]
export type TownItem = (typeof townItems)[number]

/** Who gives a command: staff with every right, staff of a desk, or a reader at a self-service station. */
export type Giver = "manager" | "clerk" | TownReader

/** What is done, with things named by where they are found when it is done: the n-th live reservation, the n-th charge. */
export type DeskDeed =
  | {
      readonly name: "checkOut" | "pickUp"
      readonly item: TownItem
      readonly reader: TownReader
      readonly onSite: boolean
    }
  | { readonly name: "renew" | "returnItem"; readonly item: TownItem }
  | { readonly name: "renewAll"; readonly reader: TownReader }
  | { readonly name: "reserve"; readonly title: 0 | 1; readonly item: TownItem | null; readonly reader: TownReader }
  | { readonly name: "cancelReservation" | "expireReservation"; readonly nth: number }
  | { readonly name: "pay"; readonly reader: TownReader; readonly amount: number }
  | { readonly name: "waive"; readonly reader: TownReader; readonly nth: number; readonly amount: number | null }

/** One command of a sequence. It survives JSON, so that a failing sequence can be kept in a test. */
export type DeskAct = DeskDeed & {
  /** How long after the act before it. Below zero: the clock was put back. */
  readonly minutes: number
  readonly branch: (typeof townBranches)[number]
  readonly by: Giver
  readonly override: boolean
  /** `dry`: only to see what would come of it. `twice`: and again under the same key. */
  readonly mode: "once" | "twice" | "dry"
  /** Before it a policy is published that admits so many loans; `null`: none. */
  readonly publish: number | null
}

const item = fc.constantFrom(...townItems)
const reader = fc.constantFrom(...townReaders)
const nth = fc.nat(3)

const deeds: ReadonlyArray<readonly [weight: number, fc.Arbitrary<DeskDeed>]> = [
  [6, fc.record({ name: fc.constant("checkOut"), item, reader, onSite: fc.boolean() })],
  [6, fc.record({ name: fc.constant("returnItem"), item })],
  [
    4,
    fc.record({
      name: fc.constant("reserve"),
      title: fc.constant(0),
      item: fc.constantFrom(null, null, "i1", "f1"),
      reader
    })
  ],
  [1, fc.record({ name: fc.constant("reserve"), title: fc.constant(1), item: fc.constantFrom(null, "f1"), reader })],
  [2, fc.record({ name: fc.constant("renew"), item })],
  [2, fc.record({ name: fc.constant("pickUp"), item, reader, onSite: fc.constant(false) })],
  [1, fc.record({ name: fc.constant("cancelReservation"), nth })],
  [1, fc.record({ name: fc.constant("expireReservation"), nth })],
  [1, fc.record({ name: fc.constant("pay"), reader, amount: fc.constantFrom(1, 10, 20, 50) })],
  [1, fc.record({ name: fc.constant("renewAll"), reader })],
  [1, fc.record({ name: fc.constant("waive"), reader, nth, amount: fc.constantFrom(null, 10, 60) })]
]
const deed = fc.oneof(...deeds.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const hourMinutes = 60
const dayMinutes = 24 * hourMinutes

/** Waits between commands: at once, hours, days, weeks. */
const forward = fc.constantFrom(0, 1, 2 * hourMinutes, dayMinutes, 3 * dayMinutes, 9 * dayMinutes, 20 * dayMinutes)
const anyWay = fc.oneof(
  { weight: 4, arbitrary: forward },
  { weight: 1, arbitrary: fc.constantFrom(-hourMinutes, -dayMinutes, -30 * dayMinutes) }
)

/** Commands as they come at the desks of a small library. `clockMayGoBack`: also with a clock that is put back. */
export const deskAct = ({ clockMayGoBack = false } = {}): fc.Arbitrary<DeskAct> =>
  fc
    .record({
      deed,
      minutes: clockMayGoBack ? anyWay : forward,
      branch: fc.constantFrom("main" as const, "main" as const, "hill" as const),
      by: fc.constantFrom<Giver | "self">("manager", "manager", "clerk", "self", "self", "ada"),
      override: fc.boolean(),
      mode: fc.constantFrom("once" as const, "once" as const, "once" as const, "twice" as const, "dry" as const),
      publish: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 60 })
    })
    .map(({ deed: done, by, ...how }): DeskAct => ({ ...done, ...how, by: by === "self" ? selfOf(done) : by }))

const selfOf = (done: DeskDeed): Giver => ("reader" in done ? done.reader : "ben")

/** Sequences of commands, long enough for queues and debts to build up. They shrink to the few that matter. */
export const deskActs = (
  options: { readonly clockMayGoBack?: boolean; readonly maxLength?: number } = {}
): fc.Arbitrary<ReadonlyArray<DeskAct>> =>
  fc.array(deskAct(options), { minLength: 1, maxLength: options.maxLength ?? 30, size: "max" })
