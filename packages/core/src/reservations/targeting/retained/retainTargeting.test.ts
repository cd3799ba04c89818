import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { type ItemId, TitleId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import { target } from "../target.ts"
import { arbitraryCopies, arbitraryReservations, arbitraryRules } from "../testing/arbitraryProblem.ts"
import { now, problemOf, reserved, standing } from "../testing/scene.ts"
import type { TargetingChange } from "./change.ts"
import { type RetainedTargeting, retainTargeting } from "./retainTargeting.ts"

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

  it("gives a copy that came back to who waits, and leaves alone who has one that did not move", () => {
    const retained = retainedOf(problemOf([reserved("r1"), reserved("r2")], [standing("i2", "north")]))
    const { assigned, released, cost } = changed(retained, [{ _tag: "CopyCame", copy: standing("i1", "north") }])
    assert.deepEqual({ assigned, released, cost }, { assigned: [pair("r2", "i1")], released: [], cost: 0 })
  })

  it("says who waits on when a copy goes, and who is served when someone before goes", () => {
    const retained = retainedOf(
      problemOf([reserved("r1"), reserved("r2")], [standing("i1", "north"), standing("i2", "south")])
    )
    const gone = changed(retained, [{ _tag: "CopyWent", itemId: standing("i1", "").itemId }])
    assert.deepEqual(gone, { assigned: [pair("r1", "i2")], released: [reserved("r2").reservationId], cost: 2 })
    const left = changed(retained, [{ _tag: "ReservationWent", reservationId: reserved("r1").reservationId }])
    assert.deepEqual(left, { assigned: [pair("r2", "i2")], released: [], cost: 2 })
  })

  it("exchanges copies of other titles where a change brings a branch to another step of its load", () => {
    const ofOther = { titleIds: [TitleId.make("novel")] }
    const novel = { titleId: TitleId.make("novel") }
    const retained = retainedOf(
      problemOf([reserved("r1", ofOther)], [standing("i1", "north", novel), standing("i2", "south", novel)], {
        load: { north: [{ after: 1, costEach: 5 }] }
      })
    )
    const { assigned, cost } = changed(retained, [
      { _tag: "CopyCame", copy: standing("i3", "north") },
      { _tag: "ReservationCame", reservation: reserved("r2") }
    ])
    assert.deepEqual(assigned, [pair("r2", "i3"), pair("r1", "i2")])
    assert.strictEqual(cost, 2)
  })

  it("refuses changes of what is not there, or there already, and then makes none of them", () => {
    const retained = retainedOf(problemOf([reserved("r1")], [standing("i1", "south")]))
    const before = retained.targeting()
    const refused = retained.change([
      { _tag: "CopyWent", itemId: standing("i1", "").itemId },
      { _tag: "CopyWent", itemId: standing("i1", "").itemId },
      { _tag: "CopyCame", copy: standing("i2", "west") },
      { _tag: "ReservationCame", reservation: reserved("r1") },
      { _tag: "ReservationWent", reservationId: reserved("r9").reservationId }
    ])
    assert.deepEqual(
      Result.isFailure(refused) ? refused.failure.map((one) => [one._tag, "at" in one ? one.at : ""]) : [],
      [
        ["ItemUnknown", "changes[1].itemId"],
        ["BranchUnknown", "changes[2].copy.branch"],
        ["BranchUnknown", "changes[2].copy.homeBranch"],
        ["ReservationRepeated", "changes[3].reservation.reservationId"],
        ["ReservationUnknown", "changes[4].reservationId"]
      ]
    )
    assert.deepEqual(retained.targeting(), before)
  })
})

const retainedOf = (problem: TargetingProblem) => Result.getOrThrow(retainTargeting(problem))
const changed = (retained: RetainedTargeting, changes: ReadonlyArray<TargetingChange>) =>
  Result.getOrThrow(retained.change(changes))
const pair = (reservation: string, item: string) => ({
  reservationId: reserved(reservation).reservationId,
  itemId: standing(item, "").itemId
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
