import type { Instant } from "../calendar/instant.ts"
import type { ItemId, ItemRow, TitleId } from "./model.ts"

/** Titles are versioned rows, named by id and changed fields. An item's first state stands whole in its event. */
export type CatalogueEvent =
  | {
      readonly _tag: "TitleAdded"
      readonly titleId: TitleId
      readonly at: Instant
      readonly source: string | null
      readonly format: string
    }
  | {
      readonly _tag: "TitleChanged"
      readonly titleId: TitleId
      readonly at: Instant
      readonly changed: ReadonlyArray<string>
    }
  | { readonly _tag: "ItemAdded"; readonly itemId: ItemId; readonly at: Instant; readonly item: ItemRow }
  | {
      readonly _tag: "ItemChanged"
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
      readonly set: Partial<
        Pick<
          ItemRow,
          | "barcode"
          | "homeBranch"
          | "presentBranch"
          | "type"
          | "collection"
          | "location"
          | "volumeSet"
          | "volume"
          | "callNumber"
          | "price"
          | "parts"
          | "lendingAlert"
          | "returnAlert"
          | "status"
          | "shelfStatus"
        >
      >
    }
  | {
      readonly _tag: "ItemUsedInHouse"
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly titleId: TitleId
      readonly itemType: string
      readonly collection: string
      readonly branch: string
      /** Uses so far, this one counted. */
      readonly uses: number
      readonly at: Instant
    }
