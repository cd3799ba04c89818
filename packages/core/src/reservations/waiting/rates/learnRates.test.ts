import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Instant } from "../../../calendar/instant.ts"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import type { ReservationEvent } from "../../event.ts"
import { ReservationId } from "../../model.ts"
import { diceFrom } from "../dice.ts"
import { courseOfKind } from "./course.ts"
import { decodeRates, type KindRates, mergeRates, noRates, total } from "./kindRates.ts"
import { learnRates } from "./learnRates.ts"
import { addLoan, addReservation, addTransit, type LoanSpan } from "./observe.ts"
import { ratesFor } from "./ratesFor.ts"
import { reservationSpans } from "./reservationSpans.ts"
import { loanPoint, termParts } from "./spans.ts"

const start = Date.UTC(2025, 0, 1)
const onDay = (day: number): Instant => Instant.make(start + Math.round(day * 86_400_000))

const book = { itemType: "book", collection: "novels", titleId: TitleId.make("t1") }

/** A loan of 28 days from a day on. */
const loanFrom = (day: number, more: Partial<LoanSpan> = {}): LoanSpan => ({
  lentAt: onDay(day),
  dueAt: onDay(day + 28),
  closedAt: null,
  lateUntil: null,
  renewalCount: 0,
  recalledAt: null,
  dueBeforeRecall: null,
  onSite: 0,
  ...more
})

/** Day of a loan of 28 days by which half have come back. */
const medianOf = (rates: KindRates): number => {
  const { returned } = courseOfKind(rates, 28)
  const part = returned.findIndex((chance) => chance >= 0.5) - 1
  const [from = 0, to = 1] = [returned[part], returned[part + 1]]
  return ((part + (0.5 - from) / (to - from)) / termParts) * 28
}

describe("what is learned of loans", () => {
  it("is not shortened by those that are still open", () => {
    const dice = diceFrom(7)
    const loans = Array.from({ length: 4_000 }, (_, nth) => {
      const lentOn = nth / 100
      // Evenly from 2 to 26 days: half are back after 14.
      return { ...book, ...loanFrom(lentOn, { closedAt: onDay(lentOn + 2 + 24 * dice()) }) }
    })
    // On day 40 most of those lent lately are open, and of those returned lately the quick ones stand out.
    const at = onDay(40)
    const known = loans.map((loan) => ({ ...loan, closedAt: (loan.closedAt ?? at) <= at ? loan.closedAt : null }))
    const closed = known.filter(({ closedAt }) => closedAt !== null)
    const [learned, ofClosed] = [known, closed].map((some) => ratesFor(learnRates({ loans: some, at }), book).rates)
    expect(Math.abs(medianOf(learned as KindRates) - 14)).toBeLessThan(0.6)
    expect(medianOf(ofClosed as KindRates)).toBeLessThan(13)
  })

  it("is the same of a row that was closed later as of the row as it was then", () => {
    const closed = loanFrom(0, { closedAt: onDay(20) })
    expect(addLoan(noRates, closed, onDay(10))).toEqual(addLoan(noRates, loanFrom(0), onDay(10)))
  })

  it.each<[string, LoanSpan, keyof KindRates, number]>([
    ["a return half way", loanFrom(0, { closedAt: onDay(14.1) }), "returned", 15],
    ["a return two days late", loanFrom(0, { closedAt: onDay(30.5) }), "returned", termParts + 2],
    [
      "a return in its second term",
      loanFrom(0, { dueAt: onDay(56), renewalCount: 1, closedAt: onDay(42.1) }),
      "returned",
      15
    ],
    ["an open loan", loanFrom(75), "open", 26],
    ["a loan open for years", loanFrom(-2_000), "open", 47],
    [
      "a recall",
      loanFrom(0, { recalledAt: onDay(14.1), dueAt: onDay(20), dueBeforeRecall: onDay(28), closedAt: onDay(18) }),
      "open",
      15
    ]
  ])("counts %s where it belongs", (_, loan, name, part) => {
    const counts = addLoan(noRates, loan, onDay(100))[name] as ReadonlyArray<number>
    expect(counts.indexOf(1)).toBe(part)
    expect(total(counts)).toBe(1)
  })

  it("counts a renewal as a term in which it was not returned", () => {
    const back = (renewalCount: number) =>
      loanFrom(0, { dueAt: onDay(28 * (1 + renewalCount)), renewalCount, closedAt: onDay(28 * renewalCount + 5) })
    const loans = Array.from({ length: 1_000 }, (_, nth) => ({ ...book, ...back(nth % 2) }))
    const { returned, renew } = courseOfKind(ratesFor(learnRates({ loans, at: onDay(100) }), book).rates, 28)
    // Of 1,500 terms 1,000 ended on the fifth day, and the others by a renewal.
    expect(returned[6]).toBeCloseTo(2 / 3, 2)
    expect(renew).toBeGreaterThan(0.99)
  })

  it("counts what was lost as never returned, even if the loan was settled", () => {
    const rates = addLoan(noRates, loanFrom(0, { lateUntil: onDay(60), closedAt: onDay(70) }), onDay(100))
    expect({ lost: rates.lost, returned: total(rates.returned), open: total(rates.open) }).toEqual({
      lost: 1,
      returned: 0,
      open: 0
    })
  })

  it.each([
    ["reading on site", loanFrom(0, { onSite: 1 })],
    ["a loan due when it is lent", loanFrom(0, { dueAt: onDay(0) })],
    ["one lent later", loanFrom(200)]
  ])("leaves out %s", (_, loan) => {
    expect(addLoan(noRates, loan, onDay(100))).toEqual(noRates)
  })

  it("sees that titles differ, and that they do not", () => {
    const dice = diceFrom(3)
    const spreadOf = (length: (title: number) => number): number => {
      const loans = Array.from({ length: 1_000 }, (_, nth) => {
        const closedAt = onDay(length(nth % 50) * (0.8 + 0.4 * dice()))
        return { ...book, titleId: TitleId.make(`t${nth % 50}`), ...loanFrom(0, { closedAt }) }
      })
      return courseOfKind(ratesFor(learnRates({ loans, at: onDay(100) }), book).rates, 28).spread
    }
    expect(spreadOf(() => 14)).toBeLessThan(0.09)
    expect(spreadOf((title) => (title % 2 === 0 ? 7 : 21))).toBeGreaterThan(0.4)
  })
})

