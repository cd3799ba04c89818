import { type CriterionName, criterionNames } from "../form/criteria.ts"
import type { PolicyDocument, PolicyRow } from "../form/document.ts"
import { type Condition, type ConditionReader, conditionReader } from "./condition.ts"
import { type RankedRow, rowOrder } from "./precedence.ts"

/**
 * All rows in the order in which they win. A row that lists codes of several depths of a tree stands there once for
 * each depth: a list means the same as the row written once for every code in it.
 */
export const rankRows = (document: PolicyDocument): ReadonlyArray<RankedRow> => {
  const reader = conditionReader(document)
  return rowOrder(document.precedence).sorted(document.rows.flatMap((row, place) => partsOf(row, place, reader)))
}

const partsOf = ({ when }: PolicyRow, row: number, reader: ConditionReader): ReadonlyArray<RankedRow> => {
  const used = criterionNames.filter((criterion) => when[criterion] !== undefined)
  const choices = used.map((criterion) => read(reader, when, criterion))
  return combinations(choices).map((conditions) => ({ row, conditions }))
}

const read = (reader: ConditionReader, when: PolicyRow["when"], criterion: CriterionName): ReadonlyArray<Condition> => {
  const condition = when[criterion]
  return condition === undefined ? [] : reader.read(criterion, condition)
}

const combinations = <A>(choices: ReadonlyArray<ReadonlyArray<A>>): ReadonlyArray<ReadonlyArray<A>> =>
  choices.reduce<ReadonlyArray<ReadonlyArray<A>>>(
    (lists, choice) => lists.flatMap((list) => choice.map((one) => [...list, one])),
    [[]]
  )
