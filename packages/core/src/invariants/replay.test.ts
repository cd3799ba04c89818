import { Effect } from "effect"
import { assert, describe, it } from "vitest"
import { Minor } from "../money/minor.ts"
import { type RawStore, rawStore } from "../testing/rawStore.ts"
import { entryRow, eventRow, itemRow, minutesLater } from "../testing/rows.ts"
import { town } from "../testing/town.ts"
import { type ReplayOptions, replay } from "./replay.ts"

const differences = ({ tenant, layer }: RawStore, options?: ReplayOptions) =>
  Effect.runSync(replay(tenant, options).pipe(Effect.provide(layer)))

const differencesAfter = (breaking: (store: RawStore) => void, options?: ReplayOptions): ReadonlyArray<string> => {
  const store = rawStore(town())
  breaking(store)
  return differences(store, options).map(({ table, key, what, columns }) =>
    [what, table, key, ...columns.map(({ column }) => column)].join(" ")
  )
}

it("a sound store is what its events say, in one pass or in many", () => {
  for (const passes of [1, 2, 7]) assert.deepStrictEqual(differences(rawStore(town()), { passes }), [])
  assert.deepStrictEqual(differences(rawStore()), [])
})

const breakages: ReadonlyArray<readonly [string, (store: RawStore) => void, ReadonlyArray<string>]> = [
  [
    "a due instant that no event gave",
    ({ change }) => change("loan", ["l1"], { dueAt: minutesLater(601) }),
    ["differs loan l1 dueAt"]
  ],
  ["a loan that is gone", ({ remove }) => remove("loan", ["l0"]), ["missing loan l0"]],
  ["an item that no event brought", ({ put }) => put("item", itemRow("i9", "t1")), ["unexplained item i9"]],
  [
    "an item moved without an event",
    ({ change }) => change("item", ["i3"], { presentBranch: "east", collection: "rare" }),
    ["differs item i3 presentBranch collection"]
  ],
  [
    "an item of a version before its last event",
    ({ change }) => change("item", ["i1"], { version: 1 }),
    ["differs item i1 version"]
  ],
  ["an event that is gone", ({ remove }) => remove("event", ["l1", 2]), ["differs loan l1 version dueAt renewalCount"]],
  [
    "the first event that is gone",
    ({ remove }) => remove("event", ["r2", 1]),
    ["differs titleQueue t1 waitingCount nextPlace", "unexplained reservation r2"]
  ],
  [
    "a balance that was changed",
    ({ change }) => change("account", ["ada"], { balance: Minor.make(0) }),
    ["differs account ada balance"]
  ],
  ["an entry put by hand", ({ put }) => put("entry", entryRow("e9", "ada")), ["unexplained entry e9"]],
  [
    "a charge forgiven by hand",
    ({ change }) => change("charge", ["e1"], { outstanding: Minor.make(0) }),
    ["differs charge e1 outstanding"]
  ],
  ["an allotment that is gone", ({ remove }) => remove("allotment", ["e2", "e1", 2]), ["missing allotment e2 e1 2"]],
  [
    "money moved by hand at a cash desk",
    ({ change }) => change("cashEntry", ["c1"], { amount: Minor.make(400) }),
    ["differs cashEntry c1 amount"]
  ],
  [
    "a cash desk opened without an event",
    ({ change }) => change("cashDesk", ["front"], { state: "open", version: 2 }),
    ["differs cashDesk front version state"]
  ],
  [
    "a slot that miscounts",
    ({ change }) => change("pickupSlot", ["s1"], { taken: 0 }),
    ["differs pickupSlot s1 taken"]
  ],
  [
    "a booking moved by hand to other days",
    ({ change }) => change("booking", ["b1"], { fromAt: minutesLater(70) }),
    ["differs booking b1 fromAt"]
  ],
  [
    "a queue that miscounts",
    ({ change }) => change("titleQueue", ["t1"], { waitingCount: 9 }),
    ["differs titleQueue t1 waitingCount"]
  ],
  [
    "an event that cannot be read",
    ({ change }) => change("event", ["i3", 1], { body: "[" }),
    ["unreadable event i3 1", "unexplained item i3"]
  ],
  [
    "an event that this version does not know",
    ({ put }) => put("event", eventRow("x", 1, { tag: "ItemEaten" as never })),
    ["unreadable event x 1"]
  ],
  [
    "an event that lacks what it should say",
    ({ change }) => change("event", ["i3", 1], { body: "{}" }),
    ["unreadable event i3 1", "unexplained item i3"]
  ]
]

describe("finds exactly", () => {
  for (const [what, breaking, found] of breakages) {
    it(what, () => {
      for (const passes of [1, 3])
        assert.deepStrictEqual([...differencesAfter(breaking, { passes })].sort(), [...found].sort())
    })
  }
})

it("says both values of a column that differs", () => {
  const store = rawStore(town())
  store.change("loan", ["l1"], { renewalCount: 5 })
  const [difference] = differences(store)
  assert.deepStrictEqual(difference?.columns, [{ column: "renewalCount", events: 1, stored: 5 }])
})

it("tells no more differences than asked for", () => {
  assert.strictEqual(
    differencesAfter(({ change }) => change("event", ["i3", 1], { body: "[" }), { differencesMax: 1 }).length,
    1
  )
})
