import type { CompensationPreset } from "./preset.ts"

/** A Guangdong college: the fewer copies there are, the dearer. */
export const collegeA11: CompensationPreset = {
  id: "college-a11",
  library: null,
  currency: "CNY",
  sources: ["A11"],
  rule: {
    source: "A11",
    basis: { from: [{ from: "recordedPrice" }, { from: "foreignPrice" }] },
    factors: {
      combine: "highest",
      tables: {
        copies: [
          { id: "one", when: { copies: { max: 1 } }, value: "20" },
          { id: "two", when: { copies: { min: 2, max: 2 } }, value: "8" },
          { id: "three", when: { copies: { min: 3, max: 3 } }, value: "5" },
          { id: "fourOrFive", when: { copies: { min: 4, max: 5 } }, value: "3" },
          { id: "sixOrMore", when: { copies: { min: 6 } }, value: "2" }
        ],
        kind: [
          { id: "reference", when: { kind: "reference" }, value: "20" },
          { id: "imported", when: { origin: "imported" }, value: "20" }
        ]
      }
    },
    processing: { inKind: { amount: "10.00" } },
    replacement: { allowed: ["sameEdition"] },
    assumed: [
      {
        path: "basis.from",
        why: "The price is the recorded one; one in another currency goes by the rate of the day."
      },
      { path: "factors.combine", why: "Where both tables say something, the higher multiple stands." },
      { path: "replacement.allowed", why: "Replacement is accepted; of which edition is not said." }
    ]
  }
}
