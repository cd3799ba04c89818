import type { Decision } from "../../decision/decision.ts"
import { accountRow, cardRow, itemRow, queueRow, readerRow, titleRow } from "../rows.ts"

type Inserts = Decision<unknown>["insert"]

/** Titles with their queues, items given as `[item, title]`, readers with card and account. */
export const stock = ({
  titles = [],
  items = [],
  readers = []
}: {
  readonly titles?: ReadonlyArray<string>
  readonly items?: ReadonlyArray<readonly [item: string, title: string]>
  readonly readers?: ReadonlyArray<string>
}): Inserts => ({
  title: titles.map((id) => titleRow(id)),
  titleQueue: titles.map((id) => queueRow(id)),
  item: items.map(([item, title]) => itemRow(item, title)),
  reader: readers.map((id) => readerRow(id)),
  card: readers.map((id) => cardRow(id)),
  account: readers.map((id) => accountRow(id))
})

/** Inserts of several, table by table. */
export const together = (...parts: ReadonlyArray<Inserts>): Inserts => {
  const all: Record<string, ReadonlyArray<unknown>> = {}
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) all[table] = [...(all[table] ?? []), ...rows]
  }
  return all
}
