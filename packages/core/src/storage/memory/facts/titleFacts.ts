import type { TitleId } from "../../../catalogue/model.ts"
import type { CopyCount, Page, TitleCopyCount, TitleFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"

export const titleFacts = (store: TenantStore, id: string): TitleFacts | null => {
  const row = store.tables.title.get(id)
  if (row === undefined) return null
  const { titleId, title, responsibility, format, language } = row
  return { titleId, title, responsibility, format, language }
}

/** The copies of a title, counted by where they stand and what they are. */
export const copiesOf = (store: TenantStore, titleId: string): ReadonlyArray<CopyCount> => {
  const groups = new Map<string, CopyCount>()
  for (const item of store.tables.item.having("titleId", titleId)) {
    const { presentBranch, status, type, collection, location, homeBranch, volume } = item
    const group = { presentBranch, status, type, collection, location, homeBranch, volume }
    const name = JSON.stringify(group)
    groups.set(name, { ...group, count: (groups.get(name)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** The copies of several titles, counted in the same way. */
export const copiesOfEach = (store: TenantStore, titleIds: Iterable<TitleId>): ReadonlyArray<TitleCopyCount> =>
  [...new Set(titleIds)].flatMap((titleId) => copiesOf(store, titleId).map((copies) => ({ ...copies, titleId })))

const byTitle: RowOrder<Tables["title"]> = [{ column: "title" }, { column: "titleId" }]

/** Titles whose search text holds every word, wherever in it and literally. */
export const titlesWith = (
  store: TenantStore,
  { text, after, limit }: { readonly text: string; readonly after: string | null; readonly limit: number }
): Page<Tables["title"]> => {
  const words = text.split(/\s+/u).filter((word) => word !== "")
  const found = store.tables.title
    .inKeyOrder()
    .filter(({ searchText }) => words.every((word) => searchText.includes(word)))
  return pageOf(inOrder(found, byTitle), byTitle, { after, limit, limitMax: 1000 })
}
