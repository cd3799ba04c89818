import type { ItemRow } from "../../catalogue/model.ts"
import type { Candidate, WaitedTitle } from "../../decision/facts.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"

/** A title that is waited for, with its copies. */
export interface WaitedWithCopies extends WaitedTitle {
  readonly items: ReadonlyArray<ItemRow>
  /** Who waits, first in the queue first: read where it is asked for, as queues are long. */
  readonly candidates: () => Promise<ReadonlyArray<Candidate>>
}

const pageRows = 1_000

/** Every title that somebody waits for, one after the other; a page of titles at a time is held. */
export async function* waitedTitles(library: Library, tenant: string): AsyncGenerator<WaitedWithCopies> {
  const titles = pages<WaitedTitle>((after) =>
    library.read(tenant, { waitedTitles: { after, limit: 200 } }).then((found) => found.waitedTitles)
  )
  for await (const page of titles)
    for (const waited of page) {
      const by = { titleId: waited.title.titleId, limit: pageRows }
      yield {
        ...waited,
        items: await all(
          pages<ItemRow>((after) =>
            library.read(tenant, { itemsOfTitle: { ...by, after } }).then((found) => found.itemsOfTitle)
          )
        ),
        candidates: () =>
          all(
            pages<Candidate>((after) =>
              library.read(tenant, { candidatesOfTitle: { ...by, after } }).then((found) => found.candidatesOfTitle)
            )
          )
      }
    }
}

const all = async <Row>(rows: AsyncGenerator<ReadonlyArray<Row>>): Promise<ReadonlyArray<Row>> => {
  const found: Array<Row> = []
  for await (const page of rows) for (const row of page) found.push(row)
  return found
}
