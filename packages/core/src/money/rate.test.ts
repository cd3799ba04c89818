import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { atRate, atRates, type Rounding, rateOf, rateText } from "./rate.ts"

describe("a rate of money", () => {
  it.each<[string, number, number, Rounding, number]>([
    ["0.10", 2, 31, "halfUp", 310],
    ["0.125", 2, 1, "halfUp", 13],
    ["0.125", 2, 1, "halfEven", 12],
    ["0.135", 2, 1, "halfEven", 14],
    ["0.129", 2, 1, "down", 12],
    ["0.121", 2, 1, "up", 13],
    ["100", 0, 3, "halfUp", 300],
    ["0.5", 0, 1, "halfUp", 1],
    ["0.0005", 3, 2, "down", 1],
    ["-0.0051", 2, 1, "halfEven", -1],
    ["-0.125", 2, 1, "halfUp", -13]
  ])("%s in a currency of %i places, %i times, rounded %s, is %i", (amount, digits, units, rounding, expected) => {
    expect(atRate(rateOf(amount, digits), units, rounding)).toBe(expected)
  })

  const amount = fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 9_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`)
  const units = fc.integer({ min: 0, max: 10_000 })

  it("is rounded once, and by less than one minor unit", () => {
    fc.assert(
      fc.property(amount, units, (text, n) => {
        const rate = rateOf(text, 2)
        const [down, up] = [atRate(rate, n, "down"), atRate(rate, n, "up")]
        expect(up - down).toBe(text.endsWith("00") || (Number(text.replace(".", "")) * n) % 100 === 0 ? 0 : 1)
        for (const rounding of ["halfUp", "halfEven"] as const) expect([down, up]).toContain(atRate(rate, n, rounding))
      })
    )
  })

  it("is summed with others before it is rounded", () => {
    const parts = [
      { units: 1, rate: rateOf("0.004", 2) },
      { units: 2, rate: rateOf("0.0005", 2) }
    ]
    expect(parts.map(({ rate, units }) => atRate(rate, units, "halfUp"))).toEqual([0, 0])
    expect(atRates(parts, "halfUp")).toBe(1)
  })

  it("is read again from its text", () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 2, 3), units, (text, digits, n) => {
        const rate = rateOf(text, digits)
        expect(atRate(rateOf(rateText(rate), 0), n, "halfEven")).toBe(atRate(rate, n, "halfEven"))
      })
    )
  })
})
