import type { DecisionContext } from "../decision/context.ts"
import { Card } from "../readers/model.ts"

export interface Partner {
  /** Of the reader that stands for it here; `null`: nothing is lent to it. */
  readonly card: Card | null
}

/** The other system as the policy declares it; `null`: it does not, or it is one's own. */
export const partnerOf = (
  partner: string,
  { tenant, policy }: Pick<DecisionContext, "tenant" | "policy">
): Partner | null => {
  const partners = policy?.document.partners ?? {}
  if (partner === tenant || !Object.hasOwn(partners, partner)) return null
  const card = partners[partner]?.card
  return { card: card === undefined ? null : Card.make(card) }
}
