import { Result } from "effect"
import { expect } from "vitest"
import type { BranchCalendar } from "../../src/calendar/calendar.ts"
import { Instant } from "../../src/calendar/instant.ts"
import type { ItemStatus } from "../../src/catalogue/model.ts"
import type { Actor } from "../../src/decision/actor.ts"
import { autoRenewJob } from "../../src/loans/automaticRenewal.ts"
import { isHighDemand } from "../../src/loans/demand.ts"
import { latestRenewal, soonestRenewal } from "../../src/loans/renewalWindow.ts"
import { upcomingDue } from "../../src/loans/upcomingDue.ts"
import type { OverdueLoan, ReaderBlockRow } from "../../src/readers/blocks/model.ts"
import { codesOfCase, decideCase, manager, type RenewalCase, utcCalendar } from "../../src/testing/renewalCase.ts"
import differently from "./differently/renewals.json" with { type: "json" }
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const branch = utcCalendar.branch("main") as BranchCalendar

/** Their times of day are local; the calendar here is in UTC. */
const instant = (text: string): Instant =>
  Instant.make(Date.parse(text.length === 10 ? `${text}T10:00:00Z` : text.endsWith("Z") ? text : `${text}Z`))

const dayOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10))

/** Their code → ours. */
const codes: Readonly<Record<string, string>> = {
  on_hold: "OthersWaiting",
  recalled: "OthersWaiting",
  too_soon: "RenewalTooSoon",
  auto_too_soon: "RenewalTooSoon",
  auto_too_late: "RenewalTooLate",
  auto_too_much_owing: "DebtOverLimit",
  too_many: "RenewalLimitReached",
  onsite_checkout: "LoanNotRenewable",
  overdue: "LoanTooLongOverdue",
  booked: "ItemBooked",
  restriction: "ReaderBlocked",
  "blocked-by-recall": "OthersWaiting",
  "item-not-loanable": "ItemNotLendable",
  "loan-not-renewable": "LoanNotRenewable",
  "renewal-would-not-change-due-date": "RenewalWouldShorten",
  "renewal-date-outside-schedules": "OutsideDueSchedule",
  "override-due-date-required": "OverrideDateNeeded",
  "override-not-needed": "OverrideNotNeeded",
  "item-aged-to-lost": "ItemStatusForbids",
  "item-claimed-returned": "ItemStatusForbids"
}

const waitedFor: Readonly<Record<string, string | null>> = { record: null, item: "i2" }

const restriction = (blocksRenewing: boolean): ReaderBlockRow => ({
  blockId: "b1" as never,
  readerId: "ada" as never,
  kind: "restricted",
  actions: blocksRenewing ? "borrow renew reserve" : "borrow reserve",
  endsAt: null,
  note: "",
  ignoredAtHome: 0,
  placedAt: Instant.make(0)
})

const otherOverdue = (now: number): OverdueLoan => ({
  loanId: "l2",
  dueAt: Instant.make(now - 86_400_000),
  recalledAt: null,
  waitingCount: 0
})

