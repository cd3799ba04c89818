import type { CompensationPreset } from "./preset.ts"

/** A fixed sum for mending or rebinding. */
export const texasAustin: CompensationPreset = {
  id: "texas-austin",
  library: { en: "University of Texas at Austin", zh: "得克萨斯大学奥斯汀分校" },
  currency: "USD",
  sources: ["A5"],
  rule: {
    source: "A5",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    damage: {
      kinds: {
        damaged: [
          { grade: "mendable", cost: { flat: "25.00" } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    assumed: [{ path: "basis.from", why: "What a loss costs is not quoted: the price." }]
  }
}
