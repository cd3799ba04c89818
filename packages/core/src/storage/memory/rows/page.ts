import type { Page } from "../../../decision/facts.ts"
import { Breach } from "../breach.ts"
import { comparePositions, type Position, positionOf, type RowOrder } from "./rowOrder.ts"

/** The rows after a cursor, out of rows that stand in this order already. */
export const pageOf = <Row>(
  sorted: ReadonlyArray<Row>,
  order: RowOrder<Row>,
  { after, limit, limitMax }: { readonly after: string | null; readonly limit: number; readonly limitMax: number }
): Page<Row> => {
  if (!Number.isInteger(limit) || limit < 1 || limit > limitMax) {
    throw new Breach("limit", `a page has 1 to ${limitMax} rows, not ${limit}`)
  }
  const start = after === null ? 0 : firstBehind(sorted, order, positionFrom(after, order.length))
  const rows = sorted.slice(start, start + limit)
  const last = rows.at(-1)
  const more = start + rows.length < sorted.length
  return { rows, next: more && last !== undefined ? JSON.stringify(positionOf(order, last)) : null }
}

const positionFrom = (cursor: string, length: number): Position => {
  const position = parsed(cursor)
  const sound =
    Array.isArray(position) &&
    position.length === length &&
    position.every((value) => typeof value === "string" || typeof value === "number")
  if (!sound) throw new Breach("cursor", "this cursor is none that a page gave")
  return position as Position
}

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(cursor)
  } catch {
    return null
  }
}

const firstBehind = <Row>(sorted: ReadonlyArray<Row>, order: RowOrder<Row>, position: Position): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const behind = comparePositions(order, positionOf(order, sorted[middle] as Row), position) > 0
    if (behind) high = middle
    else low = middle + 1
  }
  return low
}
