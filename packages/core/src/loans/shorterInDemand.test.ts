import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { Instant } from "../calendar/instant.ts"
import { contextOfCase } from "../testing/renewalCase.ts"
import { accountRow, barcodeOf, cardOf, itemRow, queueRow, readerRow } from "../testing/rows.ts"
import { type CheckOutReceipt, decideCheckOut } from "./checkOut.ts"

type DueStep = CheckOutReceipt["trace"]["dueSteps"][number]

const at = Instant.make(Date.parse("2026-03-02T12:00:00Z"))
const usual = { loanPeriod: { days: 28 }, "loanCountMax.all": "unlimited" }
const title = { titleId: "t1" as never, title: "", responsibility: "", format: "", language: "" }
const group = {
  volume: "",
  presentBranch: "main",
  type: "book",
  collection: "general",
  location: "stacks",
  homeBranch: "main"
}

/** The day on which a loan of one of five copies falls due while so many wait; two more copies are withdrawn. */
const dueWhile = (waitingCount: number, set: object, steps: Array<DueStep> = []): string => {
  const decided = decideCheckOut(
    {
      item: { item: itemRow("i1", "t1"), queue: queueRow("t1", { waitingCount }), title },
      copiesOfItem: [
        { ...group, titleId: title.titleId, status: "available", count: 1 },
        { ...group, titleId: title.titleId, status: "onLoan", count: 4 },
        { ...group, titleId: title.titleId, status: "withdrawn", count: 2 }
      ],
      setAsideOfItem: null,
      transitsOfItem: [],
      reader: { reader: readerRow("ada"), account: accountRow("ada") },
      loanCounts: [],
      reservationsOfReader: [],
      joinedOfReader: []
    },
    { item: barcodeOf("i1"), card: cardOf("ada"), at },
    { ...contextOfCase({ at, set: { ...usual, ...set } }), ids: ["l1"] }
  )
  const { dueAt, trace } = Result.getOrThrow(decided).receipt
  steps.push(...trace.dueSteps)
  return new Date(dueAt).toISOString().slice(0, 10)
}

it("lends for a shorter time from so many reservations on", () => {
  const set = { highDemand: { waiting: 3 }, highDemandPeriod: { days: 7 } }
  expect(dueWhile(2, set)).toBe("2026-03-30")
  const steps: Array<DueStep> = []
  expect(dueWhile(3, set, steps)).toBe("2026-03-09")
  expect(steps.at(-1)).toMatchObject({ step: "highDemand", period: { days: 7 } })
})

it("counts against the copies that there are, but for withdrawn ones", () => {
  const set = { highDemand: { overCopies: 1 }, highDemandPeriod: { days: 7 } }
  expect(dueWhile(6, set)).toBe("2026-03-30")
  expect(dueWhile(7, set)).toBe("2026-03-09")
})

it("keeps the usual time for whom the policy exempts, and where it gives no shorter one", () => {
  expect(dueWhile(9, { highDemand: "never", highDemandPeriod: { days: 7 } })).toBe("2026-03-30")
  expect(dueWhile(9, { highDemand: { waiting: 1 } })).toBe("2026-03-30")
  expect(dueWhile(9, { highDemand: { waiting: 1 }, highDemandPeriod: { days: 60 } })).toBe("2026-03-30")
})

it("never goes under the least time", () => {
  const set = { highDemand: { waiting: 1 }, highDemandPeriod: { days: 3 }, highDemandPeriodMin: { days: 10 } }
  expect(dueWhile(9, set)).toBe("2026-03-12")
})

it("says by which period it was shorter: a loan of that period is due then", () => {
  const days = fc.integer({ min: 1, max: 40 }).map((n) => ({ days: n }))
  fc.assert(
    fc.property(days, fc.option(days), (highDemandPeriod, least) => {
      const steps: Array<DueStep> = []
      const set = { highDemand: { waiting: 1 }, highDemandPeriod, ...(least && { highDemandPeriodMin: least }) }
      const due = dueWhile(1, set, steps)
      const last = steps.at(-1)
      if (last?.step === "highDemand") expect(dueWhile(0, { loanPeriod: last.period })).toBe(due)
      else expect(due).toBe("2026-03-30")
    })
  )
})
