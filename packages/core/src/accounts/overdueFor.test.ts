import { Result } from "effect"
import fc from "fast-check"
import { assert, expect, it } from "vitest"
import { Instant } from "../calendar/instant.ts"
import { Minor } from "../money/minor.ts"
import { compilePolicy } from "../policy/index.ts"
import { decodePolicy } from "../policy/reading/decodePolicy.ts"
import { utcCalendar } from "../testing/renewalCase.ts"
import { accountRow, itemRow, loanRow, minutesLater, queueRow, readerRow, titleRow } from "../testing/rows.ts"
import { overdueFor } from "./overdueFor.ts"

const base = { overdueRate: { amount: "0.10", per: "day" }, overdueCap: "5.00", overdueOnClosedDays: true }
const others = [
  { overdueRate: "none" },
  { overdueRate: { per: "hour", tiers: [{ from: 1, amount: "9.00" }] } },
  { overdueGrace: { weeks: 9 } },
  { overdueCapOfPrice: 1 },
  { overdueAmnesties: [{ from: "2024-01-01", to: "2024-12-31", afterwards: "skipped" }] }
]
const elsewhere = [{ branch: "far" }, { itemType: "film" }, { readerAge: { max: 5 } }, { collection: "rare" }]

const owed = (rows: ReadonlyArray<object>, minutes: number) => {
  const document = {
    currency: "EUR",
    rounding: "halfUp",
    precedence: { by: "mostCriteria" },
    readerCategories: { adult: {} },
    itemTypes: { book: {}, film: {} },
    rows: [{ id: "base", when: {}, set: base }, ...rows]
  }
  const policy = compilePolicy(Result.getOrThrow(decodePolicy(document)), { version: 1 })
  const dueAt = minutesLater(0)
  const lent = {
    item: itemRow("i1", "t1", { status: "onLoan", price: Minor.make(800) }),
    queue: queueRow("t1"),
    title: titleRow("t1"),
    reader: readerRow("ada"),
    account: accountRow("ada"),
    loan: loanRow("l1", "i1", { dueAt })
  }
  return Result.getOrThrow(overdueFor(lent, Instant.make(dueAt + minutes * 60_000), policy, utcCalendar))
}

it("costs the same with any row that does not match", () => {
  const row = fc.record({ when: fc.constantFrom(...elsewhere), set: fc.constantFrom(...others) })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 0, max: 90_000 }), (rows, minutes) => {
      const named = rows.map((row, n) => ({ id: `row ${n}`, ...row }))
      assert.deepEqual(owed(named, minutes), owed([], minutes))
    })
  )
})

it("names the rows that decided, and steps from which anyone can reckon again", () => {
  const share = { id: "share", when: { itemType: "book" }, set: { overdueCapOfPrice: 10 } }
  expect(owed([share], 14 * 1_440)).toEqual({
    amount: 80,
    policyVersion: 1,
    policyRows: { overdueRate: "base", overdueCap: "base", overdueOnClosedDays: "base", overdueCapOfPrice: "share" },
    steps: [
      {
        per: "day",
        every: 1,
        unitsLate: 14,
        unitsFree: 0,
        charged: [{ units: 14, rate: "10" }],
        rounding: "halfUp",
        beforeCap: 140,
        cap: 80,
        capOf: "price",
        price: 800,
        capped: true
      }
    ]
  })
})
