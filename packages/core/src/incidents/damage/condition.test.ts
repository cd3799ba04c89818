import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import { compensationFor } from "../compensation/index.ts"
import { type Condition, isSound, type Seen, seenAgain, sound, worseThan } from "./condition.ts"

/** Every kind adds up: per spot, per page, in steps, and parts. */
const rule: CompensationRule = {
  damage: {
    kinds: {
      stain: [
        { grade: "light", cost: { perSpot: "0.50" } },
        { grade: "heavy", cost: { perSpot: "1.25" } }
      ],
      page: [{ grade: "torn", cost: { perPage: "0.20" } }],
      cover: [
        { grade: "bent", cost: { flat: "1.00" } },
        { grade: "broken", cost: { flat: "4.00" } },
        { grade: "gone", cost: { flat: "9.00" } }
      ]
    }
  },
  parts: { disc: "3.00", map: "2.50" }
}
const grades = Object.entries(rule.damage?.kinds ?? {}).flatMap(([kind, list]) =>
  list.map(({ grade }) => ({ kind, grade }))
)

const times = fc.integer({ min: 1, max: 9 })
const seen: fc.Arbitrary<Seen> = fc.record({
  damages: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...grades), times).map(([of, count]) => ({ ...of, count })),
    { selector: ({ kind }) => kind, maxLength: 3 }
  ),
  parts: fc.uniqueArray(fc.record({ part: fc.constantFrom("disc", "map"), count: times }), {
    selector: ({ part }) => part,
    maxLength: 2
  })
})

const costOf = (before: Condition, { damages, parts }: Condition): number => {
  const known = { happenedOn: "2026-03-02", loss: false, item: {} }
  const found = compensationFor(rule, { ...known, damages, parts, before }, { currency: "EUR", rounding: "halfUp" })
  if (Result.isFailure(found)) throw new Error(JSON.stringify(found.failure))
  return found.success.amount
}

/** What each of these inspections charges, and what is on the item in the end. */
const inspected = (
  looks: ReadonlyArray<Seen>
): { readonly amounts: ReadonlyArray<number>; readonly last: Condition } => {
  let last = sound
  const amounts = looks.map((look) => {
    const now = seenAgain(last, look, rule)
    const amount = costOf(last, worseThan(last, now))
    last = now
    return amount
  })
  return { amounts, last }
}

const looks = fc.array(seen, { minLength: 1, maxLength: 6 })
const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((total, amount) => total + amount, 0)

describe("the condition of an item", () => {
  it("is paid for once: what successive inspections charge is what its last condition costs", () => {
    fc.assert(
      fc.property(looks, (given) => {
        const { amounts, last } = inspected(given)
        assert.strictEqual(sum(amounts), costOf(sound, last))
      })
    )
  })

  it("costs nothing when it is seen again as it was, in whole, in part, or not at all", () => {
    fc.assert(
      fc.property(looks, fc.nat(), (given, nth) => {
        const again = given[nth % given.length] as Seen
        const { amounts } = inspected([...given, again, {}, ...given])
        assert.strictEqual(sum(amounts.slice(given.length)), 0)
      })
    )
  })

  it("never gets better by being looked at, and never costs less than nothing", () => {
    fc.assert(
      fc.property(looks, seen, (given, look) => {
        const { last, amounts } = inspected(given)
        const now = seenAgain(last, look, rule)
        assert.isTrue(amounts.every((amount) => amount >= 0))
        assert.isAtLeast(costOf(sound, now), costOf(sound, last))
        assert.isTrue(isSound(worseThan(now, last)) || costOf(now, worseThan(now, last)) === 0)
      })
    )
  })

  it("does not depend on the order in which its damage is seen", () => {
    fc.assert(
      fc.property(looks, (given) => {
        assert.strictEqual(sum(inspected(given).amounts), sum(inspected([...given].reverse()).amounts))
      })
    )
  })

  it("keeps what was seen where the rules know no grades", () => {
    const before = { damages: [{ kind: "x", grade: "a", count: 2 }], parts: [] }
    assert.deepEqual(seenAgain(before, { damages: [{ kind: "x", grade: "b" }] }, null).damages, [
      { kind: "x", grade: "b", count: 2 }
    ])
  })
})
