import type { CompensationPreset } from "./preset.ts"

/** Marks cost 30 to 100 percent of the price, a barcode two yuan. */
export const libraryA21: CompensationPreset = {
  id: "library-a21",
  library: null,
  currency: "CNY",
  sources: ["A21"],
  rule: {
    source: "A21",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    damage: {
      kinds: {
        marks: [
          { grade: "marked", cost: { percentOfPrice: { min: "30", max: "100" } } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    parts: { barcode: "2.00" },
    assumed: [{ path: "basis.from", why: "The price is taken as the recorded one, else the current." }]
  }
}
