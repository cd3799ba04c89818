import { tables } from "../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import { compareText } from "../../storage/compareText.ts"
import { type Check, type MakeCheck, readOrder } from "../check.ts"

/** I8: each key stands for one row. Rows come in the order of their keys, so one row is kept. */
export const keysOnce: MakeCheck = (report) => {
  const look = <T extends TableName>(table: T): ((row: Tables[T]) => void) => {
    let before: ReadonlyArray<string | number> | null = null
    return (row) => {
      const key = tables[table].key.map((column) => row[column] as string | number)
      if (before !== null && compare(before, key) >= 0) {
        report("I8", key.map(String), `${table}: a key comes twice, or not in order`)
      }
      before = key
    }
  }
  return { rows: Object.fromEntries(readOrder.map((table) => [table, look(table)])) as NonNullable<Check["rows"]> }
}

const compare = (left: ReadonlyArray<string | number>, right: ReadonlyArray<string | number>): number => {
  for (const [at, value] of left.entries()) {
    const other = right[at] as string | number
    const difference = typeof value === "string" ? compareText(value, String(other)) : value - Number(other)
    if (difference !== 0) return difference
  }
  return 0
}
