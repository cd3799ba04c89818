import type { CompensationPreset } from "./preset.ts"

/** Cost and processing, without a late fee on top until it is found again. */
export const marshallLyon: CompensationPreset = {
  id: "marshall-lyon",
  library: { en: "Marshall-Lyon County Library", zh: "马歇尔-莱昂县图书馆" },
  currency: "USD",
  sources: ["A18"],
  rule: {
    source: "A18",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    processing: { cash: { amount: "5.00" } },
    afterLoss: "drop",
    damage: {
      kinds: {
        damaged: [
          { grade: "lendable", cost: { percentOfPrice: { min: "0", max: "100" } } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    noFault: "mayBeWaived",
    refund: {
      gives: "paid",
      within: { days: 180, of: "payment" },
      lessProcessing: true,
      restoresOverdue: true
    },
    assumed: [
      { path: "basis.from", why: "Cost is taken as the recorded price, else the current." },
      { path: "damage.kinds.damaged[0]", why: "A part of the price is for staff to choose: any." },
      { path: "refund.restoresOverdue", why: "Late fees may apply then: taken to." }
    ]
  }
}
