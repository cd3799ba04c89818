import { Effect } from "effect"
import { assert, describe, it } from "vitest"
import { AccountId, type ChargeRow, EntryId } from "../accounts/model.ts"
import { BookingId } from "../bookings/model.ts"
import { ItemId } from "../catalogue/model.ts"
import type { EventRow } from "../decision/event.ts"
import { IncidentId, type IncidentRow } from "../incidents/model.ts"
import { LoanId } from "../loans/model.ts"
import { Minor } from "../money/minor.ts"
import { PickupSlotId } from "../pickupSlots/model.ts"
import { ReaderId } from "../readers/model.ts"
import { byItself, ReservationId } from "../reservations/model.ts"
import { placeAt, rankOfNone } from "../reservations/place.ts"
import { type RawStore, rawStore } from "../testing/rawStore.ts"
import {
  accountRow,
  barcodeOf,
  bookingRow,
  cardRow,
  chargeRow,
  entryRow,
  eventRow,
  incidentRow,
  itemRow,
  loanRow,
  minutesLater,
  morning,
  readerRow
} from "../testing/rows.ts"
import { town } from "../testing/town.ts"
import type { BrokenInvariant } from "./check.ts"
import { type CheckOptions, checkInvariants } from "./checkInvariants.ts"

const check = ({ tenant, layer }: RawStore, options?: CheckOptions): ReadonlyArray<BrokenInvariant> =>
  Effect.runSync(checkInvariants(tenant, options).pipe(Effect.provide(layer)))

const brokenBy = (breaking: (store: RawStore) => void): ReadonlyArray<string> => {
  const store = rawStore(town())
  breaking(store)
  return check(store).map(({ invariant, ids }) => `${invariant} ${ids.join(" ")}`)
}

it("a sound store breaks nothing, nor does an empty one", () => {
  assert.deepStrictEqual(check(rawStore(town())), [])
  assert.deepStrictEqual(check(rawStore()), [])
})

it("tells no more breaches than asked for", () => {
  const store = rawStore(town())
  for (const item of ["i1", "i2", "i3"]) store.remove("item", [item])
  assert.isAbove(check(store).length, 2)
  assert.strictEqual(check(store, { breachesMax: 2 }).length, 2)
})

it("takes a barcode that is somebody's card too for a barcode", () => {
  const store = rawStore(town())
  store.put("card", cardRow("b-i1", "ada"))
  store.change("event", ["l1", 2], { body: body({ item: { itemId: "i1", barcode: "b-i1" } }) })
  assert.deepStrictEqual(
    check(store).filter(({ invariant }) => invariant === "I36"),
    []
  )
})

it("finds a breach on any page", () => {
  const store = rawStore()
  for (let number = 10_000; number < 12_500; number++) store.put("reader", readerRow(`p${number}`))
  for (let number = 10_000; number < 12_500; number++) store.put("account", accountRow(`p${number}`))
  store.change("account", ["p12001"], { balance: Minor.make(7) })
  assert.deepStrictEqual(
    check(store).map(({ invariant, ids }) => [invariant, ...ids]),
    [
      ["I17", "p12001"],
      ["I17", "p12001"]
    ]
  )
})

const id = { l0: LoanId.make("l0"), l1: LoanId.make("l1"), r0: ReservationId.make("r0"), r1: ReservationId.make("r1") }
const ada = ReaderId.make("ada")
const body = (facts: object): string => JSON.stringify(facts)
const group = ["ada", "book", "general", "main", 0]

const decided = (setting: string, facts: object): string =>
  body({ policyVersion: 1, policyRows: { [setting]: "base" }, ...facts })

/** What is wrong, how it is brought about in the sound store, and exactly what must be found. */
type Breakage = readonly [what: string, breaking: (store: RawStore) => void, found: ReadonlyArray<string>]

