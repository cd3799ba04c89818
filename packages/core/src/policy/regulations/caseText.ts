import type { CodeCondition, RangeCondition } from "../form/conditions.ts"
import type { CriterionName } from "../form/criteria.ts"
import type { PolicyDocument, When } from "../form/document.ts"
import { nameIn } from "./naming.ts"
import { type RegulationLanguage, regulationWords } from "./words.ts"

/** The conditions of a row in words, those that say "any" left out. */
export const caseText = (when: When, document: PolicyDocument, language: RegulationLanguage): string =>
  (Object.entries(when) as ReadonlyArray<[CriterionName, When[CriterionName]]>)
    .flatMap(([name, condition]) => {
      const said = conditionText(name, condition, document, language)
      return said === null ? [] : [`${regulationWords[language].criteria[name]}: ${said}`]
    })
    .join("; ")

const conditionText = (
  criterion: CriterionName,
  condition: When[CriterionName],
  document: PolicyDocument,
  language: RegulationLanguage
): string | null => {
  const words = regulationWords[language]
  if (criterion === "readerHome") return condition === "same" ? words.yes : words.no
  if (typeof condition === "boolean") return condition ? words.yes : words.no
  if (isRange(condition)) return words.range(condition.min, condition.max)
  const codes = condition as CodeCondition
  const named = (list: ReadonlyArray<string>): string =>
    list.map((code) => nameIn(namesOf(criterion, code, document), language, code)).join(", ")
  if (typeof codes === "string") return named([codes])
  if ("not" in codes) return words.noneOf(named(codes.not))
  return "any" in codes ? null : named(codes)
}

const isRange = (condition: When[CriterionName]): condition is RangeCondition =>
  typeof condition === "object" && ("min" in condition || "max" in condition)

const namesOf = (criterion: CriterionName, code: string, { readerCategories, itemTypes }: PolicyDocument) => {
  if (criterion === "readerCategory") return readerCategories[code]?.name
  return criterion === "itemType" ? itemTypes[code]?.name : undefined
}
