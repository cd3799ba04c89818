import { targetOf } from "../../reservations/target.ts"
import type { MakeCheck } from "../check.ts"

/**
 * I13: a reader has at most one live reservation for the same copies of a title, unless the policy that the later one was
 * placed under says how many (`reservationsPerTitleMax`). Keeps the live reservations.
 */
export const oneLiveReservationATarget: MakeCheck = (report) => {
  const targets = new Map<string, string>()
  const holders = new Map<string, string>()
  const pairs: Array<readonly [string, string]> = []
  const permitted = new Set<string>()
  return {
    rows: {
      reservation: (row) => {
        if (row.endedAt === null) targets.set(row.reservationId, JSON.stringify([row.titleId, targetOf(row)]))
      },
      reservationReader: ({ reservationId, readerId }) => {
        const target = targets.get(reservationId)
        if (target === undefined) return
        const name = JSON.stringify([readerId, target])
        const other = holders.get(name)
        if (other === undefined) holders.set(name, reservationId)
        else pairs.push([other, reservationId])
      }
    },
    history: ({ table, id, events: [placed] }) => {
      if (table !== "reservation" || placed === undefined) return
      const { policyRows } = JSON.parse(placed.body) as { readonly policyRows?: Readonly<Record<string, string>> }
      if (policyRows?.reservationsPerTitleMax !== undefined) permitted.add(id)
    },
    end: () => {
      for (const pair of pairs)
        if (!pair.some((id) => permitted.has(id)))
          report("I13", [...pair], "a reader has two live reservations for the same")
    }
  }
}
