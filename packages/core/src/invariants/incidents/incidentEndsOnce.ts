import type { MakeCheck } from "../check.ts"

const afterEnd: ReadonlyArray<string> = ["IncidentEnded", "ReplacementBought"]

/** Incidents: reported once and first, and ended at most once, but for what was settled and is found after that. */
export const incidentEndsOnce: MakeCheck = (report) => ({
  rows: {
    incident: ({ incidentId, state, endedAt }) => {
      const isOver = state === "settled" || state === "found" || state === "dismissed"
      if (isOver !== (endedAt !== null))
        report("incidents", [incidentId], `an incident is ${state} and has ${endedAt === null ? "no" : "an"} end`)
    }
  },
  history: ({ table, id, events }) => {
    if (table !== "incident" || events.length === 0) return
    const tags = events.map(({ tag }) => tag)
    if (tags.lastIndexOf("IncidentReported") !== 0)
      report("incidents", [id], "an incident does not begin with its report, or has two")
    const end = tags.indexOf("IncidentEnded")
    if (end < 0) return
    const later = tags.slice(end + 1)
    if (later.some((tag) => !afterEnd.includes(tag)) || later.filter((tag) => tag === "IncidentEnded").length > 1)
      report("incidents", [id], "something happened to an incident after it ended")
  }
})
