import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import { Minor } from "../money/minor.ts"
import type { IncidentEvent } from "./event.ts"

/** The rows that a fact of an incident's history, or of an item's condition, changes. */
export const projectIncident = (event: IncidentEvent, { seq, actor }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "IncidentReported": {
      const { incidentId, kind, itemId, loanId, branch, noticedAt, conduct, bearer, policeReport, billAt, at } = event
      return [
        {
          op: "insert",
          table: "incident",
          row: {
            incidentId,
            version: seq,
            kind,
            state: "reported",
            itemId,
            loanId,
            branch,
            noticedAt,
            conduct,
            bearer,
            policeReport,
            found: event.found ?? "",
            amount: nothing,
            suspensionDays: 0,
            reportedAt: at,
            billAt,
            replaceBy: null,
            blocksBorrowing: 0,
            replacementBought: 0,
            endedAt: null
          }
        }
      ]
    }
    case "IncidentCharged":
      return [
        changed(event, seq, {
          state: "charged",
          amount: event.amount,
          conduct: event.conduct,
          suspensionDays: event.suspensionDays,
          billAt: null,
          replaceBy: null,
          blocksBorrowing: 0
        })
      ]
    case "ReplacementAgreed":
      return [
        changed(event, seq, {
          state: "replacing",
          billAt: event.replaceBy,
          replaceBy: event.replaceBy,
          blocksBorrowing: event.blocks
        })
      ]
    case "ReplacementBought":
      return [changed(event, seq, { replacementBought: 1 })]
    case "IncidentEnded":
      return [changed(event, seq, { state: event.as, billAt: null, blocksBorrowing: 0, endedAt: event.at })]
    case "ConditionSeen": {
      const { conditionId, itemId, incidentId, occasion, damages, parts, note, photo, at, itemVersion, status } = event
      return [
        {
          op: "insert",
          table: "condition",
          row: {
            conditionId,
            itemId,
            incidentId,
            occasion,
            damages,
            parts,
            note,
            photo,
            cost: event.cost ?? nothing,
            at,
            actor
          }
        },
        {
          op: "set",
          table: "item",
          id: itemId,
          version: itemVersion,
          set: status === undefined ? {} : { status }
        }
      ]
    }
  }
}

const nothing = Minor.make(0)

type IncidentSet = Extract<RowChange, { readonly op: "set"; readonly table: "incident" }>["set"]

const changed = ({ incidentId }: { readonly incidentId: string }, version: number, set: IncidentSet): RowChange => ({
  op: "set",
  table: "incident",
  id: incidentId,
  version,
  set
})
