import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { ReaderRow } from "../readers/model.ts"

interface DayCount {
  /** The reader with this loan counted; `null`: it is not counted. */
  readonly reader: ReaderRow | null
  readonly refusals: ReadonlyArray<Refusal>
}

/** Of a loan that goes on as another one, or of a day that nothing limits. */
export const countedBefore: DayCount = { reader: null, refusals: [] }

/**
 * How many loans of the reader began on this local day of the branch, returned ones too, and whether one more may. Only
 * the last day is counted: a loan recorded late, or at a branch where it is still the day before, counts for that one, or
 * else it would begin the count of the last day anew.
 */
export const loansOfDay = (
  policy: CompiledPolicy,
  asked: Consultation,
  reader: ReaderRow,
  branch: BranchCalendar,
  at: Instant
): DayCount => {
  if (!sets(policy, "loansPerDayMax")) return countedBefore
  const day = Math.max(branch.localDay(at), reader.lentDay ?? Number.NEGATIVE_INFINITY)
  const count = reader.lentDay === day ? reader.lentDayCount : 0
  const countMax = asked.optional("loansPerDayMax", "unlimited")
  return {
    reader: { ...reader, lentDay: day, lentDayCount: count + 1 },
    refusals: countMax === "unlimited" || count < countMax ? [] : [{ _tag: "DayLimitReached", count, countMax }]
  }
}
