import type { Instant } from "../calendar/instant.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { ItemFacts } from "../decision/facts.ts"
import { ruleOfItem } from "./damage/ruleOfItem.ts"
import type { Bearer, NoticedAt } from "./model.ts"

/** Who bears what happened to an item that nobody has on loan, as the policy says it for where that was noticed. */
export const borneWithoutLoan = (
  found: ItemFacts,
  noticedAt: NoticedAt,
  at: Instant,
  { place: { branch }, policy, calendar }: Pick<DecisionContext, "place" | "policy" | "calendar">
): Bearer => {
  if (policy === null) return "library"
  const { asked } = ruleOfItem(policy, found, { reader: null, at, branch, calendar: calendar?.branch(branch) })
  const byPlace: Readonly<Partial<Record<NoticedAt, Bearer>>> = asked.optional("borneBy", {})
  return byPlace[noticedAt] ?? "library"
}
