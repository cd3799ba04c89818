import { compareText } from "../../compareText.ts"

/** Columns by which rows are ordered, first the most significant one. Together they are unique, so that a page can go on. */
export type RowOrder<Row> = ReadonlyArray<{ readonly column: keyof Row & string; readonly down?: boolean }>

/** What a row has in the columns of its order. */
export type Position = ReadonlyArray<string | number>

export const positionOf = <Row>(order: RowOrder<Row>, row: Row): Position =>
  order.map(({ column }) => row[column] as string | number)

export const comparePositions = <Row>(order: RowOrder<Row>, left: Position, right: Position): number => {
  for (const [at, { down = false }] of order.entries()) {
    const difference = compareValues(left[at] as string | number, right[at] as string | number)
    if (difference !== 0) return down ? -difference : difference
  }
  return 0
}

export const inOrder = <Row>(rows: ReadonlyArray<Row>, order: RowOrder<Row>): ReadonlyArray<Row> =>
  rows
    .map((row) => ({ row, position: positionOf(order, row) }))
    .sort((left, right) => comparePositions(order, left.position, right.position))
    .map(({ row }) => row)

const compareValues = (left: string | number, right: string | number): number =>
  typeof left === "string" ? compareText(left, right as string) : left - (right as number)
