import { Result } from "effect"
import { assert, describe, it } from "vitest"
import { Instant } from "../../../calendar/instant.ts"
import { TitleId } from "../../../catalogue/model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import { target } from "../target.ts"
import { now, problemOf, reserved, standing } from "../testing/scene.ts"
import type { TransferRules } from "./transferRules.ts"

interface Case {
  readonly shows: string
  readonly reservations: ReadonlyArray<TargetedReservation>
  readonly copies: ReadonlyArray<TargetedCopy>
  readonly rules?: Partial<TransferRules>
  /** The item of each reservation that is served. */
  readonly gets: Readonly<Record<string, string>>
  readonly cost: number
}

const atEast = { pickupBranch: "east" }
const protectedTo = (at: number) => ({ protectedUntil: Instant.make(at) })
const novel = TitleId.make("novel")

const cases: ReadonlyArray<Case> = [
  {
    shows: "the nearest copy comes",
    reservations: [reserved("r1")],
    copies: [standing("i1", "east"), standing("i2", "south")],
    gets: { r1: "i2" },
    cost: 2
  },
  {
    shows: "the first does not get the nearest where that costs the two of them more",
    reservations: [reserved("r1"), reserved("r2", { pickupBranch: "south" })],
    copies: [standing("i1", "south"), standing("i2", "north")],
    gets: { r1: "i2", r2: "i1" },
    cost: 0
  },
  {
    shows: "a turn is a turn, whatever it costs",
    reservations: [reserved("r1", atEast), reserved("r2", { rank: 1 })],
    copies: [standing("i1", "north")],
    gets: { r1: "i1" },
    cost: 9
  },
  {
    shows: "of equal ranks the smaller id goes first, and rank goes before id",
    reservations: [reserved("r1", { rank: 2 }), reserved("r3", { rank: 1 }), reserved("r2", { rank: 1 })],
    copies: [standing("i1", "north")],
    gets: { r2: "i1" },
    cost: 0
  },
  {
    shows: "one that can have another copy makes room for a later one that cannot",
    reservations: [reserved("r1"), reserved("r2", { rank: 1, itemId: standing("i1", "").itemId })],
    copies: [standing("i1", "north"), standing("i2", "east")],
    gets: { r1: "i2", r2: "i1" },
    cost: 9
  },
  {
    shows: "local first: a reservation that a copy at its own branch can fill goes before an earlier one",
    reservations: [reserved("r1", atEast), reserved("r2", { rank: 1 })],
    copies: [standing("i1", "north")],
    rules: { localFirst: true },
    gets: { r2: "i1" },
    cost: 0
  },
  {
    shows: "local first: among local ones rank decides",
    reservations: [reserved("r1", { rank: 1 }), reserved("r2", { rank: 0 })],
    copies: [standing("i1", "north")],
    rules: { localFirst: true },
    gets: { r2: "i1" },
    cost: 0
  },
  {
    shows: "local first: whom a reservation goes before may be said copy by copy",
    reservations: [reserved("r1"), reserved("r2", { rank: 1, firstFor: [standing("i1", "").itemId] })],
    copies: [standing("i1", "north"), standing("i2", "south")],
    rules: { localFirst: true, closed: ["south"] },
    gets: { r1: "i1" },
    cost: 0
  },
  {
    shows: "local first: said of none, not even a copy at its own branch gives it its turn first",
    reservations: [reserved("r1", atEast), reserved("r2", { rank: 1, firstFor: [] })],
    copies: [standing("i1", "north")],
    rules: { localFirst: true },
    gets: { r1: "i1" },
    cost: 9
  },
  {
    shows: "local first: said of a copy elsewhere, it goes before an earlier one, and alike copies are told apart",
    reservations: [
      reserved("r1", { firstFor: [] }),
      reserved("r2", { rank: 1, pickupBranch: "south", firstFor: [standing("i2", "").itemId] })
    ],
    copies: [standing("i2", "north")],
    rules: { localFirst: true },
    gets: { r2: "i2" },
    cost: 2
  },
  {
    shows: "a closed branch sends nothing, and receives nothing",
    reservations: [reserved("r1", atEast), reserved("r2", { pickupBranch: "south" })],
    copies: [standing("i1", "east"), standing("i2", "north")],
    rules: { closed: ["east"] },
    gets: { r2: "i2" },
    cost: 2
  },
  {
    shows: "no copy goes where there is no way",
    reservations: [reserved("r1", atEast)],
    copies: [standing("i1", "north")],
    rules: {
      costs: [
        [0, 2, null],
        [2, 0, 9],
        [9, 9, 0]
      ]
    },
    gets: {},
    cost: 0
  },
  {
    shows: "a protected copy is picked up at its home branch alone, even from elsewhere",
    reservations: [reserved("r1"), reserved("r2", atEast)],
    copies: [standing("i1", "south", { ...protectedTo(now + 1), homeBranch: "east" })],
    gets: { r2: "i1" },
    cost: 9
  },
  {
    shows: "protection ends at its instant",
    reservations: [reserved("r1")],
    copies: [standing("i1", "south", protectedTo(now))],
    gets: { r1: "i1" },
    cost: 2
  },
  {
    shows: "a copy not lent elsewhere stays for its own branch",
    reservations: [reserved("r1"), reserved("r2", { rank: 1, pickupBranch: "south" })],
    copies: [standing("i1", "south", { lentElsewhere: false })],
    gets: { r2: "i1" },
    cost: 0
  },
  {
    shows: "the way home counts, in percent and rounded up, so a farther copy at home here may be cheaper",
    reservations: [reserved("r1")],
    copies: [standing("i1", "south"), standing("i2", "south", { homeBranch: "north" })],
    rules: { wayHomePercent: 30 },
    gets: { r1: "i2" },
    cost: 2
  },
  {
    shows: "a floating copy has no way home",
    reservations: [reserved("r1", atEast), reserved("r2", { ...atEast, rank: 1 })],
    copies: [standing("i1", "south"), standing("i2", "south", { floating: true })],
    rules: { wayHomePercent: 50 },
    gets: { r1: "i2", r2: "i1" },
    cost: 9 + 9 + 5
  },
  {
    shows: "where there is no way home none is paid for: how much it counts forbids nothing",
    reservations: [reserved("r1", { pickupBranch: "south" })],
    copies: [standing("i1", "east")],
    rules: {
      wayHomePercent: 100,
      costs: [
        [0, 2, 9],
        [2, 0, null],
        [9, 9, 0]
      ]
    },
    gets: { r1: "i1" },
    cost: 9
  },
  {
    shows: "a copy that floats among some branches has a way home from all others",
    reservations: [reserved("r1"), reserved("r2", { ...atEast, rank: 1 })],
    copies: [standing("i1", "south", { floating: ["north"] }), standing("i2", "south", { floating: ["east"] })],
    rules: { wayHomePercent: 50 },
    gets: { r1: "i1", r2: "i2" },
    cost: 2 + 9
  },
  {
    shows: "load moves work to another branch when that costs less",
    reservations: [reserved("r1"), reserved("r2"), reserved("r3")],
    copies: [standing("i1", "north"), standing("i2", "north"), standing("i3", "north"), standing("i4", "south")],
    rules: { load: { north: [{ after: 2, costEach: 3 }] } },
    gets: { r1: "i1", r2: "i2", r3: "i4" },
    cost: 2
  },
  {
    shows: "load binds titles together",
    reservations: [reserved("r1"), reserved("r2", { titleIds: [novel] })],
    copies: [
      standing("i1", "north"),
      standing("i2", "east"),
      standing("i3", "north", { titleId: novel }),
      standing("i4", "south", { titleId: novel })
    ],
    rules: { load: { north: [{ after: 1, costEach: 5 }] } },
    gets: { r1: "i1", r2: "i4" },
    cost: 2
  },
  {
    shows: "only the volume, only the copy, any of the titles, none of the excluded copies",
    reservations: [
      reserved("r1", { volume: "2" }),
      reserved("r2", { itemId: standing("i5", "").itemId }),
      reserved("r3", { titleIds: [novel, TitleId.make("atlas")] }),
      reserved("r4", { excludedItems: [standing("i1", "").itemId] })
    ],
    copies: [
      standing("i1", "east", { volume: "1" }),
      standing("i2", "north", { volume: "2" }),
      standing("i3", "north", { titleId: novel }),
      standing("i4", "east", { volume: "1" }),
      standing("i5", "east")
    ],
    gets: { r1: "i2", r2: "i5", r3: "i3", r4: "i4" },
    cost: 18
  }
]

