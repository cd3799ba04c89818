import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"

/**
 * I20, I36: damage is charged once, and names a reader no longer than something may be owed for it: neither a link to a
 * reader nor one to a settled charge outlives it. Keeps the incidents that have ended, and charges with nothing owed.
 */
export const incidentsAnswered: MakeCheck = (report) => {
  const ended = new Set<string>()
  const damage = new Set<string>()
  const settled = new Set<string>()
  return {
    rows: {
      charge: ({ chargeId, kind, outstanding }) => {
        if (kind === "damage" && outstanding === 0) settled.add(chargeId)
      },
      incident: ({ incidentId, kind, endedAt }) => {
        if (endedAt !== null) ended.add(incidentId)
        if (kind === "damage") damage.add(incidentId)
      },
      incidentReader: ({ incidentId }) => {
        if (ended.has(incidentId)) report("I36", [incidentId], "an incident that has ended names a reader")
      },
      chargeIncident: ({ chargeId, incidentId }) => {
        if (settled.has(chargeId) && damage.has(incidentId) && ended.has(incidentId))
          report("I36", [chargeId, incidentId], "a settled charge names the incident that it was for")
      }
    },
    history: ({ table, id, row, events }) => {
      if (table !== "incident" || row?.kind !== "damage") return
      const amounts = events.filter(({ tag }) => tag === "IncidentCharged").map((event) => eventFacts(event)?.amount)
      if (amounts.length > 1) report("I20", [id], `damage was charged ${amounts.length} times`)
      if ((amounts[0] ?? 0) !== row.amount)
        report("I20", [id], `damage was charged ${amounts[0]}, but says ${row.amount}`)
    }
  }
}
