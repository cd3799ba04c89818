import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"

interface Lending {
  readonly itemType: string
  readonly onSite: boolean
  /** Open loans of the reader of the same title; `null`: not asked for. */
  readonly loansOfTitle: number | null
}

/**
 * What the policy asks before this item is lent to this reader: an age, use in the building alone, not too many of one
 * title. Who told no date of birth is not taken for too young.
 */
export const itemTermsAgainst = (
  { itemType, onSite, loansOfTitle }: Lending,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = [...ageAgainst(asked)]
  if (!onSite && asked.optional("onSiteOnly", false)) refusals.push({ _tag: "OnSiteOnly", itemType })
  const countMax = asked.optional("titleLoansMax", "unlimited")
  if (loansOfTitle !== null && countMax !== "unlimited" && loansOfTitle >= countMax)
    refusals.push({ _tag: "TitleLimitReached", count: loansOfTitle, countMax })
  return refusals
}

/** The least age, for lending and for reserving. */
export const ageAgainst = (asked: Consultation): ReadonlyArray<Refusal> => {
  const ageMin = asked.optional("readerAgeMin", 0)
  const age = asked.settings.context.readerAge
  return age !== null && age < ageMin ? [{ _tag: "ReaderTooYoung", age, ageMin }] : []
}
