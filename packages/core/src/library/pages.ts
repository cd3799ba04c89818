import type { Page } from "../decision/facts.ts"
import { othersFirst } from "./othersFirst.ts"

/** One page of rows after another; others get a turn between two. */
export async function* pages<Row>(
  read: (after: string | null) => Promise<Page<Row>>
): AsyncGenerator<ReadonlyArray<Row>> {
  for (let page = await read(null); ; page = await read(page.next)) {
    yield page.rows
    if (page.next === null) return
    await othersFirst()
  }
}
