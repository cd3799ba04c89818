import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import { currencyDigits } from "../../money/currency.ts"
import { isAmount, minorOf } from "./amounts.ts"

describe("amounts", () => {
  it.each([
    ["0.50", "CNY", 50],
    ["12.5", "EUR", 1_250],
    ["150", "JPY", 150],
    ["1.005", "KWD", 1_005],
    ["0", "CNY", 0],
    ["999999999999.999", "KWD", 999_999_999_999_999]
  ])("%s %s is %d minor units", (amount, currency, minor) => {
    assert.strictEqual(minorOf(amount, currency), minor)
  })

  it.each([
    ["0.505", "CNY"],
    ["1.5", "JPY"]
  ])("%s has more decimals than %s", (amount, currency) => {
    assert.isNull(minorOf(amount, currency))
  })

  it.each(["", "-1", "+1", "1,00", "1.", ".5", "01", "1e3", " 1", "１", "1234567890123", "NaN"])(
    "refuses %j",
    (text) => {
      expect(isAmount(text)).toBe(false)
    }
  )

  it("gives every whole number of minor units back from its text", () => {
    // Seed 801056904: 10^12 yen have thirteen digits before the point, one more than an amount may have.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 - 1 }), fc.constantFrom("JPY", "EUR", "KWD"), (minor, currency) => {
        const digits = currencyDigits(currency)
        const padded = String(minor).padStart(digits + 1, "0")
        const text = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
        assert.isTrue(isAmount(text))
        assert.strictEqual(minorOf(text, currency), minor)
      })
    )
  })
})
