import { diceFrom } from "../../../reservations/waiting/dice.ts"
import type { Kind, Seen } from "../../../reservations/waiting/index.ts"
import type { HeldBack } from "../score.ts"
import { isSummer } from "./townDays.ts"
import { TownDesk } from "./townDesk.ts"
import { type TownTitle, townReaders, townTitles } from "./townPeople.ts"
import { questionFor, type TownLoan, type TownQueue, type TownReservation, townInstant } from "./townQueue.ts"

export interface TownOptions {
  readonly seed: number
  /** The library's rates are learned from what it knows on this day; waits are asked for later. */
  readonly learnedOn: number
  readonly days: number
  readonly titles: number
  /** How often on a day somebody wants something. */
  readonly askedDaily: number
}

/** How long a reservation would wait was asked, and how long it did. */
export interface TownWait extends HeldBack {
  readonly kind: Kind
}

export interface TownPlayed {
  /** What the library knew on the day on which it learned. */
  readonly seen: Seen
  /** Mean days of a loan that was over by then, by item type. */
  readonly meanDays: ReadonlyMap<string, number>
  /** Asked since, of titles that had a copy left, in time for an answer. */
  readonly waits: ReadonlyArray<TownWait>
}

/**
 * A library whose readers behave by habit, to hold estimates against: some are late with everything, households alike;
 * titles are read fast or slowly and get talked of; in summer all keep things longer; the library is closed on Sundays
 * and at the end of the year; a renewal is refused while others wait; some who wait are suspended for a while, some give up
 * once their patience ends, some never fetch what was set aside. Of how the estimates are made it knows nothing.
 * Every tenth reservation is patient; how long it will wait is asked as it is placed and two weeks later.
 */
export const lendingTown = ({ seed, learnedOn, days, titles, askedDaily }: TownOptions): TownPlayed => {
  const dice = diceFrom(seed)
  const readers = townReaders(dice, 300)
  const queues = townTitles(dice, titles, days).map((title) => queueOf(title))
  const desk = new TownDesk(dice)
  const asked: Array<Omit<TownWait, "waited"> & { readonly day: number; readonly of: TownReservation }> = []
  const note = (queue: TownQueue, of: TownReservation): void => {
    if (!of.isPatient || !queue.waiting.includes(of)) return
    const day = desk.agenda.today
    asked.push({ day, kind: of.span, question: questionFor(queue, of, day), of })
  }
  const wanted = (): void => {
    const { agenda } = desk
    const queue = queueWanted(queues, agenda.today, dice())
    const of = desk.ask(queue, readers[Math.floor(dice() * readers.length)] as (typeof readers)[number])
    if (of !== null) {
      note(queue, of)
      agenda.at(agenda.today + 14, () => note(queue, of))
    }
    const season = isSummer(agenda.today) ? 1.3 : 1
    agenda.at(agenda.today - Math.log(1 - dice()) / (askedDaily * season), wanted)
  }
  desk.agenda.at(0, wanted)
  desk.agenda.playUntil(learnedOn)
  const seen = structuredClone({
    loans: desk.loans,
    reservations: desk.reservations.map(({ span }) => span),
    transits: desk.transits,
    at: townInstant(learnedOn)
  })
  desk.agenda.playUntil(days)
  const waits = asked
    .filter(
      ({ day, question }) => day > learnedOn && day < days - 300 && question.copies.some(({ is }) => is !== "lost")
    )
    .map(({ of, kind, question }) => {
      const { setAsideAt } = of.span
      const waited = setAsideAt === null ? Number.POSITIVE_INFINITY : (setAsideAt - question.at) / 86_400_000
      return { kind, question, waited }
    })
  return { seen, meanDays: meanDays(seen.loans), waits }
}

const meanDays = (loans: ReadonlyArray<TownLoan>): ReadonlyMap<string, number> => {
  const sums = new Map<string, { days: number; count: number }>()
  for (const { itemType, lentAt, closedAt } of loans) {
    const { days, count } = sums.get(itemType) ?? { days: 0, count: 0 }
    if (closedAt !== null) sums.set(itemType, { days: days + (closedAt - lentAt) / 86_400_000, count: count + 1 })
  }
  return new Map([...sums].map(([itemType, { days, count }]) => [itemType, days / count]))
}

const queueOf = (title: TownTitle): TownQueue => ({
  title,
  copies: Array.from({ length: title.copies }, () => ({ is: "available", loan: null, since: 0, shelfUntil: 0 })),
  waiting: []
})

/** By how much each is wanted on that day. */
const queueWanted = (queues: ReadonlyArray<TownQueue>, day: number, roll: number): TownQueue => {
  const weights = queues.map(({ title }) => {
    const isTalkedOf = day >= title.talkedOfFrom && day < title.talkedOfFrom + 60
    return title.wanted * (isTalkedOf ? 6 : 1)
  })
  let left = roll * weights.reduce((sum, weight) => sum + weight, 0)
  const found = queues.find((_, rank) => {
    left -= weights[rank] as number
    return left < 0
  })
  return found ?? (queues[0] as TownQueue)
}