describe("what is learned of reservations", () => {
  const reservationId = ReservationId.make("r1")
  const { titleId } = book
  const placed = {
    _tag: "ReservationPlaced",
    reservationId,
    titleId,
    itemId: null,
    kind: "wait",
    volume: "",
    itemType: "",
    copyType: "book",
    copyCollection: "",
    pickupBranch: "main",
    readerCategory: "adult",
    place: 1,
    at: onDay(0),
    notBefore: null,
    waitUntil: null,
    policyVersion: 1,
    policyRows: {}
  } as const
  const setAside = {
    _tag: "ReservationSetAside",
    reservationId,
    titleId,
    itemId: ItemId.make("i1"),
    itemVersion: 2,
    branch: "main",
    at: onDay(10),
    shelfUntil: onDay(18),
    skipped: []
  } as const
  const ended = { reservationId, titleId, released: null } as const
  const filled = {
    _tag: "ReservationFilled",
    ...ended,
    loanId: LoanId.make("l1"),
    at: onDay(12.5),
    wasWaiting: false
  } as const

  it("comes from their events, whose rows forget when a copy was set aside", () => {
    const [span] = reservationSpans([placed, setAside, filled])
    expect(span).toMatchObject({ placedAt: onDay(0), setAsideAt: onDay(10), endedAt: onDay(12.5), state: "filled" })
    const rates = addReservation(noRates, span as NonNullable<typeof span>, onDay(20))
    expect(rates).toMatchObject({ waitedDays: 10, cancelled: 0 })
    expect(rates.fetched[2]).toBe(1)
  })

  it("tells apart who never came, who gave up waiting, and who still waits", () => {
    const at = onDay(20)
    const learn = (...events: ReadonlyArray<ReservationEvent>) =>
      reservationSpans(events).reduce((rates, span) => addReservation(rates, span, at), noRates)
    const expired = { _tag: "ReservationExpired", ...ended, at: onDay(18), wasWaiting: false } as const
    expect(total(learn(placed, setAside, expired).unfetched)).toBe(1)
    const gaveUp = { _tag: "ReservationCancelled", ...ended, reason: "reader", at: onDay(6), wasWaiting: true } as const
    expect(learn(placed, gaveUp)).toMatchObject({ cancelled: 1, waitedDays: 6 })
    expect(learn(placed)).toMatchObject({ cancelled: 0, waitedDays: 20 })
    expect(total(learn(placed, setAside).onShelf)).toBe(1)
    const putBack = {
      _tag: "ReservationPutBack",
      reservationId,
      titleId,
      itemId: ItemId.make("i1"),
      itemVersion: 3,
      at: onDay(11)
    } as const
    expect(learn(placed, setAside, putBack)).toMatchObject({ waitedDays: 20 })
    expect(reservationSpans([setAside, filled])).toEqual([])
  })
})

