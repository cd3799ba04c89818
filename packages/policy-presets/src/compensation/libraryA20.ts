import type { CompensationPreset } from "./preset.ts"

/** Stains by the spot, twice that in special collections, and a price for each spoiled part. */
export const libraryA20: CompensationPreset = {
  id: "library-a20",
  library: null,
  currency: "CNY",
  sources: ["A20"],
  rule: {
    source: "A20",
    damage: {
      kinds: { stains: [{ grade: "stained", cost: { perSpot: "5.00" } }] },
      factor: [{ id: "special", when: { collection: "special" }, value: "2" }]
    },
    parts: { barcode: "10.00", strip: "10.00", chip: "10.00", disc: "10.00" }
  }
}
