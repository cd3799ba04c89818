import { table } from "./table.ts"
import { visible } from "./visible.ts"

const pageSize = 200

/** All pages of a list. */
export const allPages = async <Row>(
  read: (page: { readonly after: string | null; readonly limit: number }) => Promise<{
    readonly rows: ReadonlyArray<Row>
    readonly next: string | null
  }>
): Promise<ReadonlyArray<Row>> => {
  const all: Array<Row> = []
  let after: string | null = null
  do {
    const { rows, next }: Awaited<ReturnType<typeof read>> = await read({ after, limit: pageSize })
    all.push(...rows)
    after = next
  } while (after !== null)
  return all
}

/** An instant in a cell, in UTC. */
export const instantCell = (at: number | null): string => (at === null ? "" : new Date(at).toISOString().slice(0, 16))

/** Rows under a head; without any, the words for that. */
export const listed = <Row>(
  none: string,
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<Row>,
  cells: (row: Row) => ReadonlyArray<string>
): { readonly text: string; readonly code: number } => ({
  text: rows.length === 0 ? none : table([head, ...rows.map((row) => cells(row).map(visible))]).join("\n"),
  code: 0
})
