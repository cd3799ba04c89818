import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ItemId } from "../catalogue/model.ts"
import { isWanted, overlaps, targetColumns, targetOf } from "./target.ts"

const itemIds = ["i1", "i2"].map((id) => ItemId.make(id))
const names = ["a", "b"]

const columns = fc.record({
  itemId: fc.constantFrom(null, ...itemIds),
  volume: fc.constantFrom("", ...names),
  itemType: fc.constantFrom("", ...names)
})

/** Every copy that there could be. */
const copies = itemIds.flatMap((itemId) => names.flatMap((volume) => names.map((type) => ({ itemId, volume, type }))))

describe("the target of a reservation", () => {
  it("is in its row what it was", () => {
    fc.assert(
      fc.property(columns, (row) => {
        expect(targetColumns(targetOf(row))).toEqual(row)
      })
    )
    expect(targetOf({ itemId: null, volume: "a", itemType: "" }).of).toBe("anyCopy")
    expect(targetOf({ itemId: itemIds[0] ?? null, volume: "", itemType: "" }).of).toBe("copy")
  })

  it("overlaps another where one copy could fill either, and there alone", () => {
    fc.assert(
      fc.property(columns, columns, (row, otherRow) => {
        const [one, other] = [targetOf(row), targetOf(otherRow)]
        const fillsBoth = copies.some((copy) => isWanted(one, copy) && isWanted(other, copy))
        expect(overlaps(one, other)).toBe(fillsBoth)
        expect(overlaps(other, one)).toBe(fillsBoth)
      })
    )
  })

  it("of one copy is no group of copies, though each were like it", () => {
    const group = { volume: "", type: "book" }
    expect(isWanted(targetOf({ itemId: itemIds[0] ?? null, volume: "", itemType: "" }), group)).toBe(false)
    expect(isWanted(targetOf({ itemId: null, volume: "", itemType: "book" }), group)).toBe(true)
  })
})
