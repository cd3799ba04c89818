import type { CompensationPreset } from "./preset.ts"

/** A large city library in south China: multiples at the judgement of staff, marks by binding and origin. */
export const cityLibraryA14: CompensationPreset = {
  id: "city-library-a14",
  library: null,
  currency: "CNY",
  sources: ["A14"],
  rule: {
    source: "A14",
    basis: { from: [{ from: "recordedPrice" }, { from: "foreignPrice" }, { from: "currentPrice" }] },
    sets: { price: "set", keepsRest: "library" },
    serials: "year",
    factors: {
      tables: {
        kind: [
          { id: "boundSerial", when: { priceFrom: ["year"] }, value: "1" },
          { id: "discOfSet", when: { kind: "disc", inSet: true }, value: { min: "2", max: "5" } },
          { id: "disc", when: { kind: "disc" }, value: "2" },
          { id: "foreign", when: { language: { not: ["chi"] } }, value: { min: "3", max: "100" } },
          { id: "chinese", value: { min: "2", max: "100" } }
        ]
      }
    },
    damage: {
      kinds: {
        marks: [
          {
            grade: "marked",
            cost: {
              flat: [
                { id: "imported", when: { origin: "imported" }, value: { min: "10.00", max: "20.00" } },
                { id: "reprint", when: { origin: "reprint" }, value: { min: "5.00", max: "10.00" } },
                { id: "paperback", when: { binding: "paperback" }, value: { min: "1.00", max: "5.00" } },
                { id: "hardback", when: { binding: "hardback" }, value: { min: "2.00", max: "10.00" } }
              ]
            }
          },
          { grade: "unusable", cost: { asLoss: true } }
        ],
        cut: [{ grade: "cut", cost: { multiple: { min: "10", max: "100" } } }]
      }
    },
    parts: { disc: "5.00" },
    suspensionDays: { onPurpose: 60 },
    keepsItem: "library",
    assumed: [
      { path: "keepsItem", why: "Said of the rest of a set; taken to hold for a damaged volume too." },
      { path: "suspensionDays.onPurpose", why: "Two months count as 60 days." }
    ]
  }
}
