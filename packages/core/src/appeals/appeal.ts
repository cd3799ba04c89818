import { Result, Schema } from "effect"
import { accountRules } from "../accounts/accountRules.ts"
import { comesTo } from "../accounts/adjustCharge.ts"
import { EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { text, trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Card } from "../readers/model.ts"
import { isSelf } from "../readers/self.ts"
import { AppealId } from "./model.ts"

/** A reader disputes a charge, or staff for the reader. */
export const Appeal = Schema.Struct({
  card: Card,
  charge: EntryId,
  reason: trimmedText(1, 2_000),
  /** What speaks for it: addresses, receipts, names. */
  evidence: Schema.optionalKey(text(5_000)),
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Appeal = typeof Appeal.Type

export interface AppealReceipt {
  readonly appealId: AppealId
  readonly chargeId: EntryId
  /** What is owed of the charge and is held. */
  readonly held: number
  /** By when it is to be decided; `null`: the policy does not say. */
  readonly decideUntil: number | null
  readonly overrides: ReadonlyArray<Override>
}

export const appealLookup = ({ card, charge: chargeId }: Pick<Appeal, "card" | "charge">) =>
  ({
    reader: { card },
    oneCharge: { card, chargeId },
    entryOfReader: { card, entryId: chargeId },
    appealOfCharge: { chargeId }
  }) satisfies Lookup
export type AppealLookupFacts = Found<ReturnType<typeof appealLookup>>

const dayMs = 86_400_000

/** Refuses what is not the reader's own, comes to nothing, was disputed before, or was raised too long ago. */
export const decideOpenAppeal = (
  { reader: found, oneCharge, entryOfReader, appealOfCharge }: AppealLookupFacts,
  { card, charge: chargeId, reason, evidence = "", at, override }: Appeal,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<AppealReceipt>, Refusals> => {
  if (found === null || !isSelf(place.actor, found.reader)) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (oneCharge === null || entryOfReader === null) return refused([{ _tag: "ChargeUnknown", charge: chargeId }])
  const { charge } = oneCharge
  if (appealOfCharge !== null)
    return refused([{ _tag: "AlreadyAppealed", appealId: appealOfCharge.appealId, state: appealOfCharge.state }])
  if (comesTo(charge) <= 0) return refused([{ _tag: "NothingOwed" }])
  const rules = accountRules(policy, found.reader)
  const within = rules?.optional("appealWithinDays", null) ?? null
  const latestAt = within === null ? at : charge.raisedAt + within * dayMs
  const late: ReadonlyArray<Refusal> = at > latestAt ? [{ _tag: "AppealTooLate", latestAt }] : []
  const { left, overrides } = lift(late, override, place)
  if (left.length > 0) return refused(left)
  const days = rules?.optional("appealDecisionDays", null) ?? null
  const decideUntil = days === null ? null : ((at + days * dayMs) as Instant)
  const appealId = AppealId.make(ids[0] as string)
  const { account } = found
  const work = draft(place)
  // Whatever changes the account rests on its reader too.
  work.restOn("reader", found.reader)
  const { outstanding: held } = charge
  const { actor: chargedBy } = entryOfReader.entry
  const opened = { appealId, accountId: account.accountId, chargeId, held, chargedBy, decideUntil }
  work.emit({ _tag: "AppealOpened", ...opened, at, branch: place.branch }, overrides)
  work.insert("appealStatement", { appealId, reason, evidence })
  return Result.succeed(work.decide({ appealId, chargeId, held, decideUntil, overrides }))
}
