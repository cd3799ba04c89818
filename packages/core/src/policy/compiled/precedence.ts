import type { CriterionName } from "../form/criteria.ts"
import type { Precedence } from "../form/document.ts"
import type { Condition } from "./condition.ts"

/** Why one row goes before another. */
export type PrecedenceReason =
  | { readonly by: "criterion"; readonly criterion: CriterionName }
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

/** One thing that precedence compares; the row with more of it goes first. */
interface Measure {
  readonly reason: PrecedenceReason
  readonly of: (conditions: ReadonlyArray<Condition>) => number
}

/** The order in which rows win, and why: see `Precedence` for what it promises. */
export interface RowOrder {
  readonly sorted: (rows: ReadonlyArray<RankedRow>) => ReadonlyArray<RankedRow>
  /** Why the first of two rows goes before the second. */
  readonly reason: (winner: RankedRow, loser: RankedRow) => PrecedenceReason
}

export const rowOrder = (precedence: Precedence): RowOrder => {
  const measures = measuresOf(precedence)
  const measured = (ranked: RankedRow): ReadonlyArray<number> => measures.map(({ of }) => of(ranked.conditions))
  return {
    sorted: (rows) => {
      const byRank = rows.map((ranked) => ({ ranked, values: measured(ranked) }))
      byRank.sort((a, b) => {
        const i = firstDifference(a.values, b.values)
        return i === -1 ? a.ranked.row - b.ranked.row : (b.values[i] ?? 0) - (a.values[i] ?? 0)
      })
      return byRank.map(({ ranked }) => ranked)
    },
    reason: (winner, loser) =>
      measures[firstDifference(measured(winner), measured(loser))]?.reason ?? { by: "rowOrder" }
  }
}

/** The place where two lists of one length differ, or -1. */
const firstDifference = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return i
  return -1
}

const measuresOf = (precedence: Precedence): ReadonlyArray<Measure> => {
  switch (precedence.by) {
    case "criteriaOrder":
      return precedence.order.map((criterion) => ({
        reason: { by: "criterion", criterion },
        of: (conditions) => conditions.find((condition) => condition.criterion === criterion)?.strength ?? 0
      }))
    case "weights": {
      const { weights } = precedence
      const of = sumOf(({ criterion }) => weights[criterion] ?? 0)
      return [{ reason: { by: "weight" }, of }, ...tieBreakers]
    }
    case "mostCriteria":
      return [{ reason: { by: "criteriaCount" }, of: (conditions) => conditions.length }, ...tieBreakers]
    case "firstRow":
      return []
  }
}

const sumOf =
  (count: (condition: Condition) => number) =>
  (conditions: ReadonlyArray<Condition>): number =>
    conditions.reduce((sum, condition) => sum + count(condition), 0)

const tieBreakers: ReadonlyArray<Measure> = [
  { reason: { by: "positiveCount" }, of: sumOf(({ strength }) => (strength >= 2 ? 1 : 0)) },
  { reason: { by: "treeDepth" }, of: sumOf(({ strength }) => Math.max(0, strength - 2)) }
]
