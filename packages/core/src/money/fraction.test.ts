import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import {
  compare,
  exactly,
  type Fraction,
  fractionOf,
  fractionText,
  minus,
  over,
  plus,
  rounded,
  times
} from "./fraction.ts"

const fraction: fc.Arbitrary<Fraction> = fc
  .tuple(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 500 }))
  .map(([num, den]) => exactly(`${num}/${den}`))

describe("an exact fraction", () => {
  it.each([
    ["12.50", "12.5"],
    ["0", "0"],
    ["25/3", "25/3"],
    ["50/4", "12.5"],
    ["0.00000001", "0.00000001"],
    ["7.000", "7"]
  ])("%s is written %s", (text, written) => {
    expect(fractionText(exactly(text))).toBe(written)
  })

  it.each(["", "-1", "1/0", "1e3", ".5", "1.", "1,5", "NaN", "1/2/3", " 1"])("is not %j", (text) => {
    expect(fractionOf(text)).toBeNull()
    expect(() => exactly(text)).toThrow(/never decoded/)
  })

  it("comes back from its text", () => {
    fc.assert(fc.property(fraction, (a) => assert.deepEqual(fractionOf(fractionText(a)), a)))
  })

  it("adds, multiplies and divides without loss", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        assert.deepEqual(plus(a, b), plus(b, a))
        assert.deepEqual(times(plus(a, b), c), plus(times(a, c), times(b, c)))
        assert.deepEqual(minus(plus(a, b), b), a)
        if (compare(b, exactly("0")) > 0) assert.deepEqual(times(over(a, b), b), a)
      })
    )
  })

  it("is never below 0: a difference stops there", () => {
    expect(minus(exactly("1"), exactly("2"))).toEqual(exactly("0"))
  })

  it.each([
    ["5/2", "halfUp", 3n],
    ["5/2", "halfEven", 2n],
    ["7/3", "up", 3n],
    ["8/3", "down", 2n]
  ] as const)("%s rounded %s is %s", (text, rounding, whole) => {
    expect(rounded(exactly(text), rounding)).toBe(whole)
  })
})
