import type { Instant } from "../../calendar/instant.ts"
import type { Dice } from "./dice.ts"
import { loanDays, onShelf, transitDays } from "./draws.ts"
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

/** Days until the copy is free for whoever is first; infinite if it never is. Rolls three times for any copy. */
export const freeInDays = (copy: WaitCopy, lending: Lending, dice: Dice): number => {
  const { at, course } = lending
  const rolls = [dice(), dice(), dice()] as const
  switch (copy.is) {
    case "available":
      return 0
    case "onLoan":
      return stillLent(copy, lending, rolls[0])
    case "setAside": {
      const rest = Math.max(0, daysBetween(at, copy.shelfUntil))
      const { days, isFetched } = onShelf(course, rolls[0], Math.max(0, daysBetween(copy.setAsideAt, at)))
      if (!isFetched || days > rest) return rest
      return days + loanDays(course, rolls[1], lending)
    }
    case "inTransit": {
      const gone = daysBetween(copy.sentAt, at)
      return Math.max(0, transitDays(course, rolls[2]) - gone)
    }
    case "away":
      return copy.backAt === null ? Number.POSITIVE_INFINITY : Math.max(0, daysBetween(at, copy.backAt))
    case "lost":
      return Number.POSITIVE_INFINITY
  }
}

const stillLent = (copy: WaitCopy & { is: "onLoan" }, { at, course, termDays }: Lending, roll: number): number => {
  const { dueAt: due, dueIfRecalledAt: recalled = due, lentAt, renewalsLeft: renewals = 0 } = copy
  const dueAt = Math.min(due, recalled)
  const toDue = daysBetween(at, dueAt)
  const term = lentAt !== undefined && lentAt < dueAt ? daysBetween(lentAt, dueAt) : Math.max(termDays, toDue)
  return loanDays(course, roll, { termDays: term, ranDays: Math.max(0, term - toDue), renewals })
}
