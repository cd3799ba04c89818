import { freeInDays, type Lending } from "./copies.ts"
import { type Dice, diceFrom, normal } from "./dice.ts"
import { loanDays, onShelf, transitDays } from "./draws.ts"
import { EarliestFirst } from "./earliestFirst.ts"
import type { WaitCopy } from "./question.ts"

/** A queue as it is played: days from now. */
export interface Queue {
  readonly waiting: number
  /** Days until which those before are suspended, rising. */
  readonly suspended: ReadonlyArray<number>
  readonly copies: ReadonlyArray<WaitCopy>
  readonly lending: Lending
  readonly horizonDays: number
  readonly seed: number
}

export interface Played {
  /** Days until a copy lies ready, in each run, rising; infinite where none does within the horizon. */
  readonly waits: Float64Array
  /** Copies and turns of the queue that were looked at. */
  readonly steps: number
}

/**
 * Plays the queue so many times. A copy that becomes free goes to the first that waits and is not suspended; it is carried
 * there, lies on the shelf, is fetched or goes back, is lent, comes back or does not. Chance is rolled by the number of the
 * turn, not by who has it: two queues that differ by one reservation play the same turns, and with nobody giving up the
 * longer one never ends sooner, in any run.
 */
export const simulate = (queue: Queue, runs: number): Played => {
  const waits = new Float64Array(runs)
  let steps = 0
  for (let run = 0; run < runs; run++) {
    const played = playOnce(queue, diceFrom(queue.seed, run, 0), diceFrom(queue.seed, run, 1))
    waits[run] = played.wait
    steps += played.steps
  }
  return { waits: waits.sort(), steps }
}

const playOnce = ({ waiting, suspended, copies, lending, horizonDays }: Queue, now: Dice, later: Dice) => {
  const { course } = lending
  const ownTransit = transitDays(course, now())
  const pace = paceAt(course.spread, normal(now))
  const givenUpDaily = course.givenUpDaily * paceAt(course.patienceSpread, normal(now))
  const free = new EarliestFirst(copies.map((copy) => freeInDays(copy, lending, now, ownTransit)))
  let [ahead, resumed, steps] = [waiting, 0, copies.length]
  for (;;) {
    const day = Math.max(0, free.first)
    if (free.first + ownTransit > horizonDays) return { wait: Number.POSITIVE_INFINITY, steps }
    while ((suspended[resumed] ?? Number.POSITIVE_INFINITY) <= day) {
      resumed += 1
      ahead += 1
    }
    let lentUntil: number | null = null
    while (ahead > 0 && lentUntil === null) {
      ahead -= 1
      steps += 1
      const [gaveUp, toTransit, toShelf, toLoan] = [later(), later(), later(), later()]
      if (-Math.log(1 - gaveUp) < givenUpDaily * day) continue
      lentUntil = day + transitDays(course, toTransit) + turnDays(lending, toShelf, toLoan, pace)
    }
    if (lentUntil === null) return { wait: free.first + ownTransit, steps }
    free.replaceFirst(lentUntil)
  }
}

/** Days from a copy's lying on the pickup shelf to its being free again. */
const turnDays = (lending: Lending, toShelf: number, toLoan: number, pace: number): number => {
  const { days, isFetched } = onShelf(lending.course, toShelf)
  return isFetched ? days + pace * loanDays(lending.course, toLoan, lending) : days
}

/** By how much the loans of a title so many standard deviations from its kind are longer; 1 on the average. */
export const paceAt = (spread: number, deviation: number): number => Math.exp(spread * deviation - spread ** 2 / 2)
