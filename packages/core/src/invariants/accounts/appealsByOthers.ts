import type { MakeCheck } from "../check.ts"

/**
 * I34: a dispute is decided once, by another than who raised the charge; an open one is about a charge of the account that
 * it names. Keeps the open appeals.
 */
export const appealsByOthers: MakeCheck = (report) => {
  const accountOf = new Map<string, string>()
  return {
    rows: {
      charge: ({ chargeId, accountId }) => {
        accountOf.set(chargeId, accountId)
      },
      appeal: ({ appealId, chargeId, accountId, state }) => {
        if (state === "open" && accountOf.get(chargeId) !== accountId)
          report("I34", [appealId, chargeId], "an appeal is about a charge that is not in its account")
      }
    },
    history: ({ table, id, row, events }) => {
      if (table !== "appeal") return
      const decisions = events.filter(({ tag }) => tag === "AppealDecided")
      if (decisions.length > 1) report("I34", [id], "an appeal was decided twice")
      for (const { actor } of decisions)
        if (actor === row?.chargedBy) report("I34", [id], `${actor} decided about a charge of their own`)
    }
  }
}
