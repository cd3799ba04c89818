import type { CompiledPolicy } from "../compiled/compilePolicy.ts"
import { type CriterionName, type PolicyContext, unknownContext } from "../form/criteria.ts"
import { caseText } from "./caseText.ts"
import { cellOf, cells, type RegulationCell, type RegulationColumn } from "./cells.ts"
import { limitTerms } from "./limitTerms.ts"
import { moneyText } from "./moneyText.ts"
import { countText, nameIn } from "./naming.ts"
import { type Supposed, supposed } from "./supposed.ts"
import { type RegulationLanguage, regulationWords } from "./words.ts"

/** What each reader category may do, as a library publishes it: made from the policy that decides, not beside it. */
export interface Regulations {
  readonly language: RegulationLanguage
  readonly policyVersion: number
  /** What is supposed of an item where nothing else is said, as that its language is Chinese: see `regulations`. */
  readonly supposed: Supposed
  readonly categories: ReadonlyArray<CategoryRegulations>
  /**
   * Rows that depend on more than reader category, item type and the branch asked for, such as age or who waits: they may
   * say otherwise in those cases.
   */
  readonly furtherRules: ReadonlyArray<{ readonly row: string; readonly case: string; readonly note: string | null }>
}

export interface CategoryRegulations {
  readonly category: string
  readonly name: string
  /** What holds whatever the item is: membership, debts, reservations, limits. */
  readonly terms: ReadonlyArray<{ readonly label: string; readonly cell: RegulationCell }>
  /** Item types for which all columns say the same stand in one row. */
  readonly rows: ReadonlyArray<{
    readonly itemTypes: ReadonlyArray<{ readonly code: string; readonly name: string }>
    readonly cells: Readonly<Record<RegulationColumn, RegulationCell>>
  }>
}

export interface RegulationOptions {
  readonly language: RegulationLanguage
  /** The branch whose rules are printed; without it, those that no branch says otherwise. */
  readonly branch?: string
}

/**
 * The regulations of a policy: what a reader of each category may do with an item of each type when nobody waits for it,
 * taken home from the reader's own branch. Every cell is what `resolve` gives in that case. A row for all languages,
 * collections, locations or formats but some, would hold for an item of which nothing is known: then one of those some is
 * supposed, so that the table says what is usual, and that row stands among the further ones.
 */
export const regulations = (policy: CompiledPolicy, { language, branch }: RegulationOptions): Regulations => {
  const about = supposed(policy)
  const context = { ...ordinaryCase, ...about, branch: branch ?? null }
  return {
    language,
    policyVersion: policy.version,
    supposed: about,
    categories: Object.keys(policy.document.readerCategories).map((category) =>
      categoryRegulations(policy, { ...context, readerCategory: category }, language)
    ),
    furtherRules: policy.document.rows
      .filter(({ when }) => Object.keys(when).some((name) => !shown(name as CriterionName, branch !== undefined)))
      .map(({ id, when, note }) => ({
        row: id,
        case: caseText(when, policy.document, language),
        note: note ?? null
      }))
  }
}

const inTable: ReadonlySet<CriterionName> = new Set<CriterionName>(["readerCategory", "itemType", "isRenewal"])
const ofBranch: ReadonlySet<CriterionName> = new Set<CriterionName>(["branch", "branchGroup", "library"])

const shown = (criterion: CriterionName, branchGiven: boolean): boolean =>
  inTable.has(criterion) || (branchGiven && ofBranch.has(criterion))

const ordinaryCase: PolicyContext = {
  ...unknownContext,
  waiting: 0,
  isRenewal: false,
  onSite: false,
  recalled: false,
  readerHome: "same",
  readerNear: true
}

const categoryRegulations = (
  policy: CompiledPolicy,
  context: PolicyContext,
  language: RegulationLanguage
): CategoryRegulations => {
  const { document } = policy
  const category = context.readerCategory ?? ""
  const rows = new Map<string, CategoryRegulations["rows"][number]>()
  for (const itemType of Object.keys(document.itemTypes)) {
    const settings = {
      lent: policy.resolve({ ...context, itemType }),
      renewed: policy.resolve({ ...context, itemType, isRenewal: true })
    }
    const made = cells(settings, document.currency, language)
    const key = JSON.stringify(made)
    const named = { code: itemType, name: nameIn(document.itemTypes[itemType]?.name, language, itemType) }
    rows.set(key, { itemTypes: [...(rows.get(key)?.itemTypes ?? []), named], cells: made })
  }
  return {
    category,
    name: nameIn(document.readerCategories[category]?.name, language, category),
    terms: terms(policy, context, language),
    rows: [...rows.values()]
  }
}

const terms = (
  policy: CompiledPolicy,
  context: PolicyContext,
  language: RegulationLanguage
): CategoryRegulations["terms"] => {
  const { currency } = policy.document
  const words = regulationWords[language]
  const settings = policy.resolve(context)
  const counted = (
    name: "membershipMonths" | "reservationCountMax",
    unlimited: string,
    say: (count: number) => string
  ): RegulationCell => cellOf(settings, [name], countText(settings.get(name), unlimited, say, words.notSet))
  const debt = settings.get("debtMax")
  const owed = debt === "unlimited" ? words.unlimited : debt === undefined ? words.notSet : moneyText(debt, currency)
  return [
    { label: words.terms.membership, cell: counted("membershipMonths", words.forLife, words.months) },
    { label: words.terms.debt, cell: cellOf(settings, ["debtMax"], owed) },
    { label: words.terms.reservations, cell: counted("reservationCountMax", words.unlimited, words.reservationCount) },
    ...limitTerms(policy, context, language)
  ]
}
