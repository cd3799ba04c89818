import { currencyDigits } from "../../money/currency.ts"
import { isAmount, minorOf } from "../form/amounts.ts"
import { bounds } from "../form/bounds.ts"
import { criterionNames } from "../form/criteria.ts"
import { settings } from "../form/settings.ts"
import { compensationFindings } from "./compensationFindings.ts"
import { type Finding, findingAt, type Path } from "./finding.ts"
import { codesNamed, type Loose, type LooseDocument, loose, looseList } from "./looseDocument.ts"
import { levelOf, treeProblems } from "./treeProblems.ts"

type Findings = Generator<Finding, void, undefined>

/** What one place of a policy cannot know of another: trees, ids, the precedence, decimal places, bounds. */
export function* inconsistencies(document: LooseDocument): Findings {
  yield* treeProblems(document.readerCategories, "readerCategories", "a reader category")
  yield* treeProblems(document.itemTypes, "itemTypes", "an item type")
  yield* branchesOfTwoLibraries(document)
  yield* cardsOfTwoPartners(document)
  yield* repeatedIds(document)
  yield* unrankedCriteria(document)
  yield* stepsWithoutEffect(document)
  yield* fractionsOfMinorUnits(document)
  yield* compensationFindings(document)
  yield* tooManyCodes(document)
  yield* tooManyRanks(document)
}

function* branchesOfTwoLibraries({ libraries }: LooseDocument): Findings {
  const owner = new Map<unknown, string>()
  for (const [library, branches] of Object.entries(libraries)) {
    for (const [i, branch] of looseList(branches).entries()) {
      const other = owner.get(branch) ?? library
      owner.set(branch, other)
      if (other === library) continue
      yield findingAt(["libraries", library, i], `a branch of one library: this one belongs to ${other}`, branch)
    }
  }
}

/** What is lent to a partner would stand in the account of another one. */
function* cardsOfTwoPartners({ partners }: LooseDocument): Findings {
  const owner = new Map<unknown, string>()
  for (const [partner, entry] of Object.entries(partners)) {
    const { card } = loose(entry)
    if (card === undefined) continue
    const other = owner.get(card)
    if (other === undefined) owner.set(card, partner)
    else yield findingAt(["partners", partner, "card"], `a card of one partner: this one is that of ${other}`, card)
  }
}

function* repeatedIds({ rows }: LooseDocument): Findings {
  const seen = new Map<unknown, number>()
  for (const [i, { id, path }] of rows.entries()) {
    const first = seen.get(id)
    if (first === undefined) seen.set(id, i)
    else if (id !== undefined) yield findingAt([...path, "id"], `an id of its own: rows[${first}] has this one`, id)
  }
}

/** Some precedences rank criteria by name; one that is used but not named would be ranked by accident. */
function* unrankedCriteria({ precedence, rows }: LooseDocument): Findings {
  for (const [step, path] of comparisons(precedence)) {
    const order = looseList(step.order)
    for (const [i, criterion] of order.entries()) {
      if (order.indexOf(criterion) < i) yield findingAt([...path, "order", i], "each criterion once", criterion)
    }
    const list = rankedCriteria(step)
    if (list === null) continue
    for (const criterion of criterionNames) {
      const user = list.names.includes(criterion) ? undefined : rows.find(({ when }) => Object.hasOwn(when, criterion))
      if (user === undefined) continue
      const expected = `${criterion} among them, as row ${JSON.stringify(user.id)} depends on it`
      yield findingAt([...path, list.field], expected, step[list.field])
    }
  }
}

/** After the order of the rows nothing is left to compare: a step behind it would do nothing. */
function* stepsWithoutEffect({ precedence }: LooseDocument): Findings {
  const steps = looseList(precedence.steps).map(loose)
  for (const [i, { by }] of steps.entries()) {
    if (i === steps.length - 1 || (by !== "firstRow" && by !== "lastRow")) continue
    yield findingAt(["precedence", "steps", i, "by"], "the order of the rows as the last step", by)
  }
}

const comparisons = (precedence: Loose): ReadonlyArray<readonly [step: Loose, path: Path]> => [
  [precedence, ["precedence"]],
  ...looseList(precedence.steps).map((step, i) => [loose(step), ["precedence", "steps", i]] as const)
]

const rankedCriteria = (step: Loose): { readonly field: string; readonly names: ReadonlyArray<unknown> } | null => {
  if ((step.by === "criteriaOrder" || step.by === "strongestCriterion") && Array.isArray(step.order)) {
    return { field: "order", names: step.order }
  }
  if (step.by === "weights" && step.weights !== undefined) {
    return { field: "weights", names: Object.keys(loose(step.weights)) }
  }
  return null
}

const moneySettings = Object.entries(settings).filter(([, { unit }]) => unit === "money")

function* fractionsOfMinorUnits({ currency, rows }: LooseDocument): Findings {
  if (typeof currency !== "string") return
  for (const { path, set } of rows) {
    for (const [at, amount] of moneyOf(set)) {
      if (typeof amount !== "string" || !isAmount(amount) || minorOf(amount, currency) !== null) continue
      yield findingAt(
        [...path, "set", ...at],
        `at most ${currencyDigits(currency)} decimals, as ${currency} has`,
        amount
      )
    }
  }
}

/** What a row sets that is handed out in minor units. */
const moneyOf = (set: Loose): ReadonlyArray<readonly [at: Path, amount: unknown]> => [
  ...moneySettings.map(([name]) => [[name], set[name]] as const),
  ...looseList(set.reminders).map((step, i) => [["reminders", i, "fee"], loose(step).fee] as const),
  ...looseList(set.blocksWhen).flatMap((rule, i) =>
    Object.entries(loose(loose(rule).all)).map(
      ([part, bound]) => [["blocksWhen", i, "all", part, "over"], loose(bound).over] as const
    )
  )
]

function* tooManyCodes({ rows }: LooseDocument): Findings {
  for (const criterion of criterionNames) {
    const codes = new Set<string>()
    for (const { when } of rows) for (const { code } of codesNamed(when[criterion])) codes.add(code)
    if (codes.size <= bounds.codes) continue
    yield findingAt(["rows"], `at most ${bounds.codes} codes of ${criterion} in all rows together`, codes.size)
  }
}

/** A row counts once for every mix of levels in its lists: `bounds.rankedRows` says why that must be bounded. */
function* tooManyRanks({ rows, readerCategories, itemTypes }: LooseDocument): Findings {
  const levels = (tree: Loose, condition: unknown): number =>
    new Set(Array.isArray(condition) ? codesNamed(condition).map(({ code }) => levelOf(tree, code)) : [0]).size
  let count = 0
  for (const { when } of rows) {
    count += levels(readerCategories, when.readerCategory) * levels(itemTypes, when.itemType)
  }
  if (count > bounds.rankedRows) {
    yield findingAt(["rows"], `at most ${bounds.rankedRows} rows, counted once for every mix of tree levels`, count)
  }
}
