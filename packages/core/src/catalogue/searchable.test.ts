import { expect, it } from "vitest"
import { searchTextOf } from "./searchable.ts"

it("cuts what a title is found by between characters, never in one", () => {
  const rare = "\u{20000}"
  for (const before of ["", "x"]) {
    const text = searchTextOf({ title: before + rare.repeat(1_500) })
    expect(text).not.toMatch(/\p{Cs}/u)
    expect(text.length).toBeGreaterThan(1_998)
  }
})
