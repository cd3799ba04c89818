import type { Page } from "../../decision/facts.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import type { Library } from "../openLibrary.ts"

const pageRows = 1000

/** Every row of a table in key order; one page is held at a time, and others get a turn between two. */
export const eachRow = async <T extends TableName>(
  library: Library,
  tenant: string,
  table: T,
  visit: (row: Tables[T]) => void
): Promise<void> => {
  let after: string | null = null
  do {
    const page: Page<Tables[T]> = await library.scan(tenant, table, after, pageRows)
    for (const row of page.rows) visit(row)
    after = page.next
  } while (after !== null)
}
