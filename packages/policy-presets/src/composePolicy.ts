import { formatProblem, type PolicyDocument } from "@openshelf/core"
import { decodePolicy } from "@openshelf/core/documents"
import { Result } from "effect"

/** A part of a policy: whatever of a document it adds or says otherwise. */
export type PolicyPart = Partial<PolicyDocument>

/** Why parts do not make a policy together. */
export interface ComposeConflict {
  /** Place in the document, as `rows[3].set.loanPeriod`, or of the parts that disagree. */
  readonly message: string
}

/**
 * A policy out of a base and parts that are laid over it in turn. Lists of codes, groups, limits and compensations are joined, the later
 * part's entry for a code standing; rows are joined, a row of a later part taking the place of one with the same id;
 * name, currency, rounding, precedence, rates and `ruleBranch` are the last part's that has them. Fails with what the result
 * lacks, as a part may name codes that no other declares.
 */
export const composePolicy = (
  base: PolicyDocument,
  ...parts: ReadonlyArray<PolicyPart>
): Result.Result<PolicyDocument, ReadonlyArray<ComposeConflict>> => {
  const composed = parts.reduce<PolicyDocument>(laidOver, base)
  return Result.mapError(decodePolicy(composed), (problems) =>
    problems.map((problem) => ({ message: formatProblem(problem) }))
  )
}

const laidOver = (under: PolicyDocument, over: PolicyPart): PolicyDocument => {
  const ids = new Set(over.rows?.map(({ id }) => id))
  return {
    ...under,
    ...over,
    readerCategories: { ...under.readerCategories, ...over.readerCategories },
    itemTypes: { ...under.itemTypes, ...over.itemTypes },
    ...joined("branchGroups", under, over),
    ...joined("libraries", under, over),
    ...joined("partners", under, over),
    ...joined("limits", under, over),
    ...joined("compensations", under, over),
    rows: [...under.rows.filter(({ id }) => !ids.has(id)), ...(over.rows ?? [])]
  }
}

const joined = (
  name: "branchGroups" | "libraries" | "partners" | "limits" | "compensations",
  under: PolicyDocument,
  over: PolicyPart
): Partial<PolicyDocument> =>
  under[name] === undefined && over[name] === undefined ? {} : { [name]: { ...under[name], ...over[name] } }
