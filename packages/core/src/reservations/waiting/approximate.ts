import { freeInDays } from "./copies.ts"
import { type Dice, diceFrom } from "./dice.ts"
import { loanDays, onShelf, transitDays } from "./draws.ts"
import { between, evenly, normalBelow, overNormal } from "./normal.ts"
import { renewed, sharesOf } from "./renewed.ts"
import { paceAt, type Queue } from "./simulate.ts"

/** Parts of the horizon in which the queue is followed. */
const parts = 1_000

/** Turns, and copies if there are fewer, that are drawn to know how long they take on the whole. */
const drawn = 4_096

/** How much a title's readers differ from others of its kind, in pace and in patience: what is followed. */
const paces = evenly(7, 0.8)
const patiences = evenly(5, 1)

export interface Approximated {
  /** Chance that a copy lies ready by the end of each part. */
  readonly chances: Float64Array
  readonly partDays: number
  /** Copies, turns and parts that were looked at. */
  readonly steps: number
}

/**
 * What `simulate` tends to for a queue too long to play. How many copies have become free by when, on the average, is the
 * renewal equation: each first as it stands, then again after every turn, until it never comes back. Those before this
 * reservation are that many fewer, and fewer by whom gave up; the chance that none is left is read off the normal
 * distribution. That some of few copies may be lost for good is in the mean alone: then `high` may be a tenth too low.
 * Looks at some thousand turns and each copy, however long the queue is.
 */
export const approximate = (queue: Queue): Approximated => {
  const partDays = queue.horizonDays / parts
  const dice = diceFrom(queue.seed, 2)
  const turns = drawTurns(queue, dice)
  const { first, steps } = drawFirst(queue, dice)
  const surplus = paces.nodes.map((deviation) => {
    const pace = paceAt(queue.lending.course.spread, deviation)
    const again = turns.lent.map((days, turn) => (turns.kept[turn] as number) + pace * days)
    const freed = renewed(
      first,
      sharesOf(again, parts, (days) => Math.round(days / partDays))
    )
    return patiences.nodes.map((patience) => surplusOf(queue, first, freed, { variation: turns.variation, patience }))
  })
  const transit = Math.round(turns.transit / partDays)
  let chance = 0
  const chances = Float64Array.from({ length: parts }, (_, part) => {
    if (part >= transit) chance = Math.max(chance, overBoth(surplus, part - transit))
    return chance
  })
  return { chances, partDays, steps: parts + drawn + steps }
}

/** Chance that there is a copy over by the end of a part, whatever the pace and patience of the title's readers. */
const overBoth = (surplus: ReadonlyArray<ReadonlyArray<Float64Array>>, part: number): number =>
  overNormal(paces, (pace) =>
    overNormal(patiences, (patience) => {
      const at = (one: number, other: number): number => surplus[one]?.[other]?.[part] as number
      return normalBelow(between(pace, (one) => between(patience, (other) => at(one, other))))
    })
  )

/** Standard deviations that nothing is below. */
const never = -40

/** By the end of each part, how many more copies became free than were wanted before, in standard deviations of that. */
const surplusOf = (
  { waiting, suspended, copies, lending, horizonDays }: Queue,
  first: Float64Array,
  freed: Float64Array,
  { variation, patience }: { readonly variation: number; readonly patience: number }
): Float64Array => {
  const partDays = horizonDays / parts
  const givenUpDaily = lending.course.givenUpDaily * paceAt(lending.course.patienceSpread, patience)
  const staying = Math.exp(-givenUpDaily * partDays)
  let [ahead, resumed, gaveUp, firstSum, freedSum] = [waiting + 0.5, 0, 0, 0, 0]
  return first.map((newly, part) => {
    const day = (part + 1) * partDays
    for (; (suspended[resumed] ?? Number.POSITIVE_INFINITY) <= day; resumed++) ahead += Math.exp(-givenUpDaily * day)
    const leaving = Math.max(0, ahead) * (1 - staying)
    gaveUp += leaving
    ahead -= leaving + (freed[part] as number)
    firstSum += newly
    freedSum += freed[part] as number
    const variance = firstSum * (1 - firstSum / Math.max(1, copies.length)) + (freedSum - firstSum) * variation + gaveUp
    // However many give up before it, one copy has to come.
    return freedSum < 0.5 ? never : -ahead / Math.sqrt(variance)
  })
}

interface Turns {
  /** Days until each was lent, and days lent; infinite where it never came back. */
  readonly kept: Float64Array
  readonly lent: Float64Array
  /** Mean days of a transit. */
  readonly transit: number
  /** How much those that come back vary: their variance in squares of their mean. */
  readonly variation: number
}

/** Many turns as they might go. */
const drawTurns = ({ lending }: Queue, dice: Dice): Turns => {
  const { course } = lending
  const [kept, lent] = [new Float64Array(drawn), new Float64Array(drawn)]
  let [transit, count, sum, squares] = [0, 0, 0, 0]
  for (let turn = 0; turn < drawn; turn++) {
    const carried = transitDays(course, dice())
    const { days, isFetched } = onShelf(course, dice())
    const roll = dice()
    const toBack = isFetched ? loanDays(course, roll, lending) : 0
    kept[turn] = carried + days
    lent[turn] = toBack
    transit += carried / drawn
    if (toBack === Number.POSITIVE_INFINITY) continue
    const whole = carried + days + toBack
    count += 1
    sum += whole
    squares += whole * whole
  }
  return { kept, lent, transit, variation: count > 0 ? (squares * count) / (sum * sum) - 1 : 0 }
}

/** How many copies become free for the first time in each part: of few copies each is drawn many times over. */
const drawFirst = ({ copies, lending, horizonDays }: Queue, dice: Dice) => {
  const times = Math.ceil(drawn / Math.max(1, copies.length))
  const days = copies.flatMap((copy) => Array.from({ length: times }, () => freeInDays(copy, lending, dice)))
  const first = sharesOf(Float64Array.from(days), parts, (day) => Math.floor((day / horizonDays) * parts))
  return { first: first.map((share) => share * copies.length), steps: days.length }
}