/** Koha: a loan for fourteen days from its due date on, in the words of our policy. */
const kohaCase = ({ given }: VectorEntry): RenewalCase => {
  const now = instant(given.today ?? "2024-03-11")
  const days = (count: number | null | undefined) => (count == null ? undefined : { days: count })
  const set = {
    loanPeriod: { days: 14 },
    renewalCountMax: given.maxRenewals ?? "unlimited",
    renewalWhenWaiting: given.allowIfOtherItemsAvailable === true ? "copiesFree" : false,
    reservableOnShelf: given.onShelfHolds ?? true,
    renewNotBefore: days(given.noRenewalBefore),
    renewNotBeforeTime: "sameTime",
    autoRenew: given.autoRenew === true && given.patronAutoRenew === true,
    autoRenewBefore: { days: given.noAutoRenewalBefore ?? 60 },
    renewNotAfterLent: days(given.noAutoRenewalAfterDays),
    renewNotAfterDate: given.noAutoRenewalAfterDate,
    renewNotAfterOverdue: given.overduesBlockRenewing === "blockItem" ? { days: 0 } : undefined,
    overdueLoansMax: given.overduesBlockRenewing === "blockAll" ? 0 : undefined,
    debtMax: given.debtBlocksAutoRenew === true ? given.debtLimit : "unlimited",
    renewalDespiteExpiry: given.blockExpiredRenew === false ? ["reader", "staff", "job"] : []
  }
  const holds: ReadonlyArray<{ readonly level: string; readonly thisItem?: boolean }> = [
    ...(given.holds ?? []),
    ...(given.recall === undefined ? [] : [given.recall])
  ]
  const limitsOnly: Actor = { kind: "staff", id: "ann", permissions: new Set(["loans.override.renewalLimit"]) }
  return {
    at: now,
    set: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
    rows: [
      { id: "on site", when: { onSite: true }, set: { renewable: false } },
      { id: "reference", when: { itemType: "reference" }, set: { lendable: false } }
    ],
    loan: {
      lentAt: instant(given.issuedOn ?? "2024-03-11"),
      dueAt: given.thisLoanOverdue ? Instant.make(now - 1) : instant(given.due ?? "2024-03-25T23:59:00"),
      renewalCount: given.renewals ?? 0,
      onSite: given.onSite === true ? 1 : 0
    },
    blocks: given.patron?.restricted === true ? [restriction(given.restrictionBlocksRenewing === true)] : [],
    overdue: given.patron?.hasOverdueLoan === true ? [otherOverdue(now)] : [],
    reader: given.patronExpired === true ? { expiresAt: Instant.make(now - 1) } : {},
    balance: Math.round((Number(given.debits ?? 0) - Number(given.credits ?? 0)) * 100),
    waiting: holds.map(({ level, thisItem }) => [thisItem === true ? "i1" : (waitedFor[level] ?? null), 1] as const),
    copies: [
      { status: "available" as const, count: given.otherAvailableItems ?? 0 },
      { status: "available" as const, type: "reference", count: given.otherNotForLoanItems ?? 0 },
      { status: "setAside" as const, count: given.otherWaitingItems ?? 0 }
    ],
    actor: given.asBatch === true ? { kind: "job", name: autoRenewJob } : limitsOnly,
    command: given.overrideLimits === true && given.asBatch !== true ? { override: { reason: "limits" } } : {}
  }
}

describeVectors(["renewal"], differently, (entry) => {
  const { expect: wanted } = entry
  const decided = decideCase(kohaCase(entry))
  const allowed = Result.isSuccess(decided)
  if ("allowed" in wanted) expect(allowed).toBe(wanted.allowed)
  if ("code" in wanted) {
    const told = allowed ? allowedAs(decided.success.receipt) : decided.failure.map(({ _tag }) => _tag)
    const ours = entry.given.overduesBlockRenewing === "blockAll" ? "ReaderOverLimit" : codes[wanted.code]
    expect(told).toContain(allowed ? wanted.code : ours)
  }
  if ("soonest" in wanted && !allowed)
    expect(decided.failure).toContainEqual({ _tag: "RenewalTooSoon", soonestAt: instant(wanted.soonest) })
})

const allowedAs = ({
  renewsItself,
  renewalsLeft
}: {
  readonly renewsItself: boolean
  readonly renewalsLeft: number | string
}): ReadonlyArray<string | null> => (renewsItself ? [renewalsLeft === 0 ? "auto_renew_final" : "auto_renew"] : [null])

describeVectors(["renewal_dates"], differently, ({ given, expect: wanted }) => {
  if ("latestAutoRenewal" in wanted) {
    const after = given.noAutoRenewalAfterDays
    const ends = {
      afterLent: after === null ? undefined : { days: after },
      afterDate: given.noAutoRenewalAfterDate ?? undefined
    }
    expect(dayOf(latestRenewal(instant(given.issuedOn), ends, branch))).toBe(wanted.latestAutoRenewal)
  }
  if ("soonest" in wanted) {
    const { noRenewalBefore: days, precision } = given
    const time = precision === "date" ? "startOfDay" : "sameTime"
    const soonest = days === null ? instant(given.now) : soonestRenewal(instant(given.due), { days }, time, branch)
    expect(soonest).toBe(instant(wanted.soonest))
  }
})

