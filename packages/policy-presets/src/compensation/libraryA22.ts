import type { CompensationPreset } from "./preset.ts"

/** What mending costs, and no more; a barcode is a dollar. */
export const libraryA22: CompensationPreset = {
  id: "library-a22",
  library: null,
  currency: "USD",
  sources: ["A22"],
  rule: {
    source: "A22",
    damage: { kinds: { damaged: [{ grade: "repairable", cost: { repairCost: true } }] } },
    parts: { barcode: "1.00" }
  }
}
