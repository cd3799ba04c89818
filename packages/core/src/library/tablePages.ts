import type { Page } from "../decision/facts.ts"
import type { TableName, Tables } from "../decision/tables.ts"
import type { Library } from "./openLibrary.ts"
import { othersFirst } from "./othersFirst.ts"

/** Every row of a table in key order; one page is held at a time, and others get a turn between two. */
export async function* tablePages<T extends TableName>(
  library: Library,
  tenant: string,
  table: T,
  pageRows = 1_000
): AsyncGenerator<ReadonlyArray<Tables[T]>> {
  let after: string | null = null
  do {
    const page: Page<Tables[T]> = await library.scan(tenant, table, after, pageRows)
    yield page.rows
    after = page.next
    if (after !== null) await othersFirst()
  } while (after !== null)
}
