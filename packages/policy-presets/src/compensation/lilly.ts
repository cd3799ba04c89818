import type { CompensationPreset } from "./preset.ts"

/** The price, else 25; found within four weeks, it comes back less the most that being late can cost. */
export const lilly: CompensationPreset = {
  id: "lilly",
  library: { en: "Lilly Library", zh: "莉莉图书馆" },
  currency: "USD",
  sources: ["A7"],
  rule: {
    source: "A7",
    basis: { from: [{ from: "recordedPrice" }, { from: "standIn", value: "25.00" }] },
    refund: { gives: "paid", within: { days: 28, of: "payment" }, lessOverdue: "cap" }
  }
}
