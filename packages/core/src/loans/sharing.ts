import type { Asked } from "../decision/consult.ts"
import { isNear } from "../decision/near.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"

/** Whose reader, whose copy, and where it would be lent. */
export interface Lending {
  readonly readerHome: string
  readonly itemHome: string
  readonly desk: string
}

export type SharingRefusal = Extract<Refusal, { readonly _tag: "NotLentToReadersOf" | "CardNotValidAt" }>

/**
 * What is against lending this copy to this reader there, as members share: whose readers it is lent to (`lendableTo`), and
 * where those borrow (`borrowingBranches`).
 */
export const sharingAgainst = (
  { readerHome, itemHome, desk }: Lending,
  asked: Asked,
  policy: Pick<CompiledPolicy, "sameLibrary" | "sameGroup">
): ReadonlyArray<SharingRefusal> => {
  const refusals: Array<SharingRefusal> = []
  const to = asked.optional("lendableTo", "anyone")
  if (to !== "anyone" && !isNear(policy, to, readerHome, itemHome))
    refusals.push({ _tag: "NotLentToReadersOf", branch: readerHome })
  const where = asked.optional("borrowingBranches", "any")
  if (where !== "any" && !isNear(policy, where, readerHome, desk))
    refusals.push({ _tag: "CardNotValidAt", branch: desk })
  return refusals
}
