import type { CompiledPolicy } from "../compiled/compilePolicy.ts"
import { meets } from "../compiled/condition.ts"
import { type LimitCounts, limitsOf } from "../compiled/limits.ts"
import { mapEntry } from "../compiled/mapEntry.ts"
import type { PolicyContext } from "../form/criteria.ts"
import { limitSettingKinds } from "../form/limitSettingNames.ts"
import { cellOf, type RegulationCell } from "./cells.ts"
import { countText, nameIn } from "./naming.ts"
import { type RegulationLanguage, regulationWords } from "./words.ts"

interface LimitTerm {
  readonly label: string
  readonly cell: RegulationCell
}

/**
 * How many loans and reservations each limit admits at once. Looked up for every item type that it counts: where the rows say it differently
 * for some, there is a term for each number, with the types it holds for. A limit that nothing sets is left out.
 */
export const limitTerms = (
  policy: CompiledPolicy,
  context: PolicyContext,
  language: RegulationLanguage
): ReadonlyArray<LimitTerm> => {
  const { document } = policy
  const words = regulationWords[language]
  const typeName = (code: string | null): string =>
    code === null ? "" : nameIn(document.itemTypes[code]?.name, language, code)
  const limits = limitSettingKinds.flatMap((of) => [...limitsOf(document)].map((limit) => ({ of, limit })))
  return limits.flatMap(({ of, limit: [name, counts] }) => {
    const setting = `${of}.${name}` as const
    const label = words.limits[of](nameIn(document.limits?.[name]?.name, language, name))
    const counted = of === "loanCountMax" ? words.items : words.reservationCount
    const byText = new Map<string, { readonly cell: RegulationCell; readonly types: Array<string> }>()
    const types = countedTypes(counts, Object.keys(document.itemTypes))
    for (const itemType of types) {
      const settings = policy.resolve({ ...caseOf(counts, context), itemType })
      const max = settings.get(setting)
      if (max === undefined) continue
      const text = countText(max, words.unlimited, counted, words.notSet)
      const cell = cellOf(settings, [setting], text)
      mapEntry(byText, text, () => ({ cell, types: [] })).types.push(typeName(itemType))
    }
    const terms = [...byText.values()]
    const forAll = terms.length === 1 && terms[0]?.types.length === types.length
    return terms.map(({ cell, types: these }) => ({
      label: forAll ? label : words.only(label, these.join(", ")),
      cell
    }))
  })
}

const countedTypes = ({ conditions }: LimitCounts, all: ReadonlyArray<string>): ReadonlyArray<string | null> => {
  if (all.length === 0) return [null]
  const asked = conditions.filter(({ field }) => field === "itemType")
  return all.filter((type) => asked.every(({ anyOf }) => anyOf.some((match) => meets(match, type))))
}

/** The case with what the limit itself asks for: one on a collection says nothing of an item outside it. */
const caseOf = ({ conditions, onSite }: LimitCounts, context: PolicyContext): PolicyContext => {
  const collections = conditions.flatMap(({ field, anyOf: [match] }) =>
    field === "collection" && match?.kind === "oneOf" ? [...match.values] : []
  )
  return {
    ...context,
    onSite: onSite ?? context.onSite,
    ...(collections.length === 0 ? {} : { collection: collections[0] as string })
  }
}
