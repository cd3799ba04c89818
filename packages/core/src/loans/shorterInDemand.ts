import { Result } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import type { CopyCount } from "../decision/facts.ts"
import { isHighDemand } from "./demand.ts"
import type { Due, DueRefusal, DueStep } from "./dueAt.ts"
import { dueFor } from "./dueFor.ts"
import type { Period } from "./period.ts"

/** That many wait made the loan shorter: it is due when one of this period is. */
export interface ShorterStep {
  readonly step: "highDemand"
  readonly at: Instant
  readonly period: Period
}

interface ShorterDue {
  readonly dueAt: Instant
  readonly steps: ReadonlyArray<DueStep | ShorterStep>
}

/** The due instant of a new loan, shorter while many wait for the title; `null` while a setting is missing. */
export const loanDue = (
  asked: Asked,
  calendar: BranchCalendar,
  from: Instant,
  expiresAt: Instant | null,
  { waitingCount, copies }: { readonly waitingCount: number; readonly copies: ReadonlyArray<CopyCount> }
): Result.Result<ShorterDue, DueRefusal> | null => {
  const plain = dueFor(asked, calendar, from, expiresAt)
  const inDemand = isHighDemand(asked.optional("highDemand", "never"), waitingCount, copies)
  return plain === null || !inDemand ? plain : shorterInDemand(asked, calendar, from, expiresAt, plain)
}

/** The due instant of a loan that many wait for: the shorter period's, not under the least one's, never a later one. */
export const shorterInDemand = (
  asked: Asked,
  calendar: BranchCalendar,
  from: Instant,
  expiresAt: Instant | null,
  plain: Result.Result<Due, DueRefusal>
): Result.Result<ShorterDue, DueRefusal> => {
  const period = asked.optional("highDemandPeriod", undefined)
  if (Result.isFailure(plain) || period === undefined) return plain
  const short = dueFor(asked, calendar, from, expiresAt, period)
  const least = asked.optional("highDemandPeriodMin", undefined)
  const floor = least === undefined ? null : dueFor(asked, calendar, from, expiresAt, least)
  if (short === null || Result.isFailure(short)) return short ?? plain
  if (floor !== null && Result.isFailure(floor)) return floor
  const [at, decisive] =
    floor === null || least === undefined || floor.success.dueAt <= short.success.dueAt
      ? [short.success.dueAt, period]
      : [floor.success.dueAt, least]
  if (at >= plain.success.dueAt) return plain
  return Result.succeed({ dueAt: at, steps: [...plain.success.steps, { step: "highDemand", at, period: decisive }] })
}
