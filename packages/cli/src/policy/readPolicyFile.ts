import { readFile } from "node:fs/promises"
import { formatProblem, type PolicyDocument, type PolicyProblem } from "@openshelf/core"
import { parsePolicy } from "@openshelf/core/documents"
import { Result } from "effect"
import { Failed } from "../commands/failed.ts"

/** A policy from a file, or everything that is wrong with it. */
export const readPolicyFile = async (
  file: string
): Promise<Result.Result<PolicyDocument, ReadonlyArray<PolicyProblem>>> => parsePolicy(await readFile(file, "utf8"))

/** A policy from a file that must hold. */
export const soundPolicyFile = async (file: string): Promise<PolicyDocument> => {
  const read = await readPolicyFile(file)
  if (Result.isSuccess(read)) return read.success
  throw new Failed(read.failure.map((problem) => `${file}: ${formatProblem(problem)}`).join("\n"))
}
