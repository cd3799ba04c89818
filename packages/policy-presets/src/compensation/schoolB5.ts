import type { CompensationPreset } from "./preset.ts"

/** A school: old books by a band of prices, gifts and unpriced imports by a price that stands in. */
export const schoolB5: CompensationPreset = {
  id: "school-b5",
  library: null,
  currency: "CNY",
  sources: ["B5"],
  rule: {
    source: "B5",
    basis: {
      from: [
        { from: "recordedPrice", when: { collection: { not: ["gift"] } } },
        { from: "foreignPrice", when: { collection: { not: ["gift"] } } },
        {
          from: "standIn",
          value: [
            { id: "gift", when: { collection: "gift" }, value: "20.00" },
            { id: "imported", when: { origin: "imported" }, value: "40.00" }
          ]
        }
      ]
    },
    factors: {
      tables: {
        multiple: [
          { id: "theft", when: { conduct: "theft" }, value: "20" },
          { id: "gift", when: { collection: "gift" }, value: "10" },
          { id: "importedUnpriced", when: { origin: "imported", priceFrom: ["standIn"] }, value: "20" },
          { id: "imported", when: { origin: "imported" }, value: "10" },
          { id: "from1990", when: { publicationYear: { min: 1990 } }, value: "5" },
          { id: "olderCheap", when: { price: { max: "3.00" } }, value: "10" },
          { id: "older", value: "6" }
        ]
      }
    },
    damage: { kinds: { marks: [{ grade: "marked", cost: { perPage: "0.50" } }] } },
    assumed: [
      {
        path: "factors.tables.multiple[2]",
        why: "Of 10 and 20 times, the higher is taken to go with the stand-in price."
      },
      { path: "factors.tables.multiple[0]", why: "Theft is taken to come before every other row." }
    ]
  }
}
