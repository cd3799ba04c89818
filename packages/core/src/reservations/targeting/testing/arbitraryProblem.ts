import fc from "fast-check"
import { Instant } from "../../../calendar/instant.ts"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import type { TransferRules } from "../rules/transferRules.ts"
import { now } from "./scene.ts"

const branches = ["north", "south", "east"]

const branch = fc.constantFrom(...branches)
const title = fc.constantFrom("t1", "t2", "t3").map((id) => TitleId.make(id))
const rarely = <A>(one: fc.Arbitrary<A>): fc.Arbitrary<A | null> => fc.option(one, { freq: 4 })
const itemIdOf = (number: number): ItemId => ItemId.make(`i${number}`)
const item = fc.nat(5).map(itemIdOf)
const volume = fc.constantFrom("v1", "v2")

const reservation = fc.record({
  titleIds: fc.oneof(
    { weight: 4, arbitrary: title.map((one) => [one]) },
    { weight: 1, arbitrary: fc.uniqueArray(title, { minLength: 2, maxLength: 3 }) }
  ),
  itemId: rarely(item).map((one) => (one === null || one > "i2" ? null : one)),
  volume: rarely(volume),
  pickupBranch: branch,
  rank: fc.integer({ min: 0, max: 4 }),
  excludedItems: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(item, { maxLength: 2 }) }
  ),
  firstFor: fc.option(fc.uniqueArray(item, { maxLength: 3 }), { freq: 2, nil: undefined })
})

const copy = fc.record({
  titleId: title,
  volume: rarely(volume),
  branch,
  homeBranch: branch,
  protectedUntil: rarely(fc.constantFrom(999, 1_000, 1_001).map((at) => Instant.make(at))),
  lentElsewhere: fc.nat(4).map((chance) => chance !== 0),
  floating: fc.oneof(fc.boolean(), fc.uniqueArray(branch, { maxLength: 2 }))
})

const cost = fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.constant(null) })

const loadSteps = fc
  .array(fc.record({ more: fc.integer({ min: 1, max: 2 }), dearer: fc.nat(4) }), { maxLength: 3 })
  .map((steps) => {
    let [after, costEach] = [-1, 0]
    return steps.map(({ more, dearer }) => {
      after += more
      costEach += dearer
      return { after, costEach }
    })
  })

export const arbitraryRules: fc.Arbitrary<TransferRules> = fc.record({
  branches: fc.constant(branches),
  costs: fc.array(fc.array(cost, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
  closed: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: branch.map((one) => [one]) }),
  localFirst: fc.boolean(),
  wayHomePercent: fc.constantFrom(0, 50, 100),
  load: fc.record({ north: loadSteps, south: loadSteps, east: loadSteps }, { requiredKeys: [] })
})

export const arbitraryReservations = (maxLength: number): fc.Arbitrary<ReadonlyArray<TargetedReservation>> =>
  fc.array(reservation, { maxLength }).map((rows) =>
    rows.map(({ firstFor, ...row }, number) => ({
      ...row,
      reservationId: ReservationId.make(`r${number}`),
      ...(firstFor === undefined ? {} : { firstFor })
    }))
  )

export const arbitraryCopies = (maxLength: number): fc.Arbitrary<ReadonlyArray<TargetedCopy>> =>
  fc.array(copy, { maxLength }).map((rows) => rows.map((row, number) => ({ ...row, itemId: itemIdOf(number) })))

/** A few branches, titles, copies and reservations, so that they get into each other's way. */
export const arbitraryProblem = (rows: {
  readonly reservations: number
  readonly copies: number
}): fc.Arbitrary<TargetingProblem> =>
  fc.record({
    reservations: arbitraryReservations(rows.reservations),
    copies: arbitraryCopies(rows.copies),
    rules: arbitraryRules,
    at: fc.constant(now)
  })
