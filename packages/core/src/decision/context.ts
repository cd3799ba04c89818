import type { Calendar } from "../calendar/calendar.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { DocumentHistory } from "./documentHistory.ts"
import type { Place } from "./draft.ts"

/** All that a decision may look at besides the facts and the command. */
export interface DecisionContext {
  readonly tenant: string
  readonly place: Place
  /** The policy in force at the command's instant; `null`: none is. */
  readonly policy: CompiledPolicy | null
  /** The calendar in force at the command's instant; `null`: none is. */
  readonly calendar: Calendar | null
  /** All documents as they were published, for what looks back at an earlier decision. */
  readonly history?: DocumentHistory
  /** How many of a queue, or of loans, were asked for, where the first look was not enough; left out: this is the first. */
  readonly queueMax?: number
  /** Fresh ids, as many as the command declares to need. */
  readonly ids: ReadonlyArray<string>
}
