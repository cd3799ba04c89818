import { criteria, type PolicyContext, type PolicyDocument, unknownContext, yesOrNoFields } from "@openshelf/core"
import { Failed } from "../commands/failed.ts"

const fields = Object.keys(unknownContext) as ReadonlyArray<keyof PolicyContext>

/** How a field of a case is written: as a number, as true or false, or as it is. */
const kindOf = (field: keyof PolicyContext): "range" | "choice" | "code" => {
  const kinds = Object.values(criteria).flatMap((criterion) => (criterion.field === field ? [criterion.kind] : []))
  if (kinds.includes("range" as never)) return "range"
  return yesOrNoFields.includes(field) ? "choice" : "code"
}

/**
 * A case from `name=value` given any number of times: `readerCategory=adult`, `readerAge=12`, `isRenewal=true`. Categories
 * and types are those of the policy: a misspelt one would silently get what holds for all.
 */
export const caseFrom = (given: ReadonlyArray<string>, policy: PolicyDocument): PolicyContext => {
  const found: Record<string, unknown> = {
    ...unknownContext,
    isRenewal: false,
    onSite: false,
    recalled: false,
    waiting: 0
  }
  for (const pair of given) {
    const at = pair.indexOf("=")
    const [name, text] = [pair.slice(0, at), pair.slice(at + 1)]
    if (at < 1 || !fields.includes(name as never))
      throw new Failed(`--case ${pair}: expected name=value, with one of the names ${fields.join(", ")}`)
    const declared = declaredCodes(name, policy)
    if (declared !== null && !declared.includes(text))
      throw new Failed(`--case ${pair}: expected one of ${declared.join(", ")}`)
    found[name] = caseValue(name as keyof PolicyContext, text)
  }
  return found as unknown as PolicyContext
}

const declaredCodes = (name: string, policy: PolicyDocument): ReadonlyArray<string> | null =>
  name === "readerCategory" || name === "itemType"
    ? Object.keys(name === "itemType" ? policy.itemTypes : policy.readerCategories)
    : null

const caseValue = (field: keyof PolicyContext, text: string): unknown => {
  const kind = kindOf(field)
  if (kind === "range") {
    if (/^\d{1,7}$/.test(text)) return Number(text)
    throw new Failed(`--case ${field}=${text}: expected a whole number`)
  }
  if (kind === "choice") {
    if (text === "true" || text === "false") return text === "true"
    throw new Failed(`--case ${field}=${text}: expected true or false`)
  }
  if (field === "readerHome" && text !== "same" && text !== "other")
    throw new Failed(`--case ${field}=${text}: expected same or other`)
  return text
}
