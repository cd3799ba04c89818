import type { Path } from "./finding.ts"
import { type Loose, loose, looseList } from "./looseDocument.ts"

/** A place of a compensation where a value, a range or rows of values stand, or should. */
export interface ValuePlace {
  readonly path: Path
  readonly unit: "amount" | "factor"
  readonly form: unknown
}

/** Every value of a rule whose form may be wrong in places, and the price bands of its rows. */
export const valuesOf = (rule: Loose, path: Path): ReadonlyArray<ValuePlace> => {
  const values = [...amountsOf(rule), ...factorsOf(rule)].filter(({ form }) => form !== undefined)
  return [...values, ...values.flatMap(priceBands)].map((value) => ({ ...value, path: [...path, ...value.path] }))
}

const amountsOf = (rule: Loose): ReadonlyArray<ValuePlace> => {
  const [basis, charge, processing, damage] = [rule.basis, rule.charge, rule.processing, rule.damage].map(loose) as [
    Loose,
    Loose,
    Loose,
    Loose
  ]
  return [
    ...looseList(basis.from).map((source, i) => amountAt(["basis", "from", i, "value"], loose(source).value)),
    amountAt(["basis", "minimumPrice"], basis.minimumPrice),
    ...["flat", "minimum", "maximum"].map((name) => amountAt(["charge", name], charge[name])),
    ...["cash", "inKind"].map((name) => amountAt(["processing", name, "amount"], loose(processing[name]).amount)),
    amountAt(["binding"], rule.binding),
    amountAt(["afterLoss", "cap"], loose(rule.afterLoss).cap),
    amountAt(["damage", "maximum"], damage.maximum),
    ...costsOf(damage, ["perPage", "perSpot", "flat"]).map(({ at, form }) => amountAt(at, form)),
    ...Object.entries(loose(rule.parts)).map(([part, price]) => amountAt(["parts", part], price))
  ]
}

const factorsOf = (rule: Loose): ReadonlyArray<ValuePlace> => [
  ...Object.entries(loose(loose(rule.factors).tables)).map(([table, rows]) =>
    factorAt(["factors", "tables", table], rows)
  ),
  factorAt(["damage", "factor"], loose(rule.damage).factor),
  ...["cash", "inKind"].map((name) =>
    factorAt(["processing", name, "percentOfPrice"], loose(loose(rule.processing)[name]).percentOfPrice)
  ),
  ...costsOf(loose(rule.damage), ["percentOfPrice", "multiple"]).map(({ at, form }) => factorAt(at, form))
]

const costsOf = (
  damage: Loose,
  measures: ReadonlyArray<string>
): ReadonlyArray<{ readonly at: Path; readonly form: unknown }> =>
  Object.entries(loose(damage.kinds)).flatMap(([kind, grades]) =>
    looseList(grades).flatMap((grade, i) =>
      measures.map((measure) => ({
        at: ["damage", "kinds", kind, i, "cost", measure],
        form: loose(loose(grade).cost)[measure]
      }))
    )
  )

const priceBands = ({ path, form }: ValuePlace): ReadonlyArray<ValuePlace> =>
  looseList(form).flatMap((row, i) => {
    const band = loose(loose(row).when).price
    return band === undefined ? [] : [amountAt([...path, i, "when", "price"], band)]
  })

const amountAt = (path: Path, form: unknown): ValuePlace => ({ path, unit: "amount", form })
const factorAt = (path: Path, form: unknown): ValuePlace => ({ path, unit: "factor", form })
