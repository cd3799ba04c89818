import type { TableName, Tables } from "../../decision/tables.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"

/** Every row of a table in key order; one page is held at a time, and others get a turn between two. */
export const eachRow = async <T extends TableName>(
  library: Library,
  tenant: string,
  table: T,
  visit: (row: Tables[T]) => void
): Promise<void> => {
  for await (const rows of tablePages(library, tenant, table)) for (const row of rows) visit(row)
}
