import type { CompensationPreset } from "./preset.ts"

/** A rule in the style of a national library: old prices are low, so that the multiple falls with the year of publication. */
export const nationalStyleB1: CompensationPreset = {
  id: "national-style-b1",
  library: null,
  currency: "CNY",
  sources: ["B1"],
  rule: {
    source: "B1",
    basis: {
      from: [
        { from: "estimate", when: { publicationYear: { max: 1949 } }, only: true },
        { from: "estimate", when: { collection: ["special", "rare"] }, only: true },
        { from: "recordedPrice" },
        { from: "foreignPrice" },
        { from: "currentPrice" },
        { from: "standIn", value: { min: "1.00", max: "10000.00" } }
      ]
    },
    sets: { price: { volumeIfCopiesAtLeast: 3 }, keepsRest: "library" },
    factors: {
      tables: {
        year: [
          { id: "atMarketValue", when: { priceFrom: ["estimate"] }, value: "1" },
          { id: "imported", when: { origin: "imported" }, value: { min: "1", max: "5" } },
          { id: "1950-1977", when: { publicationYear: { min: 1950, max: 1977 } }, value: "2", perYear: true },
          { id: "1978-1984", when: { publicationYear: { min: 1978, max: 1984 } }, value: "1", perYear: true },
          { id: "1985-1990", when: { publicationYear: { min: 1985, max: 1990 } }, value: "5" },
          { id: "1991-1995", when: { publicationYear: { min: 1991, max: 1995 } }, value: "4" },
          { id: "1996-2000", when: { publicationYear: { min: 1996, max: 2000 } }, value: "3" },
          { id: "from2001", when: { publicationYear: { min: 2001 } }, value: "2" }
        ]
      }
    },
    processing: { cash: { amount: "10.00" }, inKind: { amount: "10.00" } },
    damage: {
      kinds: {
        marks: [
          { grade: "light", cost: { flat: "5.00" } },
          { grade: "clear", cost: { flat: "10.00" } },
          { grade: "heavy", cost: { flat: "20.00" } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      },
      factor: [{ id: "special", when: { collection: "special" }, value: "2" }]
    },
    replacement: { allowed: ["sameEdition", "newerByConsent"], deadlineDays: 30, blocksMeanwhile: true },
    refund: { gives: "paid", lessOverdue: "sincePayment" },
    assumed: [
      { path: "basis.from[5].value", why: "The price of a similar item is for staff to find; the bounds are ours." },
      { path: "sets.price.volumeIfCopiesAtLeast", why: "How many copies are plenty is not said: three." },
      { path: "damage.kinds.marks", why: "Said is 5 to 20 by degree: three degrees, and the step between them." },
      { path: "replacement.deadlineDays", why: "One month counts as 30 days." }
    ]
  }
}
