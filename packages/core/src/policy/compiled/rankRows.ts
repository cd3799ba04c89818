import type { CriterionName } from "../form/criteria.ts"
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
  let lists: ReadonlyArray<Array<Condition>> = [[]]
  for (const criterion of Object.keys(when) as ReadonlyArray<CriterionName>) {
    const [only, ...others] = reader.read(criterion, when[criterion])
    if (only === undefined) continue
    lists = others.length === 0 ? pushed(lists, only) : lists.flatMap((list) => eachAdded(list, [only, ...others]))
  }
  return lists.map((conditions) => ({ row, conditions }))
}

const pushed = (lists: ReadonlyArray<Array<Condition>>, condition: Condition): ReadonlyArray<Array<Condition>> => {
  for (const list of lists) list.push(condition)
  return lists
}

const eachAdded = (
  list: ReadonlyArray<Condition>,
  alternatives: ReadonlyArray<Condition>
): ReadonlyArray<Array<Condition>> => alternatives.map((condition) => [...list, condition])
