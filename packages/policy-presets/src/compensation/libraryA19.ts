import type { CompensationPreset } from "./preset.ts"

/** Mended in house for nothing, rebound at cost; a set only where the part cannot be had alone. */
export const libraryA19: CompensationPreset = {
  id: "library-a19",
  library: null,
  currency: "USD",
  sources: ["A19"],
  rule: {
    source: "A19",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    sets: { price: "setIfNotSeparable" },
    damage: {
      kinds: {
        damaged: [
          { grade: "mendable", cost: { flat: "0.00" } },
          { grade: "rebindable", cost: { repairCost: true } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    assumed: [{ path: "basis.from", why: "The price is taken as the recorded one, else the current." }]
  }
}
