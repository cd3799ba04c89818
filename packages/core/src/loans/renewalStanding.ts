import type { Actor } from "../decision/actor.ts"
import type { Consultation } from "../decision/consult.ts"
import type { ReaderFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { readerMayBorrow } from "../readers/standing.ts"

const despite: Partial<Record<Refusal["_tag"], "renewalDespiteDebt" | "renewalDespiteExpiry">> = {
  DebtOverLimit: "renewalDespiteDebt",
  ReaderExpired: "renewalDespiteExpiry"
}

const givers = (
  asked: Consultation,
  setting: "renewalDespiteDebt" | "renewalDespiteExpiry"
): ReadonlyArray<Actor["kind"]> => asked.optional(setting, [])

/** What stands against the reader in general, but for what the policy disregards when such a giver renews. */
export const standingForRenewal = (
  facts: ReaderFacts,
  at: number,
  asked: Consultation,
  { kind }: Actor
): ReadonlyArray<Refusal> =>
  readerMayBorrow(facts, at, asked).filter(({ _tag }) => {
    const setting = despite[_tag]
    return setting === undefined || !givers(asked, setting).includes(kind)
  })