const rules: ReadonlyArray<Breakage> = [
  [
    "a decision by a policy that is not there",
    ({ change }) => change("event", ["l1", 1], { body: decided("loanPeriod", { policyVersion: 7 }) }),
    ["I4 l1#1"]
  ],
  [
    "a decision by a policy that did not hold yet",
    ({ change }) => change("document", ["policy", 1], { validFrom: minutesLater(32) }),
    ["I4 b0#1", "I4 b1#1", "I4 l0#1", "I4 l1#1", "I4 r0#1", "I4 r1#1", "I4 r2#1"]
  ],
  [
    "a decision by a row that the policy does not have",
    ({ change }) =>
      change("event", ["l1", 1], { body: body({ policyVersion: 1, policyRows: { loanPeriod: "gone" } }) }),
    ["I4 l1#1 gone"]
  ],
  [
    "a loan beyond its limit",
    ({ change }) => change("event", ["l1", 1], { body: decided("loanCountMax.all", { counts: { all: 2 } }) }),
    ["I6 l1"]
  ],
  [
    "a renewal beyond its limit",
    ({ change }) => change("event", ["l1", 2], { body: decided("renewalCountMax", { renewalCount: 2 }) }),
    ["I5 l1"]
  ],
  [
    "an overdue charge above its cap",
    ({ change }) =>
      change("event", ["ada", 1], {
        body: decided("overdueCap", { kind: "overdue", renewalCount: 0, chargeId: "e1", amount: 101 })
      }),
    ["I18 ada", "I21 e1"]
  ],
  [
    "an overdue charge that is not what its steps say",
    ({ change }) => {
      const steps = [{ charged: [{ units: 3, rate: "10" }], rounding: "halfUp", cap: 90 }]
      change("event", ["ada", 1], {
        body: decided("overdueCap", { kind: "overdue", renewalCount: 0, chargeId: "e1", amount: 90, steps })
      })
    },
    ["I18 ada", "I21 e1"]
  ]
]

it("a limit that somebody went past by name is kept", () => {
  const lifted = (refusal: string): object => ({ overrides: [{ refusal, permission: "p", reason: "r" }] })
  const found = brokenBy(({ change }) => {
    change("event", ["l1", 1], {
      body: decided("loanCountMax.all", { counts: { all: 2 }, ...lifted("LoanLimitReached") })
    })
    change("event", ["l1", 2], {
      body: decided("renewalCountMax", { renewalCount: 2, ...lifted("RenewalLimitReached") })
    })
  })
  assert.deepStrictEqual(found, [])
})

const recalledForReservation = { recalledAt: minutesLater(60), recalledBy: "reservation" } as const

it("a loan is recalled for whoever recalls, by staff for anybody, and for nobody once it was claimed returned", () => {
  const recalled = ({ change }: RawStore) => change("loan", ["l1"], recalledForReservation)
  const found = (more: (store: RawStore) => void) =>
    brokenBy((store) => {
      recalled(store)
      more(store)
    })
  assert.deepStrictEqual(
    found(({ change }) => change("reservation", ["r2"], { kind: "recall" })),
    []
  )
  assert.deepStrictEqual(
    found(({ change }) => change("reservation", ["r1"], { kind: "recall" })),
    [],
    "for one whose copy stands on the shelf"
  )
  assert.deepStrictEqual(
    found(({ change }) => change("loan", ["l1"], { recalledBy: "staff" })),
    []
  )
  const claimed = ({ put, change }: RawStore): void => {
    for (const [nth, tag] of (["LoanRecalled", "ReturnClaimed", "LoanTakenUpAgain"] as const).entries())
      put("event", eventRow("l1", 3 + nth, { tag }))
    change("loan", ["l1"], { version: 5 })
  }
  assert.deepStrictEqual(found(claimed), [])
})

