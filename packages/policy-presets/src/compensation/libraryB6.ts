import type { CompensationPreset } from "./preset.ts"

/** Force majeure: charged like any loss, and lifted on application. */
export const libraryB6: CompensationPreset = {
  id: "library-b6",
  library: null,
  currency: "CNY",
  sources: ["B6"],
  rule: {
    source: "B6",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    noFault: "onApplication",
    assumed: [{ path: "basis.from", why: "Only the relief is quoted; a loss is taken to cost the price." }]
  }
}
