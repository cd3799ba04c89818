import type { Page } from "../../../decision/facts.ts"
import { CursorUnknown } from "../../port.ts"
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
  const start = after === null ? 0 : firstBehind(sorted, order, positionFrom(after, order, sorted))
  const rows = sorted.slice(start, start + limit)
  const last = rows.at(-1)
  const more = start + rows.length < sorted.length
  return { rows, next: more && last !== undefined ? JSON.stringify(positionOf(order, last)) : null }
}

const positionFrom = <Row>(cursor: string, order: RowOrder<Row>, rows: ReadonlyArray<Row>): Position => {
  const position = parsed(cursor)
  const [first] = rows
  const alike = first === undefined ? null : positionOf(order, first)
  const sound =
    Array.isArray(position) &&
    position.length === order.length &&
    position.every((value, at) => isPlace(value) && (alike === null || typeof value === typeof alike[at]))
  if (!sound) throw new CursorUnknown()
  return position as Position
}

const isPlace = (value: unknown): value is string | number =>
  typeof value === "string" ? !/\0|\p{Cs}/u.test(value) : Number.isSafeInteger(value)

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
