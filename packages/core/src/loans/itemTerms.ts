import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"

interface Lending {
  readonly item: Pick<ItemRow, "type" | "volumeSet">
  readonly onSite: boolean
  /** Open loans of the reader of the same title; `null`: not asked for. */
  readonly loansOfTitle: number | null
  /** The same of the work in several volumes that it belongs to. */
  readonly loansOfVolumeSet: number | null
}

/**
 * What the policy asks before this item is lent to this reader: an age, use in the building alone, not too many of one
 * title or of one work in several volumes. Who told no date of birth is not taken for too young.
 */
export const itemTermsAgainst = (
  { item, onSite, loansOfTitle, loansOfVolumeSet }: Lending,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = [...ageAgainst(asked)]
  if (!onSite && asked.optional("onSiteOnly", false)) refusals.push({ _tag: "OnSiteOnly", itemType: item.type })
  const ofTitle = reached(loansOfTitle, asked.optional("titleLoansMax", "unlimited"))
  if (ofTitle !== null) refusals.push({ _tag: "TitleLimitReached", ...ofTitle })
  const { volumeSet } = item
  const ofSet = volumeSet === "" ? null : reached(loansOfVolumeSet, asked.optional("volumeSetLoansMax", "unlimited"))
  if (ofSet !== null) refusals.push({ _tag: "VolumeSetLimitReached", volumeSet, ...ofSet })
  return refusals
}

const reached = (
  count: number | null,
  countMax: number | "unlimited"
): { readonly count: number; readonly countMax: number } | null =>
  count !== null && countMax !== "unlimited" && count >= countMax ? { count, countMax } : null

/** The least age, for lending and for reserving. */
export const ageAgainst = (asked: Consultation): ReadonlyArray<Refusal> => {
  const ageMin = asked.optional("readerAgeMin", 0)
  const age = asked.settings.context.readerAge
  return age !== null && age < ageMin ? [{ _tag: "ReaderTooYoung", age, ageMin }] : []
}