describeVectors(["upcoming_due"], differently, ({ given, expect: wanted }) => {
  const { from, before } = upcomingDue(branch, instant(given.today), given.daysInAdvance ?? undefined)
  const due = given.dueDates.map(instant).filter((at: Instant) => from <= at && at < before)
  expect(due).toHaveLength(wanted.count)
})

describeVectors(["high_holds"], differently, ({ given, expect: wanted }) => {
  const { control, threshold, holds, items, itemsIgnoredByStatus } = given
  const copies = [
    { status: "available", count: items - itemsIgnoredByStatus },
    { status: "withdrawn", count: itemsIgnoredByStatus }
  ]
  const high = control === "static" ? { waiting: threshold } : { overCopies: threshold }
  expect(isHighDemand(high, holds, copies)).toBe(wanted.exceeded)
})

interface FolioPeriod {
  readonly amount: number
  readonly unit: string
}

const periodOf = (period: FolioPeriod | undefined) =>
  period === undefined ? undefined : { [period.unit]: period.amount }

interface FolioSchedule {
  readonly from: string
  readonly to: string
  readonly due: string
}

const scheduleOf = (schedules: ReadonlyArray<FolioSchedule> | undefined) =>
  schedules?.map(({ from, to, due }) => ({ from: from.slice(0, 10), to: to.slice(0, 10), dueBy: due.slice(0, 10) }))

const itemStatuses: Readonly<Record<string, ItemStatus>> = {
  "aged-to-lost": "agedToLost",
  "claimed-returned": "claimedReturned"
}

const folioCase = ({ given }: VectorEntry): RenewalCase => {
  const policy = given.policy ?? given
  const now = instant(given.now ?? given.renewedAt ?? "2020-10-20T10:20:10Z")
  const set = {
    lendable: policy.loanable !== false,
    renewable: policy.renewable !== false,
    loanPeriod: periodOf(policy.period) ?? (policy.profile === "fixed" ? { days: 0 } : undefined),
    // What a schedule gives or caps ends with its day there.
    dueTime: policy.profile === "fixed" || policy.dueDateCaps !== undefined ? "endOfDay" : "sameTime",
    dueSchedule: scheduleOf(policy.schedules ?? policy.dueDateCaps),
    dueScheduleUse: policy.profile === "fixed" ? undefined : "notAfter",
    renewalPeriod: periodOf(policy.renewalPeriod),
    renewFrom: policy.renewFrom === "current-due-date" ? "due" : "now",
    renewalWhenWaiting: policy.renewWhenHeld === true,
    renewalCountMax: policy.renewalLimit ?? "unlimited"
  }
  const byHand = given.overrideDueAt == null ? {} : { dueAt: instant(given.overrideDueAt) }
  return {
    at: now,
    set: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
    loan: {
      lentAt: instant(given.loanedAt ?? "2020-10-01T10:20:10Z"),
      dueAt: given.dueAt == null ? now : instant(given.dueAt),
      renewalCount: given.renewalCount ?? 0
    },
    waiting: given.queue.map(() => [null, 1] as const),
    itemStatus: itemStatuses[given.itemStatus] ?? "onLoan",
    actor: manager,
    command: "overrideDueAt" in given ? { override: { reason: "told to" }, ...byHand } : {}
  }
}

const checkFolio = (entry: VectorEntry): void => {
  const { expect: wanted } = entry
  const given = folioCase(entry)
  const told = codesOfCase(given)
  const errors: ReadonlyArray<string> = wanted.errors ?? (wanted.error === undefined ? [] : [wanted.error])
  for (const error of errors) expect(told).toContain(codes[error])
  if (wanted.allowed !== undefined) expect(told.length === 0).toBe(wanted.allowed)
  if (wanted.dueAt === undefined) return
  const decided = decideCase(given)
  const { dueAt, renewalCount } = Result.getOrThrow(decided).receipt
  // Ends of days are a second early there, a millisecond here.
  expect(Math.floor(dueAt / 1000)).toBe(instant(wanted.dueAt) / 1000)
  if (wanted.renewalCount !== undefined) expect(renewalCount).toBe(wanted.renewalCount)
}

describeVectors(["renewal-due-date"], differently, checkFolio)
describeVectors(["renewal-eligibility"], differently, checkFolio)
describeVectors(["renewal-override"], differently, checkFolio)
