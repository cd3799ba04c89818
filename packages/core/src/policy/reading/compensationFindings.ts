import { currencyDigits } from "../../money/currency.ts"
import { compare, exactly } from "../../money/fraction.ts"
import { isAmount, minorOf } from "../form/amounts.ts"
import { valuesOf } from "./compensationValues.ts"
import { type Finding, findingAt, type Path } from "./finding.ts"
import { type Loose, type LooseDocument, loose, looseList } from "./looseDocument.ts"

type Findings = Generator<Finding, void, undefined>

/** What one place of a compensation, or of the rates, cannot know of another. */
export function* compensationFindings({ currency, compensations, rates }: LooseDocument): Findings {
  for (const [name, rule] of Object.entries(compensations)) {
    const path = ["compensations", name]
    for (const value of valuesOf(loose(rule), path)) {
      if (value.unit === "amount") yield* tooManyDecimals(value.path, value.form, currency)
      yield* rowsThatNeverHold(value.path, value.form)
    }
    yield* boundsCrossed(loose(loose(rule).charge), [...path, "charge"])
    yield* basisMissing(loose(rule), path)
    yield* gradesOutOfOrder(loose(loose(loose(rule).damage).kinds), [...path, "damage", "kinds"])
  }
  yield* ratesWithoutUse(rates, currency)
}

/** Amounts are paid: each has the decimals that its currency has. So do the bounds of price bands. */
function* tooManyDecimals(path: Path, form: unknown, currency: unknown): Findings {
  if (typeof form === "string") {
    if (typeof currency !== "string" || !isAmount(form) || minorOf(form, currency) !== null) return
    yield findingAt(path, `at most ${currencyDigits(currency)} decimals, as ${currency} has`, form)
  } else if (Array.isArray(form)) {
    for (const [i, row] of form.entries()) yield* tooManyDecimals([...path, i, "value"], loose(row).value, currency)
  } else {
    for (const end of ["min", "max"]) yield* tooManyDecimals([...path, end], loose(form)[end], currency)
  }
}

function* rowsThatNeverHold(path: Path, form: unknown): Findings {
  const seen = new Map<unknown, number>()
  let always: unknown = null
  for (const [i, row] of looseList(form).map(loose).entries()) {
    const first = seen.get(row.id)
    if (first !== undefined && row.id !== undefined) {
      yield findingAt([...path, i, "id"], `an id of its own: row ${first} of the table has this one`, row.id)
    }
    seen.set(row.id, first ?? i)
    if (always !== null)
      yield findingAt([...path, i], `no row behind ${JSON.stringify(always)}, which always holds`, row)
    if (always === null && Object.keys(loose(row.when)).length === 0) always = row.id ?? i
  }
}

function* boundsCrossed({ minimum, maximum }: Loose, path: Path): Findings {
  if (!isLess(maximum, minimum)) return
  yield findingAt([...path, "maximum"], `an amount of ${String(minimum)} or more, which is the minimum`, maximum)
}

const isLess = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" && isAmount(a) && isAmount(b) && compare(exactly(a), exactly(b)) < 0

/** Whatever is a part or a multiple of a price needs a price. */
function* basisMissing(rule: Loose, path: Path): Findings {
  if (rule.basis !== undefined) return
  const users: Array<string> = []
  const by = loose(rule.charge).by
  if (by === "value" || by === "larger") users.push("charge")
  if (rule.factors !== undefined) users.push("factors")
  for (const fee of ["cash", "inKind"]) {
    if (loose(loose(rule.processing)[fee]).percentOfPrice !== undefined) users.push(`processing.${fee}`)
  }
  for (const [kind, grades] of Object.entries(loose(loose(rule.damage).kinds))) {
    const costs = looseList(grades).map((grade) => loose(loose(grade).cost))
    if (costs.some((cost) => cost.percentOfPrice !== undefined || cost.multiple !== undefined)) {
      users.push(`damage.kinds.${kind}`)
    }
    if (rule.charge === undefined && costs.some((cost) => cost.asLoss !== undefined)) users.push("charge")
  }
  if (users.length === 0) return
  const expected = `where the price comes from, as ${[...new Set(users)].join(", ")} is reckoned from it`
  yield findingAt([...path, "basis"], expected, undefined)
}

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
        if (!isLess(value, before[measure])) continue
        yield findingAt([...at, "cost", measure], `no less than the lighter grade's ${String(before[measure])}`, value)
      }
    }
  }
}

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
