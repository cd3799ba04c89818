import type { Page } from "../decision/facts.ts"
import { othersFirst } from "./othersFirst.ts"

/** One page of rows after another; others get a turn between two. `first`: a page that was read already. */
export async function* pages<Row>(
  read: (after: string | null) => Promise<Page<Row>>,
  first?: Page<Row>
): AsyncGenerator<ReadonlyArray<Row>> {
  for (let page = first ?? (await read(null)); ; page = await read(page.next)) {
    yield page.rows
    if (page.next === null) return
    await othersFirst()
  }
}
