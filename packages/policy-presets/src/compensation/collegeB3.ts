import type { CompensationPreset } from "./preset.ts"

/** Twice the set for one volume; a bound serial twice its price and the binding; no overdue charge once it is paid. */
export const collegeB3: CompensationPreset = {
  id: "college-b3",
  library: null,
  currency: "CNY",
  sources: ["B3"],
  rule: {
    source: "B3",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    sets: { price: "set", times: "2" },
    factors: {
      tables: { kind: [{ id: "boundSerial", when: { kind: "boundSerial" }, value: "2" }] }
    },
    bindingFee: [{ id: "boundSerial", when: { kind: "boundSerial" }, value: "10.00" }],
    afterLoss: "drop",
    damage: { kinds: { damaged: [{ grade: "unusable", cost: { asLoss: true } }] }, dropsOverdue: true },
    assumed: [{ path: "basis.from", why: "What other books cost is not quoted: the price." }]
  }
}
