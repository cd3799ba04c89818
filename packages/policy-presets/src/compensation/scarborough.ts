import type { CompensationPreset } from "./preset.ts"

/** The current price, else a table by kind, which a much higher listed price overrides. */
export const scarborough: CompensationPreset = {
  id: "scarborough",
  library: { en: "Scarborough Public Library", zh: "斯卡伯勒公共图书馆" },
  currency: "USD",
  sources: ["A17"],
  rule: {
    source: "A17",
    basis: {
      from: [
        { from: "currentPrice" },
        {
          from: "table",
          value: [
            { id: "pictureBook", when: { kind: "pictureBook" }, value: "22.00" },
            { id: "adultFiction", when: { kind: "adultFiction" }, value: "25.00" },
            { id: "nonFiction", when: { kind: "nonFiction" }, value: "40.00" },
            { id: "magazine", when: { kind: "magazine" }, value: "4.00" }
          ],
          overridePercent: "150"
        },
        { from: "recordedPrice" }
      ]
    },
    sets: { price: "setIfNotSeparable" },
    processing: { cash: { amount: "10.00" }, inKind: { amount: "10.00" } },
    replacement: { allowed: ["sameEdition"] },
    assumed: [
      { path: "basis.from[2]", why: "The table is quoted in part: another kind goes by its recorded price." },
      { path: "replacement.allowed", why: "Said is an accepted duplicate: the same edition." }
    ]
  }
}
