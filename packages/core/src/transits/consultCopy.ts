import type { ItemRow } from "../catalogue/model.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { TitleFacts } from "../decision/facts.ts"
import { type CompiledPolicy, unknownContext } from "../policy/index.ts"

/** What the policy says of a copy at a branch, whoever has to do with it. */
export const consultCopy = (
  policy: CompiledPolicy,
  { type: itemType, collection, location }: ItemRow,
  { format, language }: TitleFacts,
  branch: string
): Consultation => consult(policy, { ...unknownContext, itemType, collection, location, format, language, branch })
