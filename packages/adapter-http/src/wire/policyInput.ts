import { type DocumentProblem, type PolicyDocument, type PolicyProblem, policyBounds } from "@openshelf/core"
import { decodePolicy, parsePolicy } from "@openshelf/core/documents"
import { type Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import type { Reply } from "../route.ts"

/** A policy as text, comments allowed, so that a problem has its line; or as JSON. */
export const PolicyInput = Schema.Union([Schema.String, Schema.Record(Schema.String, Schema.Unknown)])

/** Largest body with a policy in it, in bytes. */
export const bodyBytesMax = policyBounds.text * 2

export const readPolicyInput = (document: unknown): Result.Result<PolicyDocument, ReadonlyArray<PolicyProblem>> =>
  typeof document === "string" ? parsePolicy(document) : decodePolicy(document)

/** Problems under the name of the field that holds the document, as everything else that is wrong with a body. */
export const unfit = (
  problems: ReadonlyArray<Pick<DocumentProblem, "path" | "line"> & { readonly expected: string }>
): Reply =>
  invalid(
    ...problems.map(({ path, line, expected }) => ({
      path: path === "" ? "document" : `document.${path}`,
      expected: line === undefined ? expected : `${expected} (line ${line})`
    }))
  )
