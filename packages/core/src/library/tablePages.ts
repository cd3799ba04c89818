import type { TableName, Tables } from "../decision/tables.ts"
import type { Library } from "./openLibrary.ts"
import { pages } from "./pages.ts"

/** Every row of a table in key order; one page is held at a time, and others get a turn between two. */
export const tablePages = <T extends TableName>(
  library: Library,
  tenant: string,
  table: T,
  pageRows = 1_000
): AsyncGenerator<ReadonlyArray<Tables[T]>> => pages((after) => library.scan(tenant, table, after, pageRows))
