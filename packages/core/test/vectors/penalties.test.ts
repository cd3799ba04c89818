import { Result } from "effect"
import { assert, expect } from "vitest"
import { remindersStopRenewal } from "../../src/accounts/lateness/reminders.ts"
import { suspensionFor } from "../../src/accounts/lateness/suspension.ts"
import { overdueTerms, suspensionTerms } from "../../src/accounts/lateness/terms.ts"
import { type OverdueCase, type OverdueTerms, overdueCharge } from "../../src/accounts/overdueCharge.ts"
import { overdueFor } from "../../src/accounts/overdueFor.ts"
import { type BranchCalendar, type Calendar, compileCalendar } from "../../src/calendar/calendar.ts"
import { decodeCalendar } from "../../src/calendar/decodeCalendar.ts"
import { Instant } from "../../src/calendar/instant.ts"
import { consult } from "../../src/decision/consult.ts"
import { renewalCosts } from "../../src/loans/renewalCosts.ts"
import { decideReturn, type ReturnFacts } from "../../src/loans/returnItem.ts"
import { Minor } from "../../src/money/minor.ts"
import { atRate, type Rounding, rateOf } from "../../src/money/rate.ts"
import { type CompiledPolicy, compilePolicy, unknownContext } from "../../src/policy/index.ts"
import { decodePolicy } from "../../src/policy/reading/decodePolicy.ts"
import type { ReaderBlockRow } from "../../src/readers/blocks/model.ts"
import { blocksAgainst } from "../../src/readers/blocks/placed.ts"
import { manager } from "../../src/testing/renewalCase.ts"
import { accountRow, barcodeOf, itemRow, loanRow, queueRow, readerRow, titleRow } from "../../src/testing/rows.ts"
import answeredDifferently from "./differently/penalties.json" with { type: "json" }
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently: Readonly<Record<string, string>> = answeredDifferently

type Given = VectorEntry["given"]

const policyOf = (set: object, parts: object = {}): CompiledPolicy =>
  compilePolicy(
    Result.getOrThrow(
      decodePolicy({
        currency: "EUR",
        rounding: "halfUp",
        precedence: { by: "firstRow" },
        readerCategories: { adult: {} },
        itemTypes: { book: {} },
        rows: [
          {
            id: "base",
            when: {},
            set: { overdueRate: "none", overdueCap: "unlimited", overdueOnClosedDays: true, ...set }
          }
        ],
        ...parts
      })
    ),
    { version: 1 }
  )

