import type { CompensationPreset } from "./preset.ts"

/** A notice that multiplies by years since publication up to 1985, and less the newer the book. */
export const noticeB4: CompensationPreset = {
  id: "notice-b4",
  library: null,
  currency: "CNY",
  sources: ["B4"],
  rule: {
    source: "B4",
    basis: { from: [{ from: "recordedPrice" }, { from: "currentPrice" }] },
    sets: { price: "set" },
    factors: {
      tables: {
        year: [
          { id: "before1970", when: { publicationYear: { max: 1969 } }, value: "2", perYear: true },
          { id: "1970-1985", when: { publicationYear: { min: 1970, max: 1985 } }, value: "1", perYear: true },
          { id: "1986-2000", when: { publicationYear: { min: 1986, max: 2000 } }, value: "5" },
          { id: "2001-2009", when: { publicationYear: { min: 2001, max: 2009 } }, value: "3" },
          { id: "from2010", when: { publicationYear: { min: 2010 } }, value: "2" }
        ]
      }
    },
    processing: { cash: { amount: "5.00" }, inKind: { amount: "5.00" } },
    damage: {
      kinds: {
        soiled: [
          { grade: "readable", cost: { percentOfPrice: { min: "20", max: "50" } } },
          { grade: "unusable", cost: { asLoss: true } }
        ]
      }
    },
    replacement: { allowed: ["sameEdition"] },
    refund: { gives: "paid", within: { days: 30, of: "payment" } },
    assumed: [
      { path: "replacement.allowed", why: "Replacement is accepted; of which edition is not said." },
      { path: "refund.within", why: "One month counts as 30 days." }
    ]
  }
}
