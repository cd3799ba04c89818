import type { CompensationPreset } from "./preset.ts"

/** A flat 80, of which 60 come back within a year and 20 are for processing. */
export const northernColorado: CompensationPreset = {
  id: "northern-colorado",
  library: { en: "University of Northern Colorado", zh: "北科罗拉多大学" },
  currency: "USD",
  sources: ["A4"],
  rule: {
    source: "A4",
    charge: { by: "flat", flat: "60.00" },
    processing: { cash: { amount: "20.00" } },
    refund: { gives: "paid", within: { days: 365, of: "payment" }, lessProcessing: true },
    assumed: [{ path: "refund.within", why: "A year counts as 365 days from the payment." }]
  }
}
