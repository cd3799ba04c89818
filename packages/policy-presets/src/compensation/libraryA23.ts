import type { CompensationPreset } from "./preset.ts"

/** Damaged but still lendable: a part of the price that staff choose. */
export const libraryA23: CompensationPreset = {
  id: "library-a23",
  library: null,
  currency: "USD",
  sources: ["A23"],
  rule: {
    source: "A23",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    damage: {
      kinds: {
        damaged: [
          { grade: "lendable", cost: { percentOfPrice: { min: "0", max: "100" } } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    assumed: [
      { path: "basis.from", why: "The price is taken as the recorded one, else the current." },
      { path: "damage.kinds.damaged[0]", why: "A part of the price is for staff to choose: any." }
    ]
  }
}
