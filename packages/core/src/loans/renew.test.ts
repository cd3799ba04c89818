import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Instant } from "../calendar/instant.ts"
import { codesOfCase, decideCase, manager, type RenewalCase } from "../testing/renewalCase.ts"
import { autoRenewJob } from "./automaticRenewal.ts"

const at = (text: string): Instant => Instant.make(Date.parse(text))
const today = at("2026-03-02T12:00:00Z")
const dueAt = at("2026-03-10T23:59:59.999Z")
const usual: RenewalCase = {
  at: today,
  set: { loanPeriod: { days: 14 } },
  loan: { lentAt: at("2026-02-24T10:00:00Z"), dueAt }
}
const withSet = (set: object, more: Partial<RenewalCase> = {}): RenewalCase => ({
  ...usual,
  ...more,
  set: { ...usual.set, ...set }
})
const dueDay = (given: RenewalCase): string => {
  const decided = decideCase(given)
  if (Result.isFailure(decided)) throw new Error(JSON.stringify(decided.failure))
  return new Date(decided.success.receipt.dueAt).toISOString().slice(0, 10)
}
const many = { highDemand: { waiting: 5 }, renewalWhenWaiting: true }
const overridden = { command: { override: { reason: "asked for by the director" } } }

describe("when a loan may be renewed", () => {
  const late = withSet(
    { renewNotAfterOverdue: { days: 3 } },
    { loan: { ...usual.loan, dueAt: at("2026-02-27T10:00:00Z") } }
  )
  it.each<[string, RenewalCase, ReadonlyArray<string>]>([
    ["as the policy says nothing against it", usual, []],
    ["not where the policy says so", withSet({ renewable: false }), ["LoanNotRenewable"]],
    ["not what is not lent", withSet({ lendable: false }), ["ItemNotLendable"]],
    ["not too soon", withSet({ renewNotBefore: { days: 7 } }), ["RenewalTooSoon"]],
    ["from the start of the first day", withSet({ renewNotBefore: { days: 8 } }), []],
    ["by hours", withSet({ renewNotBefore: { hours: 203 } }), ["RenewalTooSoon"]],
    ["not from a day on", withSet({ renewNotAfterDate: "2026-03-02" }), ["RenewalTooLate"]],
    ["up to the day before", withSet({ renewNotAfterDate: "2026-03-03" }), []],
    ["not so long after lending", withSet({ renewNotAfterLent: { days: 6 } }), ["RenewalTooLate"]],
    ["to the end of the last day after its due date", { ...late, at: at("2026-03-02T23:59:59Z") }, []],
    ["not later", { ...late, at: at("2026-03-03T00:00:00Z") }, ["LoanTooLongOverdue"]],
    [
      "not by the job where nothing says so",
      { ...usual, actor: { kind: "job", name: autoRenewJob } },
      ["NotRenewedAutomatically", "RenewalTooSoon"]
    ],
    ["too soon past an override", { ...withSet({ renewNotBefore: { days: 7 } }), ...overridden }, []]
  ])("%s", (_, given, codes) => expect(codesOfCase(given)).toEqual(codes))
})

describe("for whom", () => {
  const expired = { reader: { expiresAt: at("2026-01-01T00:00:00Z") } }
  it("debts and expiry stop a renewal but for those whom the policy names", () => {
    expect(codesOfCase(withSet({ debtMax: "1.00" }, { ...expired, balance: 500 }))).toEqual([
      "ReaderExpired",
      "DebtOverLimit"
    ])
    const despite = { debtMax: "1.00", renewalDespiteDebt: ["job"], renewalDespiteExpiry: ["staff"] }
    expect(codesOfCase(withSet(despite, { ...expired, balance: 500 }))).toEqual(["DebtOverLimit"])
    const job = { kind: "job" as const, name: "night" }
    expect(codesOfCase(withSet(despite, { ...expired, balance: 500, actor: job }))).toEqual(["ReaderExpired"])
  })
})