const termsOf = (set: object, { recalled = false, whenRecalled = {} } = {}): OverdueTerms => {
  const base = { overdueRate: "none", overdueCap: "unlimited", overdueOnClosedDays: true }
  const rows = [
    { id: "recalled", when: { recalled: true }, set: whenRecalled },
    { id: "base", when: {}, set: { ...base, ...set } }
  ]
  const policy = policyOf({}, { rows })
  const terms = overdueTerms(consult(policy, { ...unknownContext, recalled }), policy)
  assert(terms !== null && terms !== "free", "the policy of the entry costs nothing")
  return terms
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const always = Object.fromEntries(week.map((day) => [day, ["00:00-24:00"]]))

const calendarOf = (parts: object, branches: ReadonlyArray<string> = ["main"], zone = "UTC"): Calendar => {
  const branch = { name: {}, zone, hours: always, ...parts }
  const documents = Object.fromEntries(branches.map((code) => [code, branch]))
  return compileCalendar(Result.getOrThrow(decodeCalendar({ branches: documents })))
}
const branchOf = (parts: object = {}): BranchCalendar => calendarOf(parts).branch("main") as BranchCalendar
const closedOn = (dates: ReadonlyArray<string> = []): BranchCalendar =>
  branchOf({ exceptions: dates.map((from) => ({ from, closed: true })) })

/** A day of the entries, at noon of a branch whose zone is UTC. */
const noonOf = (date: string): Instant => Instant.make(Date.parse(`${date}T12:00Z`))
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const minutesLate = (minutes: number, calendar = branchOf()): OverdueCase => {
  const dueAt = Instant.make(Date.parse("2024-03-11T00:00Z"))
  return { dueAt, until: Instant.make(dueAt + minutes * 60_000), calendar }
}
const money = (minor: number): string => `${minor < 0 ? "-" : ""}${(Math.abs(minor) / 100).toFixed(2)}`

const counted: Readonly<Record<string, string>> = { start: "begun", end: "full" }

interface Loan {
  readonly dueAt: Instant
  readonly branches?: { readonly home: string; readonly present: string }
}
const lentItem = ({ dueAt, branches = { home: "main", present: "main" } }: Loan) => ({
  item: itemRow("i1", "t1", { status: "onLoan", homeBranch: branches.home, presentBranch: branches.present }),
  queue: queueRow("t1"),
  title: titleRow("t1"),
  reader: readerRow("ada"),
  account: accountRow("ada"),
  loan: loanRow("l1", "i1", { dueAt })
})

describeVectors(["fine_amount"], differently, ({ given, expect: expected }) => {
  if (given.circControl !== undefined) {
    const rows = Object.entries(given.rulesByLibrary).map(([branch, amount]) => ({
      id: branch,
      when: { branch },
      set: { overdueRate: { amount, per: "day" }, overdueCap: "unlimited", overdueOnClosedDays: true }
    }))
    const ruleBranch = given.itemLibraryField === "holding" ? "itemPresent" : "itemHome"
    const branches = { home: given.homeLibrary, present: given.holdingLibrary }
    const dueAt = noonOf("2024-03-11")
    const until = Instant.make(dueAt + given.daysLate * 86_400_000)
    const calendar = calendarOf({}, ["main", ...Object.keys(given.rulesByLibrary)])
    const owed = overdueFor(lentItem({ dueAt, branches }), until, policyOf({}, { ruleBranch, rows }), calendar)
    expect(money(Result.getOrThrow(owed)?.amount ?? 0)).toBe(expected.amount)
    return
  }
  const { rule, calendar, due, returned, replacementPrice = "0.00" } = given
  const terms = termsOf({
    overdueRate: {
      amount: rule.amount,
      per: rule.unit.slice(0, -1),
      every: rule.chargePeriod,
      counts: counted[rule.chargeAt]
    },
    overdueGrace: { [rule.unit]: rule.graceUnits },
    overdueCap: rule.cap ?? "unlimited",
    overdueCapOfPrice: rule.capToReplacementPrice ? 100 : "unlimited"
  })
  const late = { dueAt: noonOf(due), until: noonOf(returned), calendar: closedOn(calendar.closedDates) }
  const price = Minor.make(Math.round(Number(replacementPrice) * 100))
  expect(money(overdueCharge({ ...late, price }, terms).amount)).toBe(expected.amount)
})

/** Hours of the entries that are none, or that end before they begin, count as nothing there. */
const hoursOf = (hours: ReadonlyArray<readonly [string | null, string | null]>): ReadonlyArray<string> =>
  hours.flatMap(([from, to]) => (from !== null && to !== null && from < to ? [`${from}-${to}`] : []))

describeVectors(["overdue-minutes"], differently, ({ given, expect: expected }) => {
  const { calendar, countClosed } = given
  type Day = { readonly date: string; readonly hours: ReadonlyArray<readonly [string | null, string | null]> }
  const exceptions = (calendar?.days ?? []).map(({ date, hours }: Day) => ({ from: date, hours: hoursOf(hours) }))
  const terms = termsOf({
    overdueRate: { amount: "0.01", per: "minute" },
    overdueOnClosedDays: countClosed ? true : "openHoursOnly"
  })
  const [dueAt, until] = [Date.parse(given.dueAt), Date.parse(given.returnedAt)].map((at) => Instant.make(at)) as [
    Instant,
    Instant
  ]
  const open = branchOf(calendar === null ? {} : { hours: {}, exceptions })
  expect(overdueCharge({ dueAt, until, calendar: open }, terms).units).toBe(expected.minutes)
})

describeVectors(["grace-period"], differently, ({ given, expect: expected }) => {
  const { overdueMinutes, grace, ignoreGraceForRecalls, dueDateChangedByRecall: recalled } = given
  const rate = { overdueRate: { amount: "0.01", per: "minute" } }
  const whenRecalled = ignoreGraceForRecalls ? { overdueGrace: { minutes: 0 } } : {}
  const terms = termsOf({ ...rate, overdueGrace: { [grace.unit]: grace.amount } }, { recalled, whenRecalled })
  const { units } = overdueCharge(minutesLate(overdueMinutes), terms)
  expect(units).toBe(expected.chargeableMinutes)
})

const folioTerms = ({ unit, ...given }: Given): OverdueTerms => {
  const set = (amount: string, cap: string) => ({ overdueRate: { amount, per: unit }, overdueCap: cap })
  return termsOf(set(given.finePerUnit, given.maxFine), {
    recalled: given.dueDateChangedByRecall,
    whenRecalled: set(given.recallFinePerUnit, given.recallMaxFine)
  })
}

describeVectors(["overdue-fine"], differently, ({ given, expect: expected }) => {
  const late = minutesLate(given.chargeableMinutes)
  if (given.event === "renewal") {
    const policy = policyOf({
      overdueRate: { amount: given.finePerUnit, per: given.unit },
      overdueCap: given.maxFine,
      overdueAtRenewal: given.forgiveOnRenewal ? "forgiven" : "charged"
    })
    const asked = consult(policy, { ...unknownContext, isRenewal: true })
    const stretch = { at: late.until, dueAt: Instant.make(late.until + 86_400_000) }
    const costs = renewalCosts(lentItem(late), stretch, { policy, calendar: calendarOf({}), asked })
    expect(Result.getOrThrow(costs).overdue !== null).toBe(expected.charged)
    return
  }
  const amount = money(overdueCharge(late, folioTerms(given)).amount)
  expect({ amount, remaining: amount }).toEqual(expected)
})

describeVectors(["overdue-fine-tiers"], differently, ({ given, expect: expected }) => {
  type Tier = { readonly fromDay: number; readonly toDay?: number; readonly perDay: string }
  const tiers = given.tiers.map(({ fromDay, toDay, perDay }: Tier) => ({
    from: fromDay,
    ...(toDay === undefined ? {} : { to: toDay }),
    amount: perDay
  }))
  const terms = termsOf({
    overdueRate: { per: "day", tiers },
    overdueCap: given.maxTotal ?? "unlimited",
    overdueOnClosedDays: false
  })
  // The day after the due day is closed: what counts is open days.
  const calendar = closedOn(["2024-03-12"])
  const totals = expected.totalByOpenDaysLate.map((_: string, n: number) =>
    money(overdueCharge(minutesLate((n + 2) * 1_440, calendar), terms).amount)
  )
  expect(totals).toEqual(expected.totalByOpenDaysLate)
})

describeVectors(["overdue-fine-periods"], differently, ({ given, expect: expected }) => {
  const { loanPeriod, daysSinceLoan, fineInterval, closedDays, chargeWhenClosed } = given
  const days = daysSinceLoan - loanPeriod.amount
  const closed = Array.from({ length: closedDays }, (_, n) => dateOf(Date.parse("2024-03-13") + n * 86_400_000))
  const terms = termsOf({
    overdueRate: { amount: "0.10", per: fineInterval.unit.slice(0, -1), every: fineInterval.amount },
    overdueOnClosedDays: chargeWhenClosed
  })
  const late = minutesLate(days * 1_440, closedOn(closed))
  // There each unit is a bill of its own; here all of them are one charge, raised at the return and not before.
  expect(overdueCharge(late, terms).units).toBe(expected.billsAfterReturn)
  expect(overdueCharge({ ...late, until: late.dueAt }, terms).units).toBe(expected.billsBeforeReturn)
})

const forever: ReaderBlockRow = {
  blockId: "k1" as never,
  readerId: "ada" as never,
  kind: "suspension",
  actions: "borrow",
  endsAt: null,
  note: "",
  ignoredAtHome: 0,
  placedAt: Instant.make(0)
}

/** A late return by a reader who is blocked without end: what still stands in that reader's way afterwards. */
const returnOfBlocked = ({ daysLate, rule }: Given) => {
  const dueAt = noonOf("2024-03-11")
  const at = Instant.make(dueAt + daysLate * 86_400_000)
  const days = rule.suspensionDaysPerUnit
  const { item, queue, title, ...loanOfItem } = lentItem({ dueAt })
  const found: ReturnFacts = {
    item: { item, queue, title },
    loanOfItem,
    chargesOfItem: [],
    setAsideOfItem: null,
    transitsOfItem: [],
    candidatesOfItem: [],
    blocksOfQueue: [],
    joinedOfQueue: [],
    joinedOfKept: [],
    blocksOfBorrower: [forever],
    lossOfItem: null,
    chargesOfLoss: []
  }
  const decided = decideReturn(
    found,
    { item: barcodeOf("i1"), at },
    {
      tenant: "town",
      place: { actor: manager, branch: "main", channel: "desk" },
      policy: policyOf({ suspension: days === 0 ? "none" : { days, per: "day" } }),
      calendar: calendarOf({}),
      ids: ["n1", "n2", "n3"]
    }
  )
  const { receipt, cut } = Result.getOrThrow(decided)
  const left = [forever].filter(({ blockId }) => cut.readerBlock?.includes(blockId) !== true)
  const [against] = blocksAgainst(left, { action: "borrow", at, atHome: false, showsNotes: false })
  return { returned: receipt.loanId === loanOfItem.loan.loanId, against }
}

describeVectors(["suspension"], differently, ({ given, expect: expected }) => {
  if (expected.returned !== undefined) {
    const { returned, against } = returnOfBlocked(given)
    expect(returned).toBe(expected.returned)
    expect(against?._tag === "ReaderBlocked" && against.endsAt === null ? "RESTRICTED_FOREVER" : null).toBe(
      expected.message
    )
    return
  }
  const { rule, calendar } = given
  const policy = policyOf({
    suspension: { days: rule.suspensionDaysPerUnit, per: "day", every: rule.chargePeriod, counts: "full" },
    suspensionDaysMax: rule.maxDays ?? "unlimited",
    suspensionOnClosedDays: given.suspensionCalendar === "ignore",
    overdueOnClosedDays: given.fineCalendar === "ignore",
    overdueGrace: { days: rule.graceUnits },
    overdueGraceIncluded: false
  })
  const terms = suspensionTerms(consult(policy, unknownContext))
  assert(terms !== null)
  const late = { dueAt: noonOf(given.due), until: noonOf(given.returned), calendar: closedOn(calendar.closedDates) }
  expect(dateOf(suspensionFor(late, terms)?.until ?? 0)).toBe(expected.suspendedUntil)
})

describeVectors(["reminder-fees"], differently, ({ given, expect: expected }) => {
  const terms = { steps: [], onClosedDays: true, renewableAfter: given.renewWithReminders }
  expect(!remindersStopRenewal(terms, given.remindersSent)).toBe(expected.renewalAllowed)
})

const roundings: Readonly<Record<string, Rounding>> = { "half-even": "halfEven" }

describeVectors(["money-rounding"], differently, ({ given, expect: expected }) => {
  const rounding = roundings[given.mode]
  assert(rounding !== undefined)
  expect(money(atRate(rateOf(given.amount, given.scale), 1, rounding))).toBe(expected.rounded)
})
