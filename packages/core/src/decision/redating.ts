import type { Instant } from "../calendar/instant.ts"

/**
 * Why something keeps its date.
 * - `asDated`: days and hours as they are now give the same.
 * - `notByRule`: it was given by hand, or cut, and does not lie on a day that was closed since.
 * - `wouldBePast`: it would have been over by now.
 * - `noDate`: days and hours as they are now give none.
 * - `rulesGone`: the branch or the rules that it was dated by are not there any more.
 * - `redatedNow`: it was moved at this very instant.
 * - `notOnLoan`: it was claimed returned, or is lost.
 * - `paid`: what was charged too much is paid already.
 */
export type StandsBecause =
  | "asDated"
  | "notByRule"
  | "wouldBePast"
  | "noDate"
  | "rulesGone"
  | "redatedNow"
  | "paid"
  | "notOnLoan"
export interface Stands {
  readonly because: StandsBecause
}

/** Where a date belongs now, and whether a rule or a hand had given it. */
export interface Target {
  readonly at: Instant | null
  readonly byRule: boolean
}

interface Present {
  readonly date: Instant
  /** When it was last moved by a change of days or hours; `null`: not since it was decided. */
  readonly redatedAt: number | null
}

/** Where it moves, or why it stays. Nothing is moved back to before `at`, nor back at all once it is past. */
export const movedOr = (target: Target, present: Present, at: number): { readonly to: Instant } | Stands => {
  if (target.at === null) return { because: "noDate" }
  if (target.at < present.date && target.at < at) return { because: "wouldBePast" }
  if (target.at !== present.date) return { to: target.at }
  return { because: present.redatedAt === at ? "redatedNow" : target.byRule ? "asDated" : "notByRule" }
}
