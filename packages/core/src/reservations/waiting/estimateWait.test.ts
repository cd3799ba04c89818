import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Instant } from "../../calendar/instant.ts"
import { approximate } from "./approximate.ts"
import {
  estimateWait,
  type KindRates,
  learnRates,
  noRates,
  type RatesFor,
  ratesFor,
  type WaitCopy,
  type WaitEstimate,
  type WaitQuestion
} from "./index.ts"
import { courseOfKind } from "./rates/course.ts"
import { simulate } from "./simulate.ts"

const day = 86_400_000
const at = Instant.make(Date.UTC(2026, 0, 5, 9))
const inDays = (days: number): Instant => Instant.make(at + Math.round(days * day))

const { basis, rates: guessed } = ratesFor(learnRates({ at }), { itemType: "book", collection: "" })
const guess: RatesFor = { rates: guessed, basis }

/** Of readers who never give up: then every course of events can be compared, one by one. */
const patient: RatesFor = { basis, rates: { ...noRates, waitedDays: 1e15 } satisfies KindRates }

const asked = (question: Partial<WaitQuestion>): WaitQuestion => ({
  at,
  ahead: { waiting: 0, suspendedUntil: [] },
  copies: [{ is: "onLoan", dueAt: inDays(14) }],
  seed: 1,
  ...question
})

const told = (question: WaitQuestion, rates = guess): WaitEstimate => Result.getOrThrow(estimateWait(question, rates))
const waiting = (count: number, ...suspendedUntil: ReadonlyArray<Instant>) => ({ waiting: count, suspendedUntil })

const days = fc.integer({ min: -60, max: 60 })
const isHere = fc.constantFrom({}, { isHere: true }, { isHere: false })
const copy: fc.Arbitrary<WaitCopy> = fc.oneof(
  isHere.map((where) => ({ is: "available" as const, ...where })),
  fc.record({ is: fc.constant("onLoan" as const), dueAt: days.map(inDays), renewalsLeft: fc.nat({ max: 2 }) }),
  fc
    .record({ setAsideAt: fc.integer({ min: -9, max: 0 }).map(inDays), shelfUntil: fc.nat({ max: 9 }).map(inDays) })
    .map((kept) => ({ is: "setAside" as const, ...kept })),
  isHere.map((where) => ({ is: "inTransit" as const, sentAt: inDays(-1), ...where })),
  fc.record({ is: fc.constant("away" as const), backAt: fc.option(days.map(inDays)) }),
  fc.constant({ is: "lost" as const })
)
const question = fc.record({
  at: fc.constant(at),
  ahead: fc.record({ waiting: fc.nat({ max: 12 }), suspendedUntil: fc.array(days.map(inDays), { maxLength: 4 }) }),
  copies: fc.array(copy, { maxLength: 4 }),
  seed: fc.integer(),
  runs: fc.constant(50)
})

/** Quantiles as numbers: what never comes within the horizon is the longest. */
const quantiles = ({ low, median, high }: WaitEstimate) =>
  [low, median, high].map((one) => one ?? Number.POSITIVE_INFINITY)
const isNowhereLonger = (one: WaitEstimate, other: WaitEstimate): boolean => {
  const others = quantiles(other)
  return quantiles(one).every((value, place) => value <= (others[place] as number))
}

