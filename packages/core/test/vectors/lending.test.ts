import { readFileSync } from "node:fs"
import { Result } from "effect"
import { expect } from "vitest"
import { rentalCharge } from "../../src/accounts/rentalCharge.ts"
import { type BranchCalendar, compileCalendar } from "../../src/calendar/calendar.ts"
import { weekdays } from "../../src/calendar/closures.ts"
import { decodeCalendar } from "../../src/calendar/decodeCalendar.ts"
import { Instant } from "../../src/calendar/instant.ts"
import type { Refusal } from "../../src/decision/refusal.ts"
import { decideCheckOut } from "../../src/loans/checkOut.ts"
import { rateOf } from "../../src/money/rate.ts"
import { type LendingCase, lendingCase } from "../../src/testing/lendingCase.ts"
import { lentPastBooking } from "./bookedCamera.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/lending.json", import.meta.url), "utf8"))

const instant = (text: string): Instant =>
  Instant.make(Date.parse(text.length === 10 ? `${text}T10:00:00Z` : text.endsWith("Z") ? text : `${text}Z`))

const calendarClosedOn = (closedWeekdays: ReadonlyArray<string> = []): BranchCalendar => {
  const closed = closedWeekdays.map((name) => name.slice(0, 3).toLowerCase())
  const hours = Object.fromEntries(weekdays.map((name) => [name, closed.includes(name) ? [] : ["00:00-24:00"]]))
  const document = decodeCalendar({ branches: { main: { name: {}, zone: "UTC", hours } } })
  return compileCalendar(Result.getOrThrow(document)).branch("main") as BranchCalendar
}

describeVectors(["rental_charge"], differently, ({ given, expect: wanted }) => {
  const { unit = null, from = "2024-03-11", to = "2024-03-18" } = given
  const { amount } = rentalCharge({
    rate: rateOf(given.rate ?? given.rentalCharge, 2),
    per: unit === "days" ? "day" : unit === "hours" ? "hour" : "loan",
    from: instant(from),
    dueAt: instant(to),
    countClosedDays: given.skipClosedDays !== true,
    calendar: calendarClosedOn(given.calendar?.closedWeekdays),
    rounding: "halfUp"
  })
  expect(amount).toBe(Math.round(Number(wanted.amount) * 100))
})

/** Their words → our refusals. */
const codes: Readonly<Record<string, ReadonlyArray<string>>> = {
  UNKNOWN_BARCODE: ["ItemUnknown"],
  ISSUED_TO_ANOTHER: ["ItemOnLoan"],
  RETURN_IMPOSSIBLE: ["ReturnNotHere"],
  PATRON_RESTRICTED: ["ReaderBlocked"],
  RECORD_ALREADY_ON_LOAN: ["TitleLimitReached"],
  RENEW_LOAN: ["LentToReader"],
  TOO_MANY: ["LoanLimitReached"],
  NOT_FOR_LOAN: ["ItemStatusForbids", "ItemNotLendable"],
  RENTAL_CHARGE: ["CostNotAccepted"],
  HOLD_WAITING: ["ItemKeptForOther"],
  EXPIRED: ["ReaderExpired"],
  BOOKED_TO_ANOTHER: ["ItemBooked"]
}

const caseOf = ({ given }: VectorEntry): LendingCase => {
  const { item = {}, patron = {}, rule = {} } = given
  const at = instant(given.today ?? "2024-03-11")
  const days = given.days ?? 7
  const other = item.checkedOutTo === "other patron"
  const own = item.checkedOutTo === "same patron"
  const hold = given.hold ?? (item.waitingFor === "other patron" ? { pickup: "main" } : undefined)
  return {
    at,
    known: given.barcode !== null,
    set: {
      loanPeriod: { days },
      returnBranches: { anywhere: "any", holding: "present", home: "home" }[given.allowReturnAt as string] ?? "any",
      "loanCountMax.all": rule.maxCheckouts ?? "unlimited",
      titleLoansMax: given.allowSeveralOfOneRecord === false ? 1 : "unlimited",
      rentalCharge: given.rentalDaily === undefined ? "none" : { amount: given.rentalDaily, per: "day" },
      costConsent: given.confirmRental === true,
      onSiteSwitch: given.switchOnSite === true,
      highDemand: given.highHoldsExceeded === true ? { waiting: 1 } : "never",
      highDemandPeriod: { days: 2 }
    },
    branch: given.sessionAt === "other" ? "third" : given.sessionAt === "holding" ? "holding" : "main",
    item: {
      homeBranch: given.allowReturnAt === undefined ? "main" : "home",
      presentBranch: given.allowReturnAt === undefined ? "main" : "holding",
      status: item.notForLoan === true ? "restricted" : "available"
    },
    lentTo: other ? "other" : own ? "reader" : null,
    onSiteLoan: item.onSite === true,
    loans: patron.loans ?? (own ? 1 : 0),
    loansOfTitle: patron.loansOfSameRecord ?? 0,
    blockedUntil: patron.restrictedUntil === undefined ? null : instant(patron.restrictedUntil),
    expiresAt: patron.expiry === undefined ? null : Instant.make(Date.UTC(2999, 11, 31)),
    setAsideFor: hold !== undefined ? "other" : given.recall === undefined ? null : "reader",
    pickupBranch: hold?.pickup ?? "main",
    waiting: given.highHoldsExceeded === true ? 1 : 0
  }
}

