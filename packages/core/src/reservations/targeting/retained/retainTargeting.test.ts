import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import type { ItemId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import { target } from "../target.ts"
import { arbitraryCopies, arbitraryReservations, arbitraryRules, now } from "../testing/arbitraryProblem.ts"
import type { TargetingChange } from "./change.ts"
import { retainTargeting } from "./retainTargeting.ts"

/** Rows to come and go: each number that is drawn brings in the row if it is out, and takes it out if it is in. */
const scenes = fc.record({
  reservations: arbitraryReservations(14),
  copies: arbitraryCopies(14),
  rules: arbitraryRules,
  toggled: fc.array(fc.uniqueArray(fc.nat(27), { maxLength: 3 }), { maxLength: 12 })
})

describe("a retained targeting", () => {
  it("costs after every change what a run from the start costs, and serves the same reservations", () => {
    fc.assert(
      fc.property(scenes, ({ reservations, copies, rules, toggled }) => {
        const scene = sceneOf(reservations, copies)
        const problem = () => ({ ...scene.rows(), rules, at: now })
        const retained = Result.getOrThrow(retainTargeting(problem()))
        const held = new Map<ReservationId, ItemId>()
        for (const { reservationId, itemId } of retained.targeting().assignments) held.set(reservationId, itemId)
        for (const numbers of toggled) {
          const changes = numbers.flatMap(scene.toggle)
          const changed = Result.getOrThrow(retained.change(changes))
          for (const change of changes) if (change._tag === "ReservationWent") held.delete(change.reservationId)
          for (const id of changed.released) held.delete(id)
          for (const { reservationId, itemId } of changed.assigned) held.set(reservationId, itemId)

          const anew = Result.getOrThrow(target(problem()))
          assert.strictEqual(changed.cost, anew.cost)
          assert.deepEqual([...held.keys()].sort(), anew.assignments.map(({ reservationId }) => reservationId).sort())
          const told = retained.targeting().assignments.map(({ reservationId, itemId }) => [reservationId, itemId])
          assert.deepEqual(told.sort(), [...held].sort())
        }
      }),
      { numRuns: 500 }
    )
  })
})

const sceneOf = (reservations: ReadonlyArray<TargetedReservation>, copies: ReadonlyArray<TargetedCopy>) => {
  const out = new Set<number>()
  const flip = (number: number): boolean => out.delete(number) || !out.add(number)
  return {
    rows: () => ({
      reservations: reservations.filter((_, number) => !out.has(number)),
      copies: copies.filter((_, number) => !out.has(14 + number))
    }),
    toggle: (number: number): ReadonlyArray<TargetingChange> => {
      const reservation = reservations[number]
      if (number < 14 && reservation !== undefined)
        return flip(number)
          ? [{ _tag: "ReservationCame", reservation }]
          : [{ _tag: "ReservationWent", reservationId: reservation.reservationId }]
      const copy = copies[number - 14]
      if (copy === undefined) return []
      return flip(number) ? [{ _tag: "CopyCame", copy }] : [{ _tag: "CopyWent", itemId: copy.itemId }]
    }
  }
}
