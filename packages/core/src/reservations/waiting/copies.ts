import type { Instant } from "../../calendar/instant.ts"
import type { Dice } from "./dice.ts"
import { loanDays, onShelf, travelDays } from "./draws.ts"
import type { WaitCopy } from "./question.ts"
import type { Course } from "./rates/course.ts"
import { daysBetween } from "./rates/spans.ts"

/** What is the same for every copy. */
export interface Lending {
  readonly at: Instant
  readonly course: Course
  readonly termDays: number
  readonly renewals: number
}

/**
 * Days until the copy is free for whoever is first; infinite if it never is. Where it is known whether it then stands where
 * it is picked up, as many fewer as `transit` is too long for it, or more: below 0 for one that lies there already. Rolls
 * three times for any copy.
 */
export const freeInDays = (copy: WaitCopy, lending: Lending, dice: Dice, transit = 0): number => {
  const { at, course } = lending
  const rolls = [dice(), dice(), dice()] as const
  switch (copy.is) {
    case "available":
      return beyond(copy.isHere, transit, () => travelDays(course, rolls[0]))
    case "onLoan":
      return stillLent(copy, lending, rolls[0])
    case "setAside": {
      const rest = Math.max(0, daysBetween(at, copy.shelfUntil))
      const { days, isFetched } = onShelf(course, rolls[0], Math.max(0, daysBetween(copy.setAsideAt, at)))
      if (!isFetched || days > rest) return rest
      return days + loanDays(course, rolls[1], lending)
    }
    case "inTransit": {
      const rest = Math.max(0, travelDays(course, rolls[2]) - daysBetween(copy.sentAt, at))
      return rest + beyond(copy.isHere, transit, () => travelDays(course, rolls[0]))
    }
    case "away":
      return copy.backAt === null ? Number.POSITIVE_INFINITY : Math.max(0, daysBetween(at, copy.backAt))
    case "lost":
      return Number.POSITIVE_INFINITY
  }
}

/** By how much the way from where a copy is free to the reader's branch is longer than a `transit` is taken to be. */
const beyond = (isHere: boolean | undefined, transit: number, travel: () => number): number =>
  isHere === undefined ? 0 : (isHere ? 0 : travel()) - transit

const stillLent = (copy: WaitCopy & { is: "onLoan" }, { at, course, termDays }: Lending, roll: number): number => {
  const { dueAt: due, dueIfRecalledAt: recalled = due, lentAt, renewalsLeft: renewals = 0 } = copy
  const dueAt = Math.min(due, recalled)
  const toDue = daysBetween(at, dueAt)
  const term = lentAt !== undefined && lentAt < dueAt ? daysBetween(lentAt, dueAt) : Math.max(termDays, toDue)
  return loanDays(course, roll, { termDays: term, ranDays: Math.max(0, term - toDue), renewals })
}
