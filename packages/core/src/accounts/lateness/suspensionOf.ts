import type { Calendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { sets } from "../../readers/blocks/factsNeeded.ts"
import { type BlockAction, blockActions, type ReaderBlockRow } from "../../readers/blocks/model.ts"
import { runningSuspension } from "../../readers/blocks/suspend.ts"
import { askedWhenLate, type Lent } from "./askedWhenLate.ts"
import { suspensionFor } from "./suspension.ts"
import { suspensionTerms } from "./terms.ts"

/** From what, and until when, somebody is stopped. */
export interface SuspensionOrder {
  readonly actions: ReadonlyArray<BlockAction>
  readonly until: Instant
}

/**
 * What bringing an item back at `at` costs its reader in days, by the rules of the branch that lent it; `null`: none, or no more
 * than what runs already. `blocks` are the reader's, read where a row of the policy suspends.
 */
export const suspensionOf = (
  lent: Lent,
  at: Instant,
  blocks: ReadonlyArray<ReaderBlockRow> = [],
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): SuspensionOrder | null => {
  const branch = calendar.branch(lent.loan.branch)
  if (!sets(policy, "suspension") || at <= lent.loan.dueAt || branch === undefined) return null
  const asked = askedWhenLate(lent, at, policy, branch)
  const terms = suspensionTerms(asked)
  const actions = asked.optional("suspensionBlocks", blockActions)
  if (terms === null || actions.length === 0) return null
  const suspension = suspensionFor(
    { dueAt: lent.loan.dueAt, until: at, calendar: branch },
    terms,
    runningSuspension(blocks, at)
  )
  return suspension === null ? null : { actions, until: suspension.until }
}
