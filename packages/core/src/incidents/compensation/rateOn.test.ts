import { expect, it } from "vitest"
import { rateOn } from "./rateOn.ts"

const rates = [
  { currency: "USD", from: "2024-03-01", rate: "7.2" },
  { currency: "USD", from: "2024-01-01", rate: "7.1" },
  { currency: "EUR", from: "2024-01-01", rate: "7.8" }
]

it.each([
  ["2024-02-29", "7.1"],
  ["2024-03-01", "7.2"],
  ["2030-01-01", "7.2"],
  ["2023-12-31", undefined]
])("on %s the rate is %s: the latest that began then or before", (day, rate) => {
  expect(rateOn(rates, "USD", day)?.rate).toBe(rate)
})

it("is none where the policy has none of the currency", () => {
  expect(rateOn(undefined, "USD", "2024-01-01")).toBeNull()
  expect(rateOn(rates, "GBP", "2024-06-01")).toBeNull()
})
