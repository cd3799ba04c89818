import type { Calendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, TitleId } from "../../catalogue/model.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { Candidate, Page, WaitedTitle } from "../../decision/facts.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { Library } from "../openLibrary.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"

export interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

/** The policy and calendar that hold at an instant; `null`: one of them is missing. */
export const rulesAt = async (library: Library, tenant: string, at: Instant): Promise<Rules | null> => {
  const history = await publishedDocuments(library, tenant, { at, draft: null })
  const policy = inForceAt(history.policies, at)?.rules
  const calendar = inForceAt(history.calendars, at)?.rules
  return policy === undefined || calendar === undefined ? null : { policy, calendar }
}

/** A title that is waited for, with its copies and the first of those who wait. */
export interface WaitedWithCopies extends WaitedTitle {
  readonly items: ReadonlyArray<ItemRow>
  readonly candidates: ReadonlyArray<Candidate>
}

/** Of one title so many who wait, and so many copies, are looked at. */
export const candidatesMax = 1_000

/** Every title that somebody waits for, one after the other; a page of titles at a time is held. */
export async function* waitedTitles(library: Library, tenant: string): AsyncGenerator<WaitedWithCopies> {
  let after: string | null = null
  do {
    const { waitedTitles: page }: { readonly waitedTitles: Page<WaitedTitle> } = await library.read(tenant, {
      waitedTitles: { after, limit: 200 }
    })
    for (const waited of page.rows)
      yield { ...waited, ...(await copiesAndQueue(library, tenant, waited.title.titleId)) }
    after = page.next
  } while (after !== null)
}

const copiesAndQueue = async (
  library: Library,
  tenant: string,
  titleId: TitleId
): Promise<Pick<WaitedWithCopies, "items" | "candidates">> => {
  const first = await library.read(tenant, {
    itemsOfTitle: { titleId, after: null, limit: 1_000 },
    candidatesOfTitle: { titleId, limit: candidatesMax }
  })
  const items = [...first.itemsOfTitle.rows]
  for (let { next } = first.itemsOfTitle; next !== null; ) {
    const page: Page<ItemRow> = (await library.read(tenant, { itemsOfTitle: { titleId, after: next, limit: 1_000 } }))
      .itemsOfTitle
    items.push(...page.rows)
    next = page.next
  }
  return { items, candidates: first.candidatesOfTitle }
}
