import type { CompensationPreset } from "./preset.ts"

/** The recorded price, else 50; cancelled by itself when it comes back within two weeks of being lost. */
export const brunel: CompensationPreset = {
  id: "brunel",
  library: { en: "Brunel University", zh: "布鲁内尔大学" },
  currency: "GBP",
  sources: ["A9"],
  rule: {
    source: "A9",
    basis: { from: [{ from: "recordedPrice" }, { from: "standIn", value: "50.00" }] },
    refund: { gives: "paid", within: { days: 13, of: "loss" } },
    assumed: [
      {
        path: "refund.within",
        why: "Lost on day 14 of being overdue and cancelled before day 28: 13 days after the loss."
      },
      { path: "refund.gives", why: "Money already paid by then is taken to come back as well." }
    ]
  }
}
