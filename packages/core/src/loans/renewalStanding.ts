import type { Actor } from "../decision/actor.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Place } from "../decision/draft.ts"
import type { ReaderFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { readerMay, type Standing } from "../readers/blocks/readerMay.ts"

const despite: Partial<Record<Refusal["_tag"], "renewalDespiteDebt" | "renewalDespiteExpiry">> = {
  DebtOverLimit: "renewalDespiteDebt",
  ReaderExpired: "renewalDespiteExpiry"
}

const givers = (
  asked: Consultation,
  setting: "renewalDespiteDebt" | "renewalDespiteExpiry"
): ReadonlyArray<Actor["kind"]> => asked.optional(setting, [])

/** What stands against the reader's renewals, but for what the policy disregards when such a giver renews. */
export const standingForRenewal = (
  facts: ReaderFacts & { readonly standing: Standing },
  by: { readonly at: number; readonly asked: Consultation; readonly place: Place }
): ReadonlyArray<Refusal> =>
  readerMay("renew", facts, facts.standing, by).filter(({ _tag }) => {
    const setting = despite[_tag]
    return setting === undefined || !givers(by.asked, setting).includes(by.place.actor.kind)
  })
