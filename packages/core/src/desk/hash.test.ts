import { expect, it } from "vitest"
import { contentHash } from "./hash.ts"

const content = { item: "b1", card: "ada", at: 1 }

it("is the same for the same content under the same key, whenever it is given", () => {
  const again = { at: 2, card: "ada", item: "b1" }
  expect(contentHash("k", "checkOut", "main", again)).toBe(contentHash("k", "checkOut", "main", content))
  for (const other of [
    contentHash("k", "pickUp", "main", content),
    contentHash("k", "checkOut", "far", content),
    contentHash("k", "checkOut", "main", { ...content, card: "ben" })
  ])
    expect(other).not.toBe(contentHash("k", "checkOut", "main", content))
})

it("tells nobody who has not the key that this reader borrowed this item", () => {
  expect(contentHash("k1", "checkOut", "main", content)).not.toBe(contentHash("k2", "checkOut", "main", content))
})
