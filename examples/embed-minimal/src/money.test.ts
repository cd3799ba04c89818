import { expect, it } from "vitest"
import { aDayAtTheCashDesk } from "./money.ts"

it("goes as the page about money says", async () => {
  expect(await aDayAtTheCashDesk()).toEqual([
    "left to pay: 0",
    "the receipt says what for: true",
    "without a reason: CountDiffers",
    "with one: -20",
    "session 1: cash 52.50 EUR",
    "broken invariants: 0"
  ])
})