describe("rates", () => {
  const loan = fc
    .record({ day: fc.nat({ max: 90 }), lasts: fc.option(fc.nat({ max: 60 })), title: fc.nat({ max: 3 }) })
    .map(({ day, lasts, title }) => ({
      ...book,
      titleId: TitleId.make(`t${title}`),
      ...loanFrom(day, { closedAt: lasts === null ? null : onDay(day + lasts) })
    }))
  const learned = (loans: ReadonlyArray<typeof book & LoanSpan>) =>
    learnRates({ loans, at: onDay(100) })[0]?.rates ?? noRates

  it("add up, whichever way what was seen is split, if no title is", () => {
    fc.assert(
      fc.property(fc.array(loan), (loans) => {
        const isFirst = ({ titleId }: typeof book) => titleId === "t0"
        const parts = mergeRates(learned(loans.filter(isFirst)), learned(loans.filter((one) => !isFirst(one))))
        const whole = learned(loans)
        expect(parts.returned).toEqual(whole.returned)
        expect(parts.open).toEqual(whole.open)
        for (const name of ["titles", "loans", "squares", "sum", "titleSquares"] as const)
          expect(parts.byTitle[name]).toBeCloseTo(whole.byTitle[name])
      })
    )
  })

  it("survive JSON, are small, and are refused by their path when they are none", () => {
    const rates = learnRates({ loans: [{ ...book, ...loanFrom(0) }], transits: [{ ...book, days: 2 }], at: onDay(9) })
    const json = JSON.stringify(rates)
    expect(decodeRates(JSON.parse(json))).toMatchObject({ _tag: "Success", success: rates })
    expect(json.length).toBeLessThan(1_500)
    const broken = [{ ...rates[0], rates: { ...noRates, lost: -1, fetched: [1] } }]
    const answer = decodeRates(broken)
    expect(answer._tag === "Failure" && answer.failure.map(({ path }) => path)).toEqual([
      "0.rates.lost",
      "0.rates.fetched"
    ])
  })

  it("are a kind's own if it was seen often, else its type's, else all, else the prior, and say so", () => {
    const seen = (itemType: string, collection: string, count: number) =>
      Array.from({ length: count }, () => ({ ...book, itemType, collection, ...loanFrom(0, { closedAt: onDay(9) }) }))
    const at = onDay(100)
    const loans = [...seen("book", "novels", 40), ...seen("book", "art", 5), ...seen("film", "", 5)]
    const basisOf = (itemType: string, collection: string, of = loans) =>
      ratesFor(learnRates({ loans: of, at }), { itemType, collection }).basis.loans
    expect(basisOf("book", "novels")).toEqual({ of: "kind", seen: 40 })
    expect(basisOf("book", "art")).toEqual({ of: "type", seen: 45 })
    expect(basisOf("film", "")).toEqual({ of: "all", seen: 50 })
    expect(basisOf("film", "", seen("film", "", 5))).toEqual({ of: "prior", seen: 5 })
  })

  it("hold every loan, pickup and transit within bounds, whatever its length", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.001, max: 5_000, noNaN: true }),
        (days, term) => {
          const point = loanPoint(days, term)
          expect(point).toBeGreaterThanOrEqual(0)
          expect(point).toBeLessThanOrEqual(noRates.returned.length)
          expect(total(addTransit(noRates, days).transits)).toBe(1)
        }
      )
    )
  })
})
