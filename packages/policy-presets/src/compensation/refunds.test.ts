import { compensationFor, type Refund, type RefundCase, refundFor } from "@openshelf/core/compensation"
import { Result } from "effect"
import { assert, describe, expect, it } from "vitest"
import { compensationPresets } from "./index.ts"

const found: RefundCase = {
  paidMinor: 0,
  unpaidMinor: 0,
  processingMinor: 0,
  overdue: {},
  lostOn: "2024-03-01",
  paidOn: "2024-03-10",
  foundOn: "2024-04-01",
  replacementBought: false,
  inKind: false
}

/** Source, preset, what turned up when, and what comes back in minor units, worked from the source's row. */
const worked: ReadonlyArray<readonly [string, string, string, Partial<RefundCase>, Partial<Refund>]> = [
  [
    "B1",
    "national-style-b1",
    "less the overdue charge from payment to return",
    { paidMinor: 6960, processingMinor: 1000, overdue: { sincePayment: 22 * 30 } },
    { givenBack: 6960 - 22 * 30 }
  ],
  [
    "B1",
    "national-style-b1",
    "never what was replaced",
    { inKind: true, paidMinor: 1000 },
    { givenBack: 0, reason: "inKind" }
  ],
  ["B4", "notice-b4", "on the thirtieth day", { paidMinor: 9000, foundOn: "2024-04-09" }, { givenBack: 9000 }],
  ["B4", "notice-b4", "a day later", { paidMinor: 9000, foundOn: "2024-04-10" }, { givenBack: 0, reason: "tooLate" }],
  ["A4", "northern-colorado", "60 of 80", { paidMinor: 8000, processingMinor: 2000 }, { givenBack: 8000 - 2000 }],
  [
    "A4",
    "northern-colorado",
    "after more than a year",
    { paidMinor: 8000, processingMinor: 2000, foundOn: "2025-03-11" },
    { givenBack: 0, reason: "tooLate" }
  ],
  ["A10", "berkeley", "only the 10 stays", { paidMinor: 16_000, processingMinor: 1000 }, { givenBack: 15_000 }],
  [
    "A10",
    "berkeley",
    "of what was not paid only the 10 stays owed",
    { unpaidMinor: 16_000, processingMinor: 1000, paidOn: null },
    { givenBack: 0, cancelled: 15_000 }
  ],
  [
    "A10",
    "berkeley",
    "nothing once a replacement was bought",
    { paidMinor: 16_000, processingMinor: 1000, replacementBought: true },
    { givenBack: 0, cancelled: 0, reason: "replacementBought" }
  ],
  // Lost on day 14, found on day 27, and on day 28.
  [
    "A9",
    "brunel",
    "cancelled before day 28",
    { unpaidMinor: 5000, paidOn: null, foundOn: "2024-03-14" },
    { cancelled: 5000 }
  ],
  [
    "A9",
    "brunel",
    "not on day 28",
    { unpaidMinor: 5000, paidOn: null, foundOn: "2024-03-15" },
    { cancelled: 0, reason: "tooLate" }
  ],
  [
    "A18",
    "marshall-lyon",
    "the cost, not the 5, and the late fee is due",
    { paidMinor: 1899 + 500, processingMinor: 500, overdue: { dropped: 400 }, foundOn: "2024-09-06" },
    { givenBack: 1899, restoredOverdue: 400 }
  ],
  [
    "A7",
    "lilly",
    "less the most a late fee can be",
    { paidMinor: 1695, overdue: { cap: 300 } },
    { givenBack: 1695 - 300 }
  ],
  [
    "A7",
    "lilly",
    "nothing if that is larger",
    { paidMinor: 250, overdue: { cap: 300 } },
    { givenBack: 0, kept: { processing: 0, overdue: 250 } }
  ],
  ["A15", "minnesota", "nothing is said", { paidMinor: 11_500 }, { givenBack: 0, reason: "ruleGivesNone" }]
]

describe("refunds of the presets", () => {
  it.each(worked)("%s %s: %s", (source, id, _, given, expected) => {
    const preset = compensationPresets.find((one) => one.id === id)
    assert.include(preset?.sources ?? [], source)
    expect(Result.getOrThrow(refundFor(preset?.rule ?? {}, { ...found, ...given }))).toMatchObject(expected)
  })

  it("fit what was charged: paid in full and found at once, the processing alone stays", () => {
    for (const id of ["northern-colorado", "berkeley"]) {
      const { rule, currency } = compensationPresets.find((one) => one.id === id) ?? assert.fail(id)
      const lost = { happenedOn: "2024-03-01", loss: true, item: {} }
      const { amount, parts } = Result.getOrThrow(compensationFor(rule, lost, { currency, rounding: "halfUp" }))
      const processingMinor = parts.find((part) => part.for === "processing")?.amount ?? 0
      const refund = Result.getOrThrow(refundFor(rule, { ...found, paidMinor: amount, processingMinor }))
      expect(refund.givenBack).toBe(amount - processingMinor)
    }
  })
})
