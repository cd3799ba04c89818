import { Effect } from "effect"
import type { Page } from "../../decision/facts.ts"
import { must } from "./contractCase.ts"

/** All rows, page by page; dies when a page has too many rows, or none though one was announced. */
export const pagesOf = <Row, E>(
  limit: number,
  pageAfter: (after: string | null) => Effect.Effect<Page<Row>, E>
): Effect.Effect<ReadonlyArray<Row>, E> =>
  Effect.gen(function* () {
    const rows: Array<Row> = []
    let after: string | null = null
    do {
      const page: Page<Row> = yield* pageAfter(after)
      yield* must(page.rows.length <= limit, `a page of ${limit} has ${page.rows.length} rows`)
      yield* must(page.rows.length > 0 || page.next === null, "an empty page says that more follow")
      yield* must(after === null || page.rows.length > 0, "a page was announced but is empty")
      rows.push(...page.rows)
      after = page.next
    } while (after !== null)
    return rows
  })
