import type { CompensationPreset } from "./preset.ts"

/** What has no price is charged by the page; old and sole copies add to the multiple; overdue charges are added. */
export const minnanNormal: CompensationPreset = {
  id: "minnan-normal",
  library: { en: "Minnan Normal University", zh: "闽南师范大学" },
  currency: "CNY",
  sources: ["A13"],
  rule: {
    source: "A13",
    basis: {
      from: [
        { from: "recordedPrice" },
        { from: "foreignPrice" },
        {
          from: "pages",
          value: [
            { id: "special", when: { collection: "special" }, value: { min: "2.00", max: "10.00" } },
            { id: "foreignJournal", when: { language: { not: ["chi"] }, kind: "serial" }, value: "4.00" },
            { id: "foreignBook", when: { language: { not: ["chi"] } }, value: "1.00" },
            { id: "chineseJournal", when: { kind: "serial" }, value: "1.00" },
            { id: "ordinary", value: "0.50" }
          ]
        }
      ]
    },
    factors: {
      combine: "sum",
      tables: {
        multiple: [{ id: "any", value: { min: "2", max: "10" } }],
        old: [
          { id: "old", when: { publicationYear: { max: 1949 } }, value: { min: "2", max: "5" } },
          { id: "soleCopy", when: { copies: { max: 1 } }, value: { min: "2", max: "5" } }
        ]
      }
    },
    afterLoss: "add",
    assumed: [
      { path: "factors.tables.multiple", why: "The table of multiples is not quoted: staff choose from 2 to 10." },
      { path: "factors.tables.old[0].when", why: "From which year an item is old is not said: before 1950." }
    ]
  }
}
