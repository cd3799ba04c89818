import type { MakeCheck } from "../check.ts"

/** I2: what was reported missing, or stolen without a loan, is missing until that is over, and was reported once. */
export const missingItemIsMissing: MakeCheck = (report) => {
  const open = new Map<string, string>()
  const missing = new Set<string>()
  return {
    rows: {
      item: ({ itemId, status }) => {
        if (status === "missing") missing.add(itemId)
      },
      incident: ({ incidentId, kind, state, itemId, loanId }) => {
        if (loanId !== null || (kind !== "missing" && kind !== "theft") || state !== "reported") return
        const other = open.get(itemId)
        if (other !== undefined) report("I2", [itemId, other, incidentId], "an item is reported missing twice")
        open.set(itemId, incidentId)
      }
    },
    end: () => {
      for (const [itemId, incidentId] of open)
        if (!missing.has(itemId)) report("I2", [itemId, incidentId], "an item is reported missing, but is not missing")
    }
  }
}
