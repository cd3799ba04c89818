import { formatProblem, type PolicyDocument } from "@openshelf/core"
import { decodePolicy } from "@openshelf/core/documents"
import { Result } from "effect"

/** A policy taken over from another system, and what of it could not be said. */
export interface ImportedPolicy {
  readonly policy: PolicyDocument
  readonly notTakenOver: ReadonlyArray<NotTakenOver>
}

/** Something that the other system says and this policy does not: to be looked at by a person. */
export interface NotTakenOver {
  /** Where it stands: a line, a rule by its scope and name, a policy by its name. */
  readonly where: string
  readonly because: string
}

/** Why nothing could be taken over. */
export interface ImportProblem {
  readonly where: string
  readonly expected: string
  readonly found: string
}

/** Checks what an import made, so that none gives a policy that would be refused later. */
export const soundImport = (
  made: unknown,
  notTakenOver: ReadonlyArray<NotTakenOver>
): Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>> =>
  Result.mapBoth(decodePolicy(made), {
    onSuccess: (policy) => ({ policy, notTakenOver }),
    onFailure: (problems) =>
      problems.map((problem) => ({ where: problem.path, expected: formatProblem(problem), found: problem.found }))
  })
