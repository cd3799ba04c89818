import { describe, expect, it } from "vitest"
import { damageKindsOf } from "../page/damage/damageKinds.ts"

const rule = (grades: ReadonlyArray<readonly [string, object]>, parts: object) => ({
  damage: { kinds: { stain: grades.map(([grade, cost]) => ({ grade, cost })) } },
  parts
})

describe("what can be noted of an item", () => {
  it("is what any compensation of the policy knows, each grade once, in their order", () => {
    const books = rule([["light", { perPage: "1" }]], { map: "5" })
    const discs = rule(
      [
        ["light", { flat: "2" }],
        ["heavy", { perSpot: "3" }]
      ],
      { case: "1", map: "2" }
    )
    const { kinds, parts } = damageKindsOf({ compensations: { books, discs, losses: {} } })
    expect([...kinds]).toEqual([
      [
        "stain",
        [
          { grade: "light", counted: "perPage" },
          { grade: "heavy", counted: "perSpot" }
        ]
      ]
    ])
    expect(parts).toEqual(["map", "case"])
  })

  it.each([[null], [{}], [{ compensations: {} }], [{ compensations: { losses: {} } }]])(
    "is what is common where the policy names none: %j",
    (policy) => {
      expect([...damageKindsOf(policy).kinds.keys()]).toContain("tear")
    }
  )
})
