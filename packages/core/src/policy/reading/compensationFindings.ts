import { currencyDigits } from "../../money/currency.ts"
import { inOrder, isAmount, minorOf } from "../form/amounts.ts"
import { type Finding, findingAt, type Path, shown } from "./finding.ts"
import { type Loose, type LooseDocument, loose, looseList } from "./looseDocument.ts"

type Findings = Generator<Finding, void, undefined>

/** What one place of a compensation, or of the rates, cannot know of another. */
export function* compensationFindings({ currency, compensations, rates }: LooseDocument): Findings {
  for (const [name, form] of Object.entries(compensations)) {
    const path = ["compensations", name]
    const rule = loose(form)
    yield* numbersIn(rule, path, String(currency), true)
    yield* boundsCrossed(loose(rule.charge), [...path, "charge"])
    yield* basisMissing(rule, path)
    yield* gradesOutOfOrder(loose(loose(rule.damage).kinds), [...path, "damage", "kinds"])
  }
  yield* ratesWithoutUse(rates, currency)
}

/** Under these names stand factors and percentages; under those, words. A band of prices is money wherever it stands. */
const factorNames = /^(name|tables|factor|times|multiple|percentOfPrice|overridePercent)$/
const wordNames = /^(id|grade|source|path|why|from|by|kind|collection|origin|language|binding|not)$/

/** Amounts are paid: each has the decimals that its currency has. And no row of a table stands where it never holds. */
function* numbersIn(form: unknown, path: Path, currency: string, money: boolean): Findings {
  if (typeof form === "string") {
    if (!money || !isAmount(form) || minorOf(form, currency) !== null) return
    yield findingAt(path, `at most ${currencyDigits(currency)} decimals, as ${currency} has`, form)
  } else if (Array.isArray(form)) {
    if (loose(form[0]).id !== undefined) yield* rowsThatNeverHold(path, form)
    for (const [i, inner] of form.entries()) yield* numbersIn(inner, [...path, i], currency, money)
  } else {
    for (const [name, inner] of Object.entries(loose(form))) {
      if (wordNames.test(name) && typeof (looseList(inner)[0] ?? inner) === "string") continue
      yield* numbersIn(inner, [...path, name], currency, name === "price" || (money && !factorNames.test(name)))
    }
  }
}

function* rowsThatNeverHold(path: Path, rows: ReadonlyArray<unknown>): Findings {
  const ids: Array<unknown> = []
  let always: unknown
  for (const [i, row] of rows.map(loose).entries()) {
    const first = ids.indexOf(row.id)
    ids.push(row.id)
    if (first >= 0) yield findingAt([...path, i, "id"], `an id of its own: row ${first} has this one`, row.id)
    if (always !== undefined)
      yield findingAt([...path, i], `no row behind ${JSON.stringify(always)}, which always holds`, row)
    else if (Object.keys(loose(row.when)).length === 0) always = row.id
  }
}

function* boundsCrossed({ minimum, maximum }: Loose, path: Path): Findings {
  if (!isLess(maximum, minimum)) return
  yield findingAt([...path, "maximum"], `an amount of ${String(minimum)} or more, which is the minimum`, maximum)
}

const isLess = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" && isAmount(a) && isAmount(b) && !inOrder(b, a)

/** Whatever is a part or a multiple of a price needs a price. */
function* basisMissing(rule: Loose, path: Path): Findings {
  if (rule.basis !== undefined) return
  const { charge, factors, processing, damage } = rule
  const users = Object.entries({ charge, factors, processing, damage }).filter(([, part]) => isOfPrice(part))
  if (users.length === 0 && !(charge === undefined && JSON.stringify(damage ?? "").includes('"asLoss"'))) return
  const named = users.map(([name]) => name).join(", ") || "damage as a loss"
  yield findingAt([...path, "basis"], `where the price comes from, as ${named} is reckoned from it`, undefined)
}

const isOfPrice = (part: unknown): boolean =>
  /"by":"(value|larger)"|"tables":|"percentOfPrice":|"multiple":/.test(JSON.stringify(part ?? ""))

/** Grades have an order; of two that count alike, a worse one never costs less. */
function* gradesOutOfOrder(kinds: Loose, path: Path): Findings {
  for (const [kind, list] of Object.entries(kinds)) {
    const grades = looseList(list).map(loose)
    for (const [i, { grade, cost }] of grades.entries()) {
      const at = [...path, kind, i]
      const first = grades.findIndex((other) => other.grade === grade)
      if (first < i) yield findingAt([...at, "grade"], `a grade of its own: number ${first} has this name`, grade)
      const before = loose(grades[i - 1]?.cost)
      for (const [measure, value] of Object.entries(loose(cost))) {
        const lighter = before[measure]
        if (!["min", "max"].some((end) => isLess(endOf(value, end), endOf(lighter, end)))) continue
        yield findingAt([...at, "cost", measure], `no less than the lighter grade's ${shown(lighter)}`, value)
      }
    }
  }
}

const endOf = (value: unknown, end: string): unknown => (typeof value === "string" ? value : loose(value)[end])

function* ratesWithoutUse(rates: ReadonlyArray<unknown>, currency: unknown): Findings {
  const seen = new Set<string>()
  for (const [i, rate] of rates.map(loose).entries()) {
    if (typeof rate.currency === "string" && rate.currency === currency) {
      yield findingAt(["rates", i, "currency"], "another currency than the policy's", rate.currency)
    }
    const day = JSON.stringify([rate.currency, rate.from])
    if (seen.has(day)) yield findingAt(["rates", i, "from"], "one rate of a currency from one day", rate.from)
    seen.add(day)
  }
}
