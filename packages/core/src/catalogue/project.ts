import type { RowChange } from "../decision/rowChange.ts"
import type { CatalogueEvent } from "./event.ts"

/** The rows that a fact of the catalogue changes. Titles themselves are versioned rows, not made from events. */
export const projectCatalogue = (event: CatalogueEvent): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "TitleAdded":
      return [
        {
          op: "insert",
          table: "titleQueue",
          row: { titleId: event.titleId, version: 1, waitingCount: 0, nextPlace: 1 }
        }
      ]
    case "TitleChanged":
      return []
    case "ItemAdded":
      return [{ op: "insert", table: "item", row: event.item }]
    case "ItemUsedInHouse":
      return [
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set: { inHouseUses: event.uses, presentBranch: event.branch }
        }
      ]
    case "ItemChanged":
      return [{ op: "set", table: "item", id: event.itemId, version: event.itemVersion, set: event.set }]
  }
}
