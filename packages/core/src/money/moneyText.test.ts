import fc from "fast-check"
import { expect, it } from "vitest"
import { minorOf } from "../policy/form/amounts.ts"
import { moneyText } from "./moneyText.ts"

it("writes 0, 2 or 3 decimals as the currency has them", () => {
  expect(["JPY", "EUR", "KWD"].map((currency) => moneyText(1205, currency))).toEqual(["1205", "12.05", "1.205"])
  expect(["JPY", "EUR", "KWD"].map((currency) => moneyText(-5, currency))).toEqual(["-5", "-0.05", "-0.005"])
  expect(moneyText(0, "EUR")).toBe("0.00")
})

it("is read back as the amount that it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom("JPY", "EUR", "KWD"), (minor, currency) => {
      expect(minorOf(moneyText(minor, currency), currency)).toBe(minor)
    })
  )
})