describe("an estimate of the wait", () => {
  it("has its quantiles in order, from 0 on, and a chance that agrees with them", () => {
    fc.assert(
      fc.property(question, (one) => {
        const estimate = told(one)
        const [low = 0, median = 0, high = 0] = quantiles(estimate)
        const { chance } = estimate.within
        return 0 <= low && low <= median && median <= high && (estimate.median === null) === chance < 0.5
      })
    )
  })

  it("is the same for the same question", () => {
    fc.assert(
      fc.property(question, (one) => {
        expect(told(one)).toEqual(told(structuredClone(one)))
      })
    )
  })

  it("is never shorter with one more ahead", () => {
    fc.assert(
      fc.property(question, (one) => {
        const { waiting: count, suspendedUntil } = one.ahead
        return isNowhereLonger(told(one), told({ ...one, ahead: waiting(count + 1, ...suspendedUntil) }))
      })
    )
  })

  it("is never longer with one more copy, while nobody gives up", () => {
    fc.assert(
      fc.property(question, copy, (one, more) =>
        isNowhereLonger(told({ ...one, copies: [...one.copies, more] }, patient), told(one, patient))
      )
    )
  })

  it("is never longer for one ahead that is suspended, and the same where that comes back too late to matter", () => {
    fc.assert(
      fc.property(question, days, (one, until) => {
        const { waiting: count, suspendedUntil } = one.ahead
        const active = told({ ...one, ahead: waiting(count + 1, ...suspendedUntil) })
        const suspended = told({ ...one, ahead: waiting(count, ...suspendedUntil, inDays(until)) })
        const forLong = told({ ...one, ahead: waiting(count, ...suspendedUntil, inDays(10_000)) })
        expect(suspended.position).toBe(active.position)
        expect(quantiles(forLong)).toEqual(quantiles(told(one)))
        if (until <= 0) expect(quantiles(suspended)).toEqual(quantiles(active))
        return isNowhereLonger(suspended, active)
      })
    )
  })

  it("is the way to the branch of pickup for a copy that stands elsewhere, and no wait for one that stands there", () => {
    const transits = Array.from({ length: 100 }, (_, nth) => ({
      days: nth < 20 ? 0 : 6,
      itemType: "book",
      collection: ""
    }))
    const seen = ratesFor(learnRates({ at, transits }), { itemType: "book", collection: "" })
    const waitOf = (rates: RatesFor, where: object) =>
      quantiles(told(asked({ copies: [{ is: "available", ...where }] }), rates))
    expect(waitOf(seen, {})).toEqual([0, 6, 6])
    expect(waitOf(seen, { isHere: true })).toEqual([0, 0, 0])
    expect(waitOf(seen, { isHere: false })).toEqual([6, 6, 6])
    expect(waitOf(guess, { isHere: true })).toEqual([0, 0, 0])
    expect(waitOf(guess, { isHere: false })).toEqual([1, 2, 3])
  })

  it("is no wait for the first in the queue with a copy on the shelf", () => {
    const estimate = told(asked({ copies: [{ is: "available" }, { is: "onLoan", dueAt: inDays(9) }] }))
    expect(estimate).toMatchObject({ position: 1, low: 0, median: 0, high: 0, within: { chance: 1 } })
  })

  it.each<[string, ReadonlyArray<WaitCopy>]>([
    ["there is no copy", []],
    ["all are lost or away for nobody knows how long", [{ is: "lost" }, { is: "away", backAt: null }]],
    ["the only one is due in the year 9999", [{ is: "onLoan", dueAt: Instant.make(Date.UTC(9999, 11, 31)) }]]
  ])("is never, and no number, where %s", (_, copies) => {
    const { low, median, high, within } = told(asked({ copies }))
    expect({ low, median, high }).toEqual({ low: null, median: null, high: null })
    expect(within.chance).toBe(0)
    const long = told(asked({ copies, ahead: waiting(50_000) }))
    expect(long).toMatchObject({ median: null, within: { chance: 0 }, basis: { method: "formula" } })
  })

  it("ends soon for what is nearly done, later for what is overdue for long, later still if it may be renewed", () => {
    const median = (lent: Partial<WaitCopy & { is: "onLoan" }>) =>
      told(asked({ copies: [{ is: "onLoan", dueAt: inDays(20), ...lent }] })).median ?? Number.POSITIVE_INFINITY
    expect(median({ dueAt: inDays(3) })).toBeLessThan(median({}))
    expect(median({ dueAt: inDays(-1) })).toBeLessThan(median({ dueAt: inDays(-200) }))
    expect(median({ renewalsLeft: 2 })).toBeGreaterThan(median({}))
    expect(median({ dueIfRecalledAt: inDays(7) })).toBeLessThan(median({}))
  })

  it("looks at no more for 50,000 ahead than for 500", () => {
    const copies = Array.from({ length: 40 }, (_, nth): WaitCopy => ({ is: "onLoan", dueAt: inDays(nth) }))
    const steps = (count: number) => told(asked({ copies, ahead: waiting(count) })).basis.steps
    expect(steps(50_000)).toBe(steps(500))
    expect(steps(50_000)).toBeLessThan(20_000)
    expect(steps(360)).toBeLessThan(300 * 400 + 1)
  })

  it.each([
    [100, 5, 0],
    [200, 20, 0],
    [200, 20, 100],
    [300, 60, 0],
    [380, 20, 0]
  ])(
    "is about the same by the formula as played, for %i ahead, %i copies, %i suspended",
    (count, copyCount, suspended) => {
      const queue = {
        waiting: count,
        suspended: Array.from({ length: suspended }, (_, nth) => nth),
        copies: Array.from({ length: copyCount }, (_, nth): WaitCopy => ({ is: "onLoan", dueAt: inDays(nth % 28) })),
        lending: { at, course: courseOfKind(noRates, 28), termDays: 28, renewals: 0 },
        horizonDays: 1_500,
        seed: 1
      }
      const { waits } = simulate(queue, 1_000)
      const { chances, partDays } = approximate(queue)
      for (const [share, off] of [
        [0.1, 0.06],
        [0.5, 0.06],
        [0.9, 0.12]
      ] as const) {
        const played = waits[share * 1_000 - 1] as number
        expect(Math.abs(chances.findIndex((chance) => chance >= share) * partDays - played) / played).toBeLessThan(off)
      }
    }
  )

  it("counts the days of a transit, and those of the pickup shelf of whoever does not come", () => {
    const free = { copies: [{ is: "available" as const }] }
    const slow = { basis, rates: { ...noRates, transits: noRates.transits.with(3, 50) } }
    expect(told(asked(free), slow)).toMatchObject({ low: 3, median: 3, high: 3 })
    const nobodyComes = { basis, rates: { ...noRates, unfetched: noRates.unfetched.with(8, 1_000), waitedDays: 1e15 } }
    const { low, high } = told(asked({ ...free, ahead: waiting(3) }), nobodyComes)
    expect(low).toBeGreaterThan(24)
    expect(high).toBeLessThan(27.1)
  })

  it("is over for a copy on the pickup shelf when its time there is, if nobody would come sooner", () => {
    const copies = [{ is: "setAside" as const, setAsideAt: at, shelfUntil: inDays(1) }]
    const comeLate = { basis, rates: { ...noRates, fetched: noRates.fetched.with(8, 1_000) } }
    expect(told(asked({ copies }), comeLate)).toMatchObject({ low: 1, median: 1, high: 1 })
  })

  it("is told for a kind of which nothing ever came back, or everything at once", () => {
    const copies = [{ is: "onLoan" as const, dueAt: inDays(3) }]
    const all = [2, 50_000].flatMap((count) =>
      [
        { ...noRates, lost: 1e9, terms: 1e9, termDays: 0 },
        {
          ...noRates,
          returned: noRates.returned.with(0, 1e9),
          fetched: noRates.fetched.with(0, 1e9),
          termDays: 1e-9,
          terms: 1e9
        }
      ].map((rates) => told(asked({ copies, ahead: waiting(count) }), { rates, basis }))
    )
    expect(all.every(({ within: { chance } }) => chance >= 0 && chance <= 1)).toBe(true)
    expect(all.map(({ median }) => median === null)).toEqual([true, false, true, true])
  })

  it("says where it comes from: how it was made, of how much, and on which copies", () => {
    const copies = [{ is: "available" as const }, { is: "lost" as const }, { is: "away" as const, backAt: null }]
    expect(told(asked({ copies, runs: 100 })).basis).toEqual({
      loans: { of: "prior", seen: 0 },
      pickups: { of: "prior", seen: 0 },
      transits: { of: "prior", seen: 0 },
      waits: { of: "prior", seen: 0 },
      method: "played",
      runs: 100,
      steps: 300,
      copies: 1
    })
  })
})

describe("a question that is none is refused, by its path", () => {
  it.each<[string, object, ReadonlyArray<string>]>([
    ["a count below zero", { ahead: waiting(-1) }, ["ahead.waiting"]],
    ["half a reservation", { ahead: waiting(0.5) }, ["ahead.waiting"]],
    ["no number", { at: Number.NaN }, ["at"]],
    ["a due date that is none", { copies: [{ is: "onLoan", dueAt: Number.NaN }] }, ["copies.0.dueAt"]],
    ["an instant beyond all calendars", { copies: [{ is: "away", backAt: 9e15 }] }, ["copies.0.backAt"]],
    [
      "a suspension without an end",
      { ahead: waiting(0, Number.POSITIVE_INFINITY as Instant) },
      ["ahead.suspendedUntil.0"]
    ],
    ["a loan of no days", { loanDays: 0 }, ["loanDays"]],
    ["a million runs, and no seed", { runs: 1_000_000, seed: 0.5 }, ["seed", "runs"]]
  ])("%s", (_, wrong, paths) => {
    const answer = estimateWait({ ...asked({}), ...wrong }, guess)
    expect(Result.isFailure(answer) && [...new Set(answer.failure.map(({ path }) => path))]).toEqual(paths)
  })
})