const loans: ReadonlyArray<Breakage> = [
  [
    "a second open loan of an item",
    ({ put }) => {
      put("loan", loanRow("l9", "i1", { version: 1 }))
      put("loanReader", { loanId: LoanId.make("l9"), readerId: ReaderId.make("ben") })
      put("loanCount", {
        readerId: ReaderId.make("ben"),
        itemType: "book",
        collection: "general",
        branch: "main",
        onSite: 0,
        count: 1
      })
      put("event", eventRow("l9", 1))
    },
    ["I1 i1 l1 l9", "I2 l9 i1"]
  ],
  [
    "an open loan whose item is available",
    ({ change }) => change("item", ["i1"], { status: "available", loanId: null }),
    ["I2 l1 i1"]
  ],
  [
    "an item on loan that names no loan",
    ({ change }) => change("item", ["i1"], { loanId: null }),
    ["I2 i1", "I2 l1 i1"]
  ],
  [
    "an item that names a closed loan",
    ({ change }) => change("item", ["i3"], { status: "onLoan", loanId: id.l0 }),
    ["I2 l0 i3"]
  ],
  [
    "an item that names no known loan",
    ({ change }) => change("item", ["i3"], { status: "onLoan", loanId: LoanId.make("l9") }),
    ["I2 i3 l9"]
  ],
  ["a loan closed before it was lent", ({ change }) => change("loan", ["l0"], { lentAt: minutesLater(91) }), ["I3 l0"]],
  ["a closed loan without an end", ({ change }) => change("loan", ["l1"], { state: "closed" }), ["I3 l1", "I3 l1"]],
  [
    "a loan reopened by editing",
    ({ change, put }) => {
      change("loan", ["l0"], { state: "onLoan", closedAt: null })
      change("item", ["i3"], { status: "onLoan", loanId: id.l0 })
      change("loanCount", group, { count: 2 })
      put("event", eventRow("i3", 2, { tag: "ItemChanged" }))
    },
    ["I3 l0"]
  ],
  [
    "something that happened after the return",
    ({ put, change }) => {
      put("event", eventRow("l0", 3, { tag: "LoanRenewed" }))
      change("loan", ["l0"], { version: 3, renewalCount: 1 })
    },
    ["I3 l0"]
  ],
  [
    "a loan lent twice",
    ({ put, change }) => {
      put("event", eventRow("l1", 3, { tag: "ItemCheckedOut" }))
      change("loan", ["l1"], { version: 3 })
    },
    ["I3 l1"]
  ],
  [
    "a loan recalled for a reservation, where nobody recalls",
    ({ change }) => change("loan", ["l1"], recalledForReservation),
    ["recalls l1 t1"]
  ],
  [
    "a loan recalled for one that is suspended",
    ({ change }) => {
      change("loan", ["l1"], recalledForReservation)
      change("reservation", ["r2"], { kind: "recall", suspended: 1 })
    },
    ["recalls l1 t1"]
  ],
  [
    "a loan recalled for one that is for another volume alone",
    ({ change }) => {
      change("loan", ["l1"], recalledForReservation)
      change("reservation", ["r2"], { kind: "recall", volume: "2" })
    },
    ["recalls l1 t1"]
  ],
  [
    "a loan recalled for one that is for another type alone",
    ({ change }) => {
      change("loan", ["l1"], recalledForReservation)
      change("reservation", ["r2"], { kind: "recall", itemType: "film" })
    },
    ["recalls l1 t1"]
  ],
  [
    "a loan recalled for one that is for another copy alone",
    ({ change }) => {
      change("loan", ["l1"], recalledForReservation)
      change("reservation", ["r2"], { kind: "recall", itemId: ItemId.make("i2") })
    },
    ["recalls l1 t1"]
  ],
  [
    "two loans recalled for one reservation",
    ({ put, change }) => {
      put("item", itemRow("i9", "t1", { status: "onLoan", loanId: LoanId.make("l9") }))
      put("event", eventRow("i9", 1, { tag: "ItemAdded" }))
      put("loan", loanRow("l9", "i9", { version: 1, ...recalledForReservation }))
      put("loanReader", { loanId: LoanId.make("l9"), readerId: ReaderId.make("ben") })
      put("loanCount", {
        readerId: ReaderId.make("ben"),
        itemType: "book",
        collection: "general",
        branch: "main",
        onSite: 0,
        count: 1
      })
      put("event", eventRow("l9", 1))
      change("loan", ["l1"], recalledForReservation)
      change("reservation", ["r2"], { kind: "recall" })
    },
    ["recalls l9 t1"]
  ],
  ["a renewal that did not happen", ({ change }) => change("loan", ["l1"], { renewalCount: 2 }), ["I5 l1"]],
  [
    "an open loan without its reader",
    ({ remove, change }) => {
      remove("loanReader", ["l1"])
      change("loanCount", group, { count: 0 })
    },
    ["links l1"]
  ],
  ["a group that counts too many", ({ change }) => change("loanCount", group, { count: 2 }), ["counts ada"]],
  ["a group that is not there", ({ remove }) => remove("loanCount", group), ["counts ada"]],
  [
    "a loan counted in the wrong group",
    ({ change }) => change("loanCount", group, { collection: "rare" }),
    ["counts ada", "counts ada"]
  ]
]

