import type { FactSlots, Page, TravellingCopy } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemFacts } from "./itemFacts.ts"

const byPlan: RowOrder<Tables["transit"]> = [{ column: "plannedAt" }, { column: "transitId" }]

/** Transits of an item that are not over. */
export const transitsOf = (store: TenantStore, item: Tables["item"] | undefined): ReadonlyArray<Tables["transit"]> =>
  item === undefined
    ? []
    : inOrder(
        store.tables.transit.having("itemId", item.itemId).filter(({ endedAt }) => endedAt === null),
        byPlan
      )

/** Transits that are not over from a branch, or to it. */
export const transitsAt = (
  store: TenantStore,
  end: "fromBranch" | "toBranch",
  by: FactSlots["transitsFrom"]["by"]
): Page<TravellingCopy> => {
  const open = store.tables.transit.inKeyOrder().filter((one) => one.endedAt === null && one[end] === by.branch)
  const { rows, next } = pageOf(inOrder(open, byPlan), byPlan, { ...by, limitMax: 1000 })
  return {
    rows: rows.flatMap((transit) => {
      const facts = itemFacts(store, store.tables.item.get(transit.itemId))
      return facts === null ? [] : [{ transit, ...facts }]
    }),
    next
  }
}
