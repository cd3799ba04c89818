import type { CompensationPreset } from "./preset.ts"

/** A flat sum; a very good copy of the same edition is accepted, with processing and overdue charges still due. */
export const minnesota: CompensationPreset = {
  id: "minnesota",
  library: { en: "University of Minnesota", zh: "明尼苏达大学" },
  currency: "USD",
  sources: ["A15"],
  rule: {
    source: "A15",
    charge: { by: "flat", flat: "100.00" },
    processing: { cash: { amount: "15.00" }, inKind: { amount: "15.00" } },
    afterLoss: "keep",
    replacement: { allowed: ["sameEdition"] }
  }
}