describe("the rules of transfer", () => {
  it.each(cases)("$shows", ({ reservations, copies, rules, gets, cost }) => {
    const found = Result.getOrThrow(target(problemOf(reservations, copies, rules)))
    const items = Object.fromEntries(found.assignments.map(({ reservationId, itemId }) => [reservationId, itemId]))
    assert.deepEqual({ items, cost: found.cost }, { items: gets, cost })
  })

  it("tell what each assignment costs, part by part", () => {
    const { assignments, waiting } = Result.getOrThrow(
      target(
        problemOf(
          [reserved("r1", atEast), reserved("r2", atEast), reserved("r3")],
          [standing("i1", "south", { homeBranch: "north" }), standing("i2", "south", { homeBranch: "north" })],
          { wayHomePercent: 50, load: { south: [{ after: 1, costEach: 4 }] } }
        )
      )
    )
    const parts = { from: "south", pickupBranch: "east", transfer: 9, wayHome: 5 }
    assert.deepEqual(assignments, [
      { reservationId: reserved("r1").reservationId, itemId: standing("i1", "").itemId, ...parts, load: 0, cost: 14 },
      { reservationId: reserved("r2").reservationId, itemId: standing("i2", "").itemId, ...parts, load: 4, cost: 18 }
    ])
    assert.deepEqual(waiting, [reserved("r3").reservationId])
  })
})