describe("with the item in hand or not", () => {
  const ada = { kind: "reader" as const, readerId: "ada" as never }
  const unseen = (more: Partial<RenewalCase>) =>
    codesOfCase(withSet({ unseenRenewalCountMax: 2 }, { loan: { ...usual.loan, renewalCount: 3 }, ...more }))
  it("only so often in a row without, and a renewal with it in hand starts anew", () => {
    const atHome = { actor: ada, channel: "reader" as const }
    expect(unseen({ ...atHome, unseen: [2, 3] })).toEqual(["UnseenRenewalLimitReached"])
    expect(unseen({ ...atHome, unseen: [1, 2] })).toEqual([])
    expect(unseen({ ...atHome, unseen: [1, 3] })).toEqual([])
    expect(unseen({ actor: ada, channel: "selfService", unseen: [2, 3] })).toEqual([])
    expect(unseen({ unseen: [2, 3] })).toEqual([])
    const byPhone = { actor: { ...manager, permissions: new Set<string>() } as typeof manager, unseen: [2, 3] }
    expect(unseen({ ...byPhone, command: { seen: false } })).toEqual(["UnseenRenewalLimitReached"])
    expect(unseen({ ...atHome, unseen: [2, 3], command: { seen: true } })).toEqual(["UnseenRenewalLimitReached"])
  })
})

describe("while others wait", () => {
  const waited = (set: object, more: Partial<RenewalCase> = {}) =>
    codesOfCase(withSet(set, { waiting: [[null, 1]], ...more }))
  it("only as the policy says, and another copy's own reservation stands in no way", () => {
    expect(waited({})).toEqual(["OthersWaiting"])
    expect(waited({ renewalWhenWaiting: true })).toEqual([])
    expect(waited({}, { waiting: [["i2", 3]] })).toEqual([])
    expect(waited({}, { waiting: [["i1", 1]] })).toEqual(["OthersWaiting"])
  })
  it("while other copies are free for all of them", () => {
    const free = { renewalWhenWaiting: "copiesFree" }
    expect(waited(free)).toEqual(["OthersWaiting"])
    expect(waited(free, { copies: [{ count: 1 }] })).toEqual([])
    expect(waited(free, { copies: [{ count: 1 }], waiting: [[null, 2]] })).toEqual(["OthersWaiting"])
    expect(waited(free, { copies: [{ count: 5 }], waiting: [["i1", 1]] })).toEqual(["OthersWaiting"])
    expect(waited(free, { copies: [{ count: 1, status: "setAside" }] })).toEqual(["OthersWaiting"])
    expect(waited({ ...free, reservableOnShelf: false }, { copies: [{ count: 1 }] })).toEqual(["OthersWaiting"])
  })
})

