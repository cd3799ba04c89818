import type { MakeCheck } from "../check.ts"

/**
 * I22: one cost of replacement for one loss. A loan is lost once at most while that is not dismissed or found again, and a
 * loss has at most one charge for its value and one for its processing. Keeps the charges and losses that are linked.
 */
export const lossCostsOnce: MakeCheck = (report) => {
  const kindOf = new Map<string, string>()
  const chargeOf = new Map<string, string>()
  const lossOf = new Map<string, string>()
  return {
    rows: {
      charge: ({ chargeId, kind }) => {
        if (kind === "loss" || kind === "processing") kindOf.set(chargeId, kind)
      },
      incident: ({ incidentId, kind, state, loanId }) => {
        if (loanId === null || (kind !== "loss" && kind !== "theft") || state === "dismissed" || state === "found")
          return
        const other = lossOf.get(loanId)
        if (other === undefined) lossOf.set(loanId, incidentId)
        else report("I22", [loanId, other, incidentId], "a loan is lost twice")
      },
      chargeIncident: ({ chargeId, incidentId }) => {
        const kind = kindOf.get(chargeId)
        if (kind === undefined) return
        const name = `${kind} ${incidentId}`
        const other = chargeOf.get(name)
        if (other === undefined) chargeOf.set(name, chargeId)
        else report("I22", [incidentId, other, chargeId], `a loss is charged its ${kind} twice`)
      }
    }
  }
}
