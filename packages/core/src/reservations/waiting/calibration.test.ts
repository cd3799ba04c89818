import { describe, expect, it } from "vitest"
import { estimated, lendingTown, roughly, scoreOf } from "../../testing/waits/index.ts"
import { learnRates, type RatesFor, ratesFor } from "./index.ts"

/** By seeds that nothing in the estimates was set by. */
const towns = [21, 22, 23, 24].map((seed) =>
  lendingTown({ seed, learnedOn: 730, days: 1_400, titles: 150, askedDaily: 10 })
)

const held = towns.flatMap(({ seen, meanDays, waits }) => {
  const learned = learnRates(seen)
  const of = new Map(
    [...meanDays.keys()].map((itemType) => [itemType, ratesFor(learned, { itemType, collection: "" })])
  )
  return waits.map((wait) => ({
    ...wait,
    rates: of.get(wait.kind.itemType) as RatesFor,
    meanDays: meanDays.get(wait.kind.itemType) ?? 0
  }))
})

describe("estimates in towns whose readers are not what they assume", () => {
  it.each([
    ["all queues", 0, 100, 0.72, 0.88],
    ["short ones", 0, 3, 0.72, 0.88],
    ["longer ones", 3, 10, 0.72, 0.88],
    // Who waits for a year is overtaken by what nobody knew: who gives up, which copies get lost.
    ["long ones", 10, 100, 0.65, 0.88]
  ])("hold about eight in ten of what came about: %s", (_, from, to, least, most) => {
    const those = held.filter(({ question }) => question.ahead.waiting >= from && question.ahead.waiting < to)
    const { count, coverage } = scoreOf(those, ({ question, rates }) => estimated(question, rates))
    expect(count).toBeGreaterThan(200)
    expect(coverage).toBeGreaterThan(least)
    expect(coverage).toBeLessThan(most)
  })

  it("lose less at every quantile than position by mean loan, by all copies or by one", () => {
    const ours = scoreOf(held, ({ question, rates }) => estimated(question, rates))
    for (const by of ["copies", "one"] as const) {
      const theirs = scoreOf(held, ({ question, meanDays }) => roughly(question, meanDays, by))
      expect(ours.pinball.low).toBeLessThan(0.3 * theirs.pinball.low)
      expect(ours.pinball.median).toBeLessThan(0.7 * theirs.pinball.median)
      expect(ours.pinball.high).toBeLessThan(theirs.pinball.high)
    }
  })

  it("are worse by the prior alone, and still better than position by mean loan", () => {
    const guess = ratesFor([], { itemType: "novel", collection: "" })
    const guessed = scoreOf(held, ({ question }) => estimated(question, guess))
    const learned = scoreOf(held, ({ question, rates }) => estimated(question, rates))
    expect(guessed.loss).toBeGreaterThan(learned.loss)
    expect(guessed.loss).toBeLessThan(scoreOf(held, (one) => roughly(one.question, one.meanDays, "copies")).loss)
  })
})
