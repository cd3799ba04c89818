import { type Consultation, consult } from "../decision/consult.ts"
import { type CompiledPolicy, unknownContext } from "../policy/index.ts"
import type { ReaderRow } from "../readers/model.ts"

/** What the policy says of a reader's account: of the category, at the home branch, whatever the item; `null`: no policy holds. */
export const accountRules = (
  policy: CompiledPolicy | null,
  { category, homeBranch }: Pick<ReaderRow, "category" | "homeBranch">
): Consultation | null =>
  policy === null ? null : consult(policy, { ...unknownContext, readerCategory: category, branch: homeBranch })
