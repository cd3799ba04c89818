import type { CompensationPreset } from "./preset.ts"

/** The larger of 150 and the value; on return only the processing stays, unless a replacement was bought. */
export const berkeley: CompensationPreset = {
  id: "berkeley",
  library: { en: "University of California, Berkeley", zh: "加利福尼亚大学伯克利分校" },
  currency: "USD",
  sources: ["A10"],
  rule: {
    source: "A10",
    basis: { from: [{ from: "currentPrice" }, { from: "recordedPrice" }, { from: "foreignPrice" }] },
    charge: { by: "larger", flat: "150.00" },
    processing: { cash: { amount: "10.00" } },
    refund: { gives: "paid", lessProcessing: true },
    assumed: [
      { path: "basis.from", why: "What the value is taken from is not said: the current price, else the recorded." }
    ]
  }
}