const reservations: ReadonlyArray<Breakage> = [
  [
    "two in one place",
    ({ change }) => change("reservation", ["r2"], { place: placeAt(rankOfNone, 2) }),
    ["I10 t1 r1 r2"]
  ],
  [
    "a live one without a place",
    ({ change }) => change("reservation", ["r2"], { place: null }),
    ["I10 r2", "counts t1"]
  ],
  ["one that ended and kept its place", ({ change }) => change("reservation", ["r0"], { place: 1 }), ["I10 r0"]],
  ["a next place that is taken", ({ change }) => change("titleQueue", ["t1"], { nextPlace: 3 }), ["I10 t1 r2"]],
  ["a queue that miscounts", ({ change }) => change("titleQueue", ["t1"], { waitingCount: 2 }), ["counts t1"]],
  ["a queue that is not there", ({ remove }) => remove("titleQueue", ["t1"]), ["counts t1"]],
  [
    "an item set aside that names no reservation",
    ({ change }) => change("item", ["i2"], { reservationId: null }),
    ["I11 i2", "I11 r1 i2"]
  ],
  [
    "an item on the shelf that is not set aside",
    ({ change }) => change("item", ["i2"], { status: "available", reservationId: null }),
    ["I11 r1 i2"]
  ],
  [
    "two items set aside for one",
    ({ change }) => change("item", ["i3"], { status: "setAside", reservationId: id.r1 }),
    ["I11 r1 i2 i3"]
  ],
  [
    "an item kept for one that is for another volume",
    ({ change }) => change("reservation", ["r1"], { volume: "2" }),
    ["I11 r1 i2"]
  ],
  [
    "a reservation on its way, whose item stands on the shelf",
    ({ change }) => change("reservation", ["r1"], { state: "inTransit", shelfUntil: null }),
    ["slots s1 r1", "transits r1 i2"]
  ],
  [
    "a reservation that names another item",
    ({ change }) => change("reservation", ["r1"], { setAsideItemId: ItemId.make("i3") }),
    ["I11 r1 i3"]
  ],
  [
    "an item set aside for one that ended",
    ({ change }) => change("item", ["i3"], { status: "setAside", reservationId: id.r0 }),
    ["I15 i3 r0"]
  ],
  [
    "an item set aside for nobody known",
    ({ change }) => change("item", ["i3"], { status: "setAside", reservationId: ReservationId.make("r9") }),
    ["I15 i3 r9"]
  ],
  ["a filled one that names no loan", ({ change }) => change("reservation", ["r0"], { loanId: null }), ["I12 r0"]],
  [
    "a filled one without an end",
    ({ change }) => change("reservation", ["r0"], { endedAt: null }),
    ["I12 r0", "I10 r0", "links r0"]
  ],
  [
    "one that waits with an instant on the shelf",
    ({ change }) => change("reservation", ["r2"], { shelfUntil: morning }),
    ["I12 r2"]
  ],
  ["one set aside without an instant", ({ change }) => change("reservation", ["r1"], { setAsideAt: null }), ["I12 r1"]],
  [
    "one that ended otherwise than its events say",
    ({ change }) => change("reservation", ["r0"], { state: "cancelled", loanId: null }),
    ["I12 r0"]
  ],
  [
    "one that ended twice",
    ({ put, change }) => {
      put("event", eventRow("r0", 3, { tag: "ReservationExpired" }))
      change("reservation", ["r0"], { version: 3 })
    },
    ["I12 r0", "I12 r0"]
  ],
  [
    "a live one whose events say that it ended",
    ({ put, change }) => {
      put("event", eventRow("r2", 2, { tag: "ReservationCancelled" }))
      change("reservation", ["r2"], { version: 2 })
    },
    ["I12 r2"]
  ],
  [
    "one that is joined with another reader's, in another way",
    ({ change }) => {
      change("reservationReader", ["r1"], { groupId: "r1", groupKind: "anyOf" })
      change("reservationReader", ["r2"], { groupId: "r1", groupKind: "together" })
    },
    ["joined r1 r2", "joined r1 r2"]
  ],
  [
    "a set that waits for nothing",
    ({ change }) => change("reservationReader", ["r1"], { groupId: "g", groupKind: "together" }),
    ["joined g"]
  ],
  ["a live one without its reader", ({ remove }) => remove("reservationReader", ["r2"]), ["links r2"]],
  [
    "one that ended with a reader",
    ({ put }) => put("reservationReader", { reservationId: id.r0, readerId: ada, ...byItself }),
    ["links r0"]
  ],
  [
    "two live ones of a reader for the same title",
    ({ change }) => change("reservationReader", ["r2"], { readerId: ReaderId.make("ben") }),
    ["I13 r1 r2"]
  ]
]

