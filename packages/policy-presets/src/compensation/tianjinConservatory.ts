import type { CompensationPreset } from "./preset.ts"

/** Two factors: what the item would cost now, by year and language; then ten times that, less for sound and film. */
export const tianjinConservatory: CompensationPreset = {
  id: "tianjin-conservatory",
  library: { en: "Tianjin Conservatory of Music", zh: "天津音乐学院" },
  currency: "CNY",
  sources: ["A12"],
  rule: {
    source: "A12",
    basis: { from: [{ from: "recordedPrice" }, { from: "estimate" }] },
    sets: { price: "set" },
    factors: {
      tables: {
        presentValue: [
          { id: "photocopy", when: { kind: "photocopy" }, value: "1" },
          {
            id: "foreignBefore1991",
            when: { language: { not: ["chi"] }, publicationYear: { max: 1990 } },
            value: "30"
          },
          {
            id: "foreign1991-2000",
            when: { language: { not: ["chi"] }, publicationYear: { min: 1991, max: 2000 } },
            value: "15"
          },
          { id: "before1991", when: { publicationYear: { max: 1990 } }, value: "10" },
          { id: "1991-2000", when: { publicationYear: { min: 1991, max: 2000 } }, value: "3" },
          { id: "from2001", when: { publicationYear: { min: 2001 } }, value: "1" }
        ],
        kind: [
          { id: "photocopy", when: { kind: "photocopy" }, value: "5" },
          { id: "audiovisual", when: { kind: "audiovisual" }, value: { min: "5", max: "10" } },
          { id: "any", value: "10" }
        ],
        rarity: [{ id: "rare", when: { collection: "rare" }, value: "10" }]
      }
    },
    processing: { inKind: { amount: "5.00" } },
    replacement: { allowed: ["sameEdition"] },
    assumed: [
      { path: "basis.from", why: "Where no price is recorded, staff enter the market value." },
      {
        path: "factors.tables.presentValue[0]",
        why: "A photocopy is charged by what copying costs, whatever its year."
      },
      { path: "replacement.allowed", why: "Replacement is accepted; of which edition is not said." }
    ]
  }
}
