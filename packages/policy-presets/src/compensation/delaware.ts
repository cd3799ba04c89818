import type { CompensationPreset } from "./preset.ts"

/** At least 60, and processing. */
export const delaware: CompensationPreset = {
  id: "delaware",
  library: { en: "University of Delaware", zh: "特拉华大学" },
  currency: "USD",
  sources: ["A16"],
  rule: {
    source: "A16",
    basis: { from: [{ from: "currentPrice" }, { from: "recordedPrice" }] },
    charge: { by: "larger", flat: "60.00" },
    processing: { cash: { amount: "10.00" } },
    assumed: [
      { path: "basis.from", why: "What may cost more than 60 is not said: the current price, else the recorded." }
    ]
  }
}
