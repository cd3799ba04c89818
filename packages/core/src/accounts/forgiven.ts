import type { FactSlots } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { Card, ReaderRow } from "../readers/model.ts"
import { accountRules } from "./accountRules.ts"

const dayMs = 86_400_000
const usualDays = 365

interface Asked {
  readonly forgivenOfReader?: FactSlots["forgivenOfReader"]["by"]
}

/**
 * What was forgiven before is asked for only where the policy sets a most: over its longest `waiverPeriodDays`, up to any
 * instant, so that neither small steps nor an earlier date on the command get past it.
 */
export const forgivenLookup = (
  { card, at }: { readonly card: Card; readonly at: number },
  policy: CompiledPolicy | null
): Asked =>
  policy === null || !sets(policy, "waiverMax")
    ? {}
    : { forgivenOfReader: { card, since: at - longestDays(policy) * dayMs } }

/** Whether it is more than is forgiven without approval; `null`: it is not, or nobody set a most. */
export const approvalAgainst = (
  policy: CompiledPolicy | null,
  reader: ReaderRow,
  amount: number,
  forgiven: number | undefined
): Refusal | null => {
  const amountMax =
    forgiven === undefined ? "unlimited" : accountRules(policy, reader)?.optional("waiverMax", "unlimited")
  if (amountMax === undefined || amountMax === "unlimited" || amount + (forgiven ?? 0) <= amountMax) return null
  return { _tag: "ApprovalNeeded", amount, forgiven: forgiven ?? 0, amountMax }
}

const longestDays = (policy: CompiledPolicy): number => {
  const days = policy.values.flatMap((row) => (row.get("waiverPeriodDays") as number | undefined) ?? [])
  return days.length === 0 ? usualDays : Math.max(...days)
}
