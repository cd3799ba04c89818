import { type CriterionName, criterionNames } from "../form/criteria.ts"
import type { Precedence, PrecedenceStep } from "../form/document.ts"
import type { Condition } from "./condition.ts"

/** Why one row goes before another. */
export type PrecedenceReason =
  | { readonly by: "criterion"; readonly criterion: CriterionName }
  | { readonly by: "strongestCriterion" }
  | { readonly by: "weight" }
  | { readonly by: "criteriaCount" }
  | { readonly by: "positiveCount" }
  | { readonly by: "treeDepth" }
  | { readonly by: "rowOrder" }

/** A row, or that part of it whose tree codes stand at one depth each: what precedence puts in order. */
export interface RankedRow {
  /** Place among the document's rows, from 0. */
  readonly row: number
  readonly conditions: ReadonlyArray<Condition>
}

/** By place in `criterionNames`: the strength of the row's condition, 0 without one. */
type Strengths = Uint8Array

/** One thing that precedence compares; the row with more of it goes first. */
interface Measure {
  readonly reason: PrecedenceReason
  readonly of: (strengths: Strengths) => number
}

/** The order in which rows win, and why: see `Precedence` for what it promises. */
export interface RowOrder {
  readonly sorted: (rows: ReadonlyArray<RankedRow>) => ReadonlyArray<RankedRow>
  /** Why the first of two rows goes before the second. */
  readonly reason: (winner: RankedRow, loser: RankedRow) => PrecedenceReason
  /** What precedence measures of a row, as a text: rows with the same are told apart by their order alone. */
  readonly measured: (row: RankedRow) => string
  /** Whether anything but the order of the rows counts. */
  readonly measures: boolean
}

export const rowOrder = (precedence: Precedence): RowOrder => {
  const measures = measuresOf(precedence)
  const last = precedence.by === "steps" ? precedence.steps.at(-1)?.by : precedence.by
  return {
    sorted: (rows) => sorted(rows, measures, last === "lastRow" ? -1 : 1),
    measured: (row) => {
      const strengths = strengthsOf(row)
      return measures.map(({ of }) => of(strengths)).join()
    },
    measures: measures.length > 0,
    reason: (winner, loser) => {
      const [of, than] = [strengthsOf(winner), strengthsOf(loser)]
      return measures.find((measure) => measure.of(of) !== measure.of(than))?.reason ?? { by: "rowOrder" }
    }
  }
}

/** Measured once a row, side by side in one block: a policy may have thousands, and is compiled while a desk waits. */
const sorted = (
  rows: ReadonlyArray<RankedRow>,
  measures: ReadonlyArray<Measure>,
  direction: 1 | -1
): ReadonlyArray<RankedRow> => {
  const width = measures.length
  const block = new Float64Array(rows.length * width)
  rows.forEach((row, i) => {
    const strengths = strengthsOf(row)
    for (let m = 0; m < width; m++) block[i * width + m] = (measures[m] as Measure).of(strengths)
  })
  const compare = (a: number, b: number): number => {
    for (let m = 0; m < width; m++) {
      const difference = (block[b * width + m] as number) - (block[a * width + m] as number)
      if (difference !== 0) return difference
    }
    return direction * ((rows[a] as RankedRow).row - (rows[b] as RankedRow).row)
  }
  return [...rows.keys()].sort(compare).map((i) => rows[i] as RankedRow)
}

const strengthsOf = ({ conditions }: RankedRow): Strengths => {
  const strengths = new Uint8Array(criterionNames.length)
  for (const { criterion, strength } of conditions) strengths[placeOf[criterion]] = strength
  return strengths
}

const placeOf = Object.fromEntries(criterionNames.map((name, place) => [name, place])) as Record<CriterionName, number>

const measuresOf = (precedence: Precedence): ReadonlyArray<Measure> => {
  if (precedence.by === "steps") return precedence.steps.flatMap(measuresOfStep)
  const counts = precedence.by === "weights" || precedence.by === "mostCriteria"
  return [...measuresOfStep(precedence), ...(counts ? tieBreakers : [])]
}

const measuresOfStep = (step: PrecedenceStep): ReadonlyArray<Measure> => {
  switch (step.by) {
    case "criteriaOrder":
      return step.order.map((criterion) => ({
        reason: { by: "criterion", criterion },
        of: (strengths) => strengths[placeOf[criterion]] ?? 0
      }))
    case "strongestCriterion":
      return [{ reason: { by: "strongestCriterion" }, of: foremost(step.order) }]
    case "weights": {
      const weights = criterionNames.map((name) => step.weights[name] ?? 0)
      const of = sumOf((strength, place) => (strength > 0 ? (weights[place] ?? 0) : 0))
      return [{ reason: { by: "weight" }, of }]
    }
    case "mostCriteria":
      return [{ reason: { by: "criteriaCount" }, of: criteriaCount(step.countAsOne ?? []) }]
    case "firstRow":
    case "lastRow":
      return []
  }
}

/** More, the nearer to the front of the order a row's foremost criterion stands; 0 without any. */
const foremost =
  (order: ReadonlyArray<CriterionName>): Measure["of"] =>
  (strengths) => {
    const first = order.findIndex((criterion) => (strengths[placeOf[criterion]] ?? 0) > 0)
    return first === -1 ? 0 : order.length - first
  }

const criteriaCount = (countAsOne: ReadonlyArray<ReadonlyArray<CriterionName>>): Measure["of"] => {
  const kinds = criterionNames.map((name, place) => {
    const together = countAsOne.findIndex((names) => names.includes(name))
    return together === -1 ? countAsOne.length + place : together
  })
  return (strengths) => new Set(kinds.filter((_, place) => (strengths[place] ?? 0) > 0)).size
}

const sumOf =
  (part: (strength: number, place: number) => number) =>
  (strengths: Strengths): number =>
    strengths.reduce((sum, strength, place) => sum + part(strength, place), 0)

const tieBreakers: ReadonlyArray<Measure> = [
  { reason: { by: "positiveCount" }, of: sumOf((strength) => (strength >= 2 ? 1 : 0)) },
  { reason: { by: "treeDepth" }, of: sumOf((strength) => Math.max(0, strength - 2)) }
]