describe("until when", () => {
  it.each<[string, RenewalCase, string]>([
    ["from its due date", usual, "2026-03-24"],
    ["from now", withSet({ renewFrom: "now" }), "2026-03-16"],
    ["from the later of both", withSet({ renewFrom: "later" }), "2026-03-24"],
    [
      "from now, when that is later",
      { ...withSet({ renewFrom: "later" }), at: at("2026-03-12T09:00:00Z") },
      "2026-03-26"
    ],
    ["by a period of its own", withSet({ renewalPeriod: { days: 7 } }), "2026-03-17"],
    ["no further than the whole loan may last", withSet({ loanLengthMax: { days: 21 } }), "2026-03-17"],
    [
      "shorter while many wait",
      withSet({ ...many, highDemandPeriod: { days: 3 } }, { waiting: [[null, 5]] }),
      "2026-03-13"
    ],
    [
      "not under the least",
      withSet({ ...many, highDemandPeriod: { days: 3 }, highDemandPeriodMin: { days: 5 } }, { waiting: [[null, 5]] }),
      "2026-03-15"
    ],
    [
      "never longer, though many wait",
      withSet({ ...many, highDemandPeriod: { days: 30 } }, { waiting: [[null, 5]] }),
      "2026-03-24"
    ],
    [
      "keeping the due date where a row says so",
      withSet({ renewFrom: "now", renewalPeriod: { days: 2 }, renewalKeepsDueDate: true }),
      "2026-03-10"
    ],
    ["past the whole length, overridden", { ...withSet({ loanLengthMax: { days: 10 } }), ...overridden }, "2026-03-24"]
  ])("%s", (_, given, day) => expect(dueDay(given)).toBe(day))

  it("never earlier than it is, nor past the whole length, but by hand", () => {
    expect(codesOfCase(withSet({ renewFrom: "now", renewalPeriod: { days: 2 } }))).toEqual(["RenewalWouldShorten"])
    expect(codesOfCase(withSet({ loanLengthMax: { days: 10 } }))).toEqual(["LoanLengthReached"])
    const hand = { ...overridden.command, dueAt: at("2026-03-20T12:00:00Z") }
    expect(dueDay(withSet({ renewable: false }, { command: hand }))).toBe("2026-03-20")
    expect(codesOfCase({ ...usual, command: hand })).toEqual(["OverrideNotNeeded"])
    const early = { ...hand, dueAt: at("2026-03-05T12:00:00Z") }
    expect(codesOfCase(withSet({ renewable: false }, { command: early }))).toEqual(["RenewalWouldShorten"])
    const reader = { kind: "reader" as const, readerId: "ada" as never }
    expect(codesOfCase(withSet({ renewable: false }, { command: hand, actor: reader }))).toContain("NotPermitted")
  })
})

it("says how often the loan may still be renewed, and whether it renews itself", () => {
  const decided = decideCase(withSet({ renewalCountMax: 3, autoRenew: true }, { actor: manager }))
  expect(Result.isSuccess(decided) && decided.success.receipt).toMatchObject({ renewalsLeft: 2, renewsItself: true })
})

it("never shortens a loan and never goes past its limits, whatever the policy", () => {
  const days = (max: number) => fc.record({ days: fc.integer({ min: 0, max }) })
  const set = fc.record(
    {
      renewFrom: fc.constantFrom("now", "due", "later"),
      renewalPeriod: days(40),
      loanLengthMax: days(60),
      highDemand: fc.constantFrom({ waiting: 1 }, { overCopies: 0 }, "never"),
      highDemandPeriod: days(40),
      highDemandPeriodMin: days(20),
      renewalKeepsDueDate: fc.boolean(),
      renewalWhenWaiting: fc.constantFrom(true, "copiesFree"),
      renewalCountMax: fc.integer({ min: 0, max: 3 })
    },
    { requiredKeys: [] }
  )
  fc.assert(
    fc.property(set, fc.nat(30), fc.nat(3), fc.nat(3), (some, daysOn, waiting, renewalCount) => {
      const loan = { ...usual.loan, renewalCount }
      const now = today + daysOn * 86_400_000
      const given = withSet(some, { at: now, loan, waiting: waiting === 0 ? [] : [[null, waiting]] })
      const decided = decideCase(given)
      if (Result.isFailure(decided)) return
      const { receipt } = decided.success
      expect(receipt.dueAt).toBeGreaterThanOrEqual(dueAt)
      expect(receipt.renewalCount).toBe(renewalCount + 1)
      expect(receipt.renewalCount).toBeLessThanOrEqual(some.renewalCountMax ?? Number.POSITIVE_INFINITY)
      expect(receipt.trace.dueSteps.at(-1)?.at).toBe(receipt.dueAt)
      const { dueAt: plain } = receiptOf(withSet({ ...some, highDemand: "never" }, { at: now, loan })) ?? receipt
      expect(receipt.dueAt).toBeLessThanOrEqual(plain)
    })
  )
})

const receiptOf = (given: RenewalCase) => {
  const decided = decideCase(given)
  return Result.isSuccess(decided) ? decided.success.receipt : null
}