/** What stands in the way for good, and what does not once staff confirm it: by an override, by a renewal, by the price. */
const toldOf = (given: LendingCase, override: boolean) => {
  const { facts, command, context } = lendingCase(given)
  const plain = decideCheckOut(facts, override ? { ...command, override: { reason: "told to" } } : command, context)
  const refusals: ReadonlyArray<Refusal> = Result.isFailure(plain) ? plain.failure : []
  const over = decideCheckOut(facts, { ...command, override: { reason: "confirmed" } }, context)
  const confirmable = ["LentToReader", "CostNotAccepted"]
  const impossible = (Result.isFailure(over) ? over.failure : []).filter(({ _tag }) => !confirmable.includes(_tag))
  const receipt = Result.isSuccess(plain) ? plain.success.receipt : null
  return {
    refusals,
    receipt,
    impossible: refusals.filter(({ _tag }) => impossible.some((one) => one._tag === _tag)),
    confirmations: refusals.filter(({ _tag }) => !impossible.some((one) => one._tag === _tag)),
    lent: Result.isSuccess(over)
  }
}

const tags = (refusals: ReadonlyArray<Refusal>): ReadonlyArray<string> => refusals.map(({ _tag }) => _tag)
const meant = (words: ReadonlyArray<string>): ReadonlyArray<string> => words.flatMap((word) => codes[word] ?? [word])

const hasAny = (told: ReadonlyArray<Refusal>, word: string): boolean =>
  (codes[word] ?? [word]).some((code) => tags(told).includes(code))

describeVectors(["checkout_block"], differently, async (entry) => {
  const { given, expect: wanted } = entry
  if (given.booking !== undefined) {
    const { refusals } = await lentPastBooking({ ...given, due: given.proposedDue })
    expect(refusals).toEqual(meant(wanted.needsConfirmationIncludes))
    return
  }
  const told = toldOf(caseOf(entry), given.ignoreHolds === true)
  const only = (told: ReadonlyArray<Refusal>, words: ReadonlyArray<string>): void => {
    expect(told.length).toBe(words.length)
    for (const refusal of told) expect(meant(words)).toContain(refusal._tag)
  }
  if (wanted.impossible !== undefined) only(told.impossible, wanted.impossible)
  for (const word of wanted.impossibleIncludes ?? []) expect(hasAny(told.impossible, word), word).toBe(true)
  for (const word of wanted.impossibleExcludes ?? []) expect(hasAny(told.impossible, word), word).toBe(false)
  if (wanted.needsConfirmation !== undefined) only(told.confirmations, wanted.needsConfirmation)
  for (const word of wanted.needsConfirmationExcludes ?? []) expect(hasAny(told.confirmations, word), word).toBe(false)
  for (const word of wanted.needsConfirmationIncludes ?? []) {
    // A loan that many wait for is shorter, and says so before it is lent; staff may give another due date.
    if (word === "HIGH_HOLDS") expect(told.receipt?.trace.dueSteps.map(({ step }) => step)).toContain("highDemand")
    else expect(hasAny(told.confirmations, word), word).toBe(true)
  }
  for (const word of wanted.messagesIncludes ?? []) {
    if (word === "RECALLED") expect(told.receipt?.filledReservationId).not.toBeNull()
    else expect(told.receipt?.ended?.loanId, word).toBe("l1")
  }
  if (wanted.checkedOut !== undefined) expect(told.lent).toBe(wanted.checkedOut)
  if (wanted.returnTo !== undefined)
    expect(told.refusals).toContainEqual({ _tag: "ReturnNotHere", branch: wanted.returnTo })
  if (wanted.restrictedUntil !== undefined)
    expect(told.refusals).toContainEqual(expect.objectContaining({ endsAt: instant(wanted.restrictedUntil) }))
  if (wanted.because === "item") expect(tags(told.refusals)).toEqual(["ItemStatusForbids"])
  if (wanted.rentalCharge !== undefined)
    expect(told.refusals).toContainEqual({ _tag: "CostNotAccepted", amount: Number(wanted.rentalCharge) * 100 })
  if (wanted.holdPickup !== undefined)
    expect(told.refusals).toContainEqual(expect.objectContaining({ pickupBranch: wanted.holdPickup }))
})
