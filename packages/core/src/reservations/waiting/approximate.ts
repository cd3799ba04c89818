import { freeInDays } from "./copies.ts"
import { type Dice, diceFrom } from "./dice.ts"
import { transitDays } from "./draws.ts"
import { normalBelow } from "./normalBelow.ts"
import { type Queue, turnDays } from "./simulate.ts"

/** Parts of the horizon in which the queue is followed. */
const parts = 1_000

/** Turns, and copies if there are fewer, that are drawn to know how long they take on the whole. */
const drawn = 4_096

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
 * distribution. Looks at some thousand turns and each copy, however long the queue is.
 */
export const approximate = (queue: Queue): Approximated => {
  const { waiting, suspended, copies, lending, horizonDays, seed } = queue
  const partDays = horizonDays / parts
  const dice = diceFrom(seed, 2)
  const { transit, turns, variation } = drawTurns(queue, dice)
  const { first, steps } = drawFirst(queue, dice)
  const freed = renewed(
    first,
    shares(turns, (days) => Math.round(days / partDays))
  )
  const { givenUpDaily, spread } = lending.course
  const staying = Math.exp(-givenUpDaily * partDays)
  const chances = new Float64Array(parts)
  let [ahead, resumed, gaveUp, firstSum, freedSum, chance] = [waiting + 0.5, 0, 0, 0, 0, 0]
  for (let part = 0; part < parts; part++) {
    const day = (part + 1) * partDays
    for (; (suspended[resumed] ?? Number.POSITIVE_INFINITY) <= day; resumed++) ahead += Math.exp(-givenUpDaily * day)
    gaveUp += Math.max(0, ahead) * (1 - staying)
    ahead -= Math.max(0, ahead) * (1 - staying) + (freed[part] as number)
    firstSum += first[part] as number
    freedSum += freed[part] as number
    const again = freedSum - firstSum
    const variance =
      firstSum * (1 - firstSum / Math.max(1, copies.length)) + again * variation + (again * spread) ** 2 + gaveUp
    chance = Math.max(chance, normalBelow(-ahead / Math.sqrt(variance + 1e-9)))
    chances[part] = chance
  }
  return { chances: shifted(chances, Math.round(transit / partDays)), partDays, steps: parts + drawn + steps }
}

/** Many turns as they might go, the mean transit, and how much turns vary: their variance in squares of their mean. */
const drawTurns = ({ lending }: Queue, dice: Dice) => {
  const turns = new Float64Array(drawn)
  let [transit, count, sum, squares] = [0, 0, 0, 0]
  for (let turn = 0; turn < drawn; turn++) {
    const carried = transitDays(lending.course, dice())
    const days = carried + turnDays(lending, dice(), dice())
    turns[turn] = days
    transit += carried / drawn
    if (days === Number.POSITIVE_INFINITY) continue
    count += 1
    sum += days
    squares += days * days
  }
  return { transit, turns, variation: count > 0 ? (squares * count) / (sum * sum) - 1 : 0 }
}

/** How many copies become free for the first time in each part: of few copies each is drawn many times over. */
const drawFirst = ({ copies, lending, horizonDays }: Queue, dice: Dice) => {
  const times = Math.max(1, Math.ceil(drawn / Math.max(1, copies.length)))
  const days = copies.flatMap((copy) => Array.from({ length: times }, () => freeInDays(copy, lending, dice)))
  const first = shares(days, (day) => Math.floor((day / horizonDays) * parts))
  return { first: first.map((share) => share * copies.length), steps: days.length }
}

/** Of some days the share that falls into each part; what is beyond all parts falls into none. */
const shares = (days: ArrayLike<number>, partOf: (days: number) => number): Float64Array => {
  const found = new Float64Array(parts)
  for (let index = 0; index < days.length; index++) {
    const part = partOf(days[index] as number)
    if (part < parts) found[part] = (found[part] as number) + 1 / days.length
  }
  return found
}

/** The renewal equation: what becomes free in a part does so for the first time, or a turn after it did before. */
const renewed = (first: Float64Array, turns: Float64Array): Float64Array => {
  const freed = first.slice()
  // A turn takes some time, if less than half a part of it.
  const atOnce = 1 - Math.min(0.5, turns[0] as number)
  for (let part = 0; part < parts; part++) {
    const now = (freed[part] as number) / atOnce
    freed[part] = now
    for (let turn = 1; part + turn < parts; turn++)
      freed[part + turn] = (freed[part + turn] as number) + now * (turns[turn] as number)
  }
  return freed
}

const shifted = (chances: Float64Array, by: number): Float64Array =>
  chances.map((_, part) => (part < by ? 0 : (chances[part - by] as number)))