const accounts: ReadonlyArray<Breakage> = [
  [
    "a balance that is not the sum",
    ({ change }) => change("account", ["ada"], { balance: Minor.make(61) }),
    ["I17 ada", "I17 ada"]
  ],
  [
    "a line of a cash desk of another amount than was paid",
    ({ change }) => change("cashEntry", ["e2"], { amount: Minor.make(41) }),
    ["I17 front 1", "I18 front"]
  ],
  [
    "money of a reader in a session where it was not taken",
    ({ change }) => change("cashEntry", ["e2"], { session: 2 }),
    ["I17 front 1", "I18 front"]
  ],
  ["a count that nobody has the lines of", ({ remove }) => remove("cashEntry", ["c2"]), ["I17 front 1"]],
  [
    "a payment at a cash desk that is not its reader's",
    ({ change }) => change("cashEntry", ["c2"], { kind: "payout" }),
    ["I17 c2"]
  ],
  [
    "a cash desk that is closed and never was",
    ({ change }) => change("cashDesk", ["front"], { closedAt: null }),
    ["I17 front"]
  ],
  ["a slot that nobody has and is taken", ({ remove }) => remove("slotTaken", ["r1"]), ["slots s1"]],
  [
    "a slot taken by more than there is room for",
    ({ change }) => change("pickupSlot", ["s1"], { capacity: 0 }),
    ["slots s1"]
  ],
  [
    "a slot taken for what waits in a queue",
    ({ put, change }) => {
      put("slotTaken", { reservationId: ReservationId.make("r2"), slotId: PickupSlotId.make("s1") })
      change("pickupSlot", ["s1"], { taken: 2, capacity: 2 })
    },
    ["slots s1 r2"]
  ],
  ["a slot of another branch", ({ change }) => change("pickupSlot", ["s1"], { branch: "hill" }), ["slots s1 r1"]],
  [
    "two bookings of an item that overlap by their days around",
    ({ put }) => {
      put(
        "booking",
        bookingRow("b2", "i3", {
          blockedFrom: minutesLater(150),
          fromAt: minutesLater(160),
          untilAt: minutesLater(170),
          blockedUntil: minutesLater(180)
        })
      )
      put("bookingReader", { bookingId: BookingId.make("b2"), readerId: ReaderId.make("ada") })
    },
    ["I27 b2", "bookings i3 b1 b2"]
  ],
  [
    "a booking that ends before it begins",
    ({ change }) => change("booking", ["b1"], { untilAt: minutesLater(60) }),
    ["bookings b1"]
  ],
  [
    "a live booking of an item that is withdrawn",
    ({ change }) => change("item", ["i3"], { status: "withdrawn" }),
    ["bookings i3 b1"]
  ],
  ["a live booking of nobody", ({ remove }) => remove("bookingReader", ["b1"]), ["links b1"]],
  [
    "a booking that ended and still has a reader",
    ({ put }) => put("bookingReader", { bookingId: BookingId.make("b0"), readerId: ReaderId.make("ada") }),
    ["links b0"]
  ],
  [
    "a booking that lives on after it ended",
    ({ change, put }) => {
      change("booking", ["b0"], {
        state: "booked",
        endedAt: null,
        blockedUntil: minutesLater(29),
        blockedFrom: minutesLater(1),
        fromAt: minutesLater(2),
        untilAt: minutesLater(3)
      })
      put("bookingReader", { bookingId: BookingId.make("b0"), readerId: ReaderId.make("ada") })
    },
    ["bookings b0"]
  ],
  [
    "a fulfilled booking without its loan",
    ({ change }) => change("booking", ["b0"], { state: "fulfilled" }),
    ["bookings b0", "bookings b0"]
  ],
  ["entries of nobody's account", ({ put }) => put("entry", entryRow("e9", "dan")), ["I17 dan"]],
  [
    "an entry that no event added",
    ({ put, change }) => {
      put("entry", entryRow("e9", "ben"))
      change("account", ["ben"], { balance: Minor.make(100) })
    },
    ["I17 ben", "I18 ben"]
  ],
  [
    "an entry that was taken away",
    ({ remove, change }) => {
      remove("entry", ["e2"])
      remove("allotment", ["e2", "e1", 2])
      change("charge", ["e1"], { outstanding: Minor.make(100) })
      change("account", ["ada"], { balance: Minor.make(100) })
    },
    ["I18 ada"]
  ],
  ["an entry that was changed", ({ change }) => change("entry", ["e2"], { at: minutesLater(96) }), ["I18 ada"]],
  [
    "a charge that forgot a payment",
    ({ change }) => change("charge", ["e1"], { outstanding: Minor.make(100) }),
    ["I17 ada", "I19 e1"]
  ],
  [
    "a charge with more owed than its amount",
    ({ change }) => change("charge", ["e1"], { outstanding: Minor.make(101) }),
    ["I17 ada", "I19 e1", "I19 e1"]
  ],
  [
    "a payment that allots more than it brought",
    ({ change }) => {
      change("allotment", ["e2", "e1", 2], { amount: Minor.make(50) })
      change("charge", ["e1"], { outstanding: Minor.make(50) })
    },
    ["I17 ada", "I19 e2"]
  ],
  [
    "a charge of which more was refunded than paid",
    ({ change }) => change("charge", ["e1"], { refunded: Minor.make(41) }),
    ["I19 e1"]
  ],
  [
    "a credit that no account knows, with more left than it brought",
    ({ put }) =>
      put("credit", {
        creditId: EntryId.make("e2"),
        accountId: AccountId.make("ada"),
        amount: Minor.make(1),
        remaining: Minor.make(2),
        raisedAt: minutesLater(95)
      }),
    ["I17 ada", "I19 e2"]
  ],
  [
    "an allotment from nowhere",
    ({ put }) =>
      put("allotment", {
        entryId: EntryId.make("e9"),
        chargeId: EntryId.make("e8"),
        nth: 1,
        at: morning,
        amount: Minor.make(1)
      }),
    ["I19 e9", "I19 e8"]
  ],
  [
    "an allotment of nothing",
    ({ put }) =>
      put("allotment", {
        entryId: EntryId.make("e2"),
        chargeId: EntryId.make("e2"),
        nth: 1,
        at: morning,
        amount: Minor.make(0)
      }),
    ["I19 e2 e2", "I19 e2"]
  ],
  [
    "a charge with something owed that lost its loan",
    ({ remove }) => remove("chargeLoan", ["l0", "overdue", 0]),
    ["I20 e1"]
  ],
  [
    "a charge that stands for two loans",
    ({ put }) => put("chargeLoan", { loanId: id.l1, kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e1") }),
    ["I20 e1 l0 l1"]
  ]
]

const n1 = IncidentId.make("n1")
const lossOf = (loanId: LoanId, fields: Partial<IncidentRow> = {}): IncidentRow =>
  incidentRow("n1", "i1", { loanId, state: "charged", ...fields })
const charged = (chargeId: string): ChargeRow =>
  chargeRow(chargeId, "ada", { kind: "loss", amount: Minor.make(0), outstanding: Minor.make(0) })
const reported = (id: string): EventRow => eventRow(id, 1, { tag: "IncidentReported" })

/** What must be found, among whatever else such rows break. */
const ofLosses: ReadonlyArray<Breakage> = [
  [
    "a loan that is lost twice",
    ({ put }) => {
      for (const incidentId of ["n1", "n2"])
        put("incident", { ...lossOf(id.l1), incidentId: IncidentId.make(incidentId) })
    },
    ["I22 l1 n1 n2"]
  ],
  [
    "a loss that is charged twice",
    ({ put }) => {
      put("incident", lossOf(id.l1))
      for (const chargeId of ["c1", "c2"]) {
        put("charge", charged(chargeId))
        put("chargeIncident", { chargeId: EntryId.make(chargeId), incidentId: n1 })
      }
    },
    ["I22 n1 c1 c2"]
  ],
  ["a loss whose loan is not lost", ({ put }) => put("incident", lossOf(id.l1)), ["I2 l1 n1"]],
  ["a lost loan without a loss", ({ change }) => change("loan", ["l1"], { state: "lost" }), ["I2 l1"]],
  [
    "an incident that ended and goes on",
    ({ put }) => {
      put("incident", lossOf(id.l1, { state: "found", endedAt: morning, version: 3 }))
      for (const event of [
        reported("n1"),
        eventRow("n1", 2, { tag: "IncidentEnded" }),
        eventRow("n1", 3, { tag: "IncidentCharged" })
      ])
        put("event", event)
    },
    ["incidents n1"]
  ],
  [
    "a settled charge that names a loss which is over",
    ({ put }) => {
      put("incident", lossOf(id.l1, { state: "found", endedAt: morning }))
      put("charge", charged("c1"))
      put("chargeIncident", { chargeId: EntryId.make("c1"), incidentId: n1 })
    },
    ["links c1 n1"]
  ]
]

describe("breaches of losses", () => {
  for (const [what, breaking, found] of ofLosses)
    it(what, () => {
      const told = brokenBy(breaking)
      for (const one of found) assert.include(told, one)
    })
})

const others: ReadonlyArray<Breakage> = [
  ["two items with one barcode", ({ change }) => change("item", ["i3"], { barcode: barcodeOf("i1") }), ["I9 i1 i3"]],
  ["a key that comes twice", ({ put }) => put("card", cardRow("ben", "c-ada")), ["I8 c-ada"]],
  [
    "a composite key that comes twice",
    ({ put }) => put("event", eventRow("t1", 1, { tag: "TitleAdded" })),
    ["I8 t1 1"]
  ],
  [
    "a gap in a history",
    ({ change }) => {
      change("event", ["l1", 2], { seq: 3 })
      change("loan", ["l1"], { version: 3 })
    },
    ["I27 l1"]
  ],
  ["a history that does not begin at 1", ({ remove }) => remove("event", ["l0", 1]), ["I27 l0"]],
  ["a row that moved without an event", ({ change }) => change("loan", ["l1"], { version: 3 }), ["I27 l1"]],
  [
    "events of a row that is not there",
    ({ put }) => put("event", eventRow("r9", 1, { tag: "ReservationPlaced" })),
    ["I27 r9"]
  ],
  ["an item that came without an event", ({ put }) => put("item", itemRow("i9", "t1")), ["I27 i9"]],
  [
    "an item with an event of a later version",
    ({ put }) => put("event", eventRow("i1", 9, { tag: "ItemChanged" })),
    ["I27 i1"]
  ],
  ["an event that cannot be read", ({ change }) => change("event", ["i1", 1], { body: "{" }), ["I27 i1#1"]],
  [
    "a receipt that cannot be read",
    ({ change }) => change("command", ["a".repeat(64)], { receipt: "{" }),
    [`I25 ${"a".repeat(64)}`]
  ],
  [
    "a command kept under no hash",
    ({ change }) => change("command", ["a".repeat(64)], { contentHash: "checkOut" }),
    [`I25 ${"a".repeat(64)}`]
  ],
  [
    "an event with reader and item",
    ({ change }) => change("event", ["l1", 2], { body: body({ by: "ada", of: ["x", { item: "i1" }] }) }),
    ["I36 l1#2 ada i1"]
  ],
  [
    "an event with card and barcode",
    ({ change }) => change("event", ["l1", 2], { body: body({ card: "c-ada", barcode: "b-i1" }) }),
    ["I36 l1#2 c-ada b-i1"]
  ],
  [
    "an account's event with an item",
    ({ change }) => change("event", ["reader:ada", 1], { body: body({ itemId: "i1" }) }),
    ["I36 reader:ada#1 ada i1"]
  ],
  [
    "a receipt with reader and item",
    ({ change }) => change("command", ["a".repeat(64)], { receipt: '["c-ben","b-i2"]' }),
    [`I36 ${"a".repeat(64)} c-ben b-i2`]
  ]
]

describe("finds exactly", () => {
  for (const [what, breaking, found] of [...rules, ...loans, ...reservations, ...accounts, ...others]) {
    it(what, () => assert.deepStrictEqual([...brokenBy(breaking)].sort(), [...found].sort()))
  }
})
