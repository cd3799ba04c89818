import type { MakeCheck } from "../check.ts"

/**
 * Links: the incident of a charge is named only while something is owed of it, while the item is still gone, or while what
 * was paid may come back. Keeps the charges of incidents, and the loans and items that are still lost.
 */
export const incidentLinksNeeded: MakeCheck = (report) => {
  const gone = new Set<string>()
  const settled = new Set<string>()
  const over = new Set<string>()
  return {
    rows: {
      item: ({ itemId, status }) => {
        if (status === "declaredLost" || status === "agedToLost" || status === "lostAndPaid") gone.add(itemId)
      },
      charge: ({ chargeId, kind, outstanding }) => {
        if (outstanding === 0 && (kind === "loss" || kind === "processing")) settled.add(chargeId)
      },
      incident: ({ incidentId, kind, state, itemId }) => {
        const isOver = state === "found" || (state === "settled" && !gone.has(itemId))
        if ((kind === "loss" || kind === "theft") && isOver) over.add(incidentId)
      },
      chargeIncident: ({ chargeId, incidentId }) => {
        if (over.has(incidentId) && settled.has(chargeId))
          report("links", [chargeId, incidentId], "a charge that is settled names an incident that is over")
      }
    }
  }
}
