import type { MakeCheck } from "../check.ts"

/** I9: a barcode names one item. (A card names one reader, as it is that table's key.) Keeps ids and barcodes of items. */
export const barcodesUnique: MakeCheck = (report) => {
  const itemWith = new Map<string, string>()
  return {
    rows: {
      item: ({ itemId, barcode }) => {
        const other = itemWith.get(barcode)
        if (other === undefined) itemWith.set(barcode, itemId)
        else report("I9", [other, itemId], "two items have the same barcode")
      }
    }
  }
}
