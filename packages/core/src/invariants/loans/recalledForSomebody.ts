import { broughtBack } from "../../reservations/broughtBack.ts"
import type { Copy, TargetColumns } from "../../reservations/target.ts"
import type { MakeCheck } from "../check.ts"

interface Recalled {
  readonly titleId: string
  /** `null`: no item says that it is the one on loan. */
  readonly copy: Copy | null
}
type Waiting = TargetColumns & { count: number }

/**
 * Recalls: each loan that is recalled for a reservation has one of its own, a live one of its title that recalls, is not
 * suspended and is for such a copy. Keeps the copies on loan, these loans and those reservations.
 *
 * What is not asked of it: that it still waits, as the loan may stay recalled until the reservation ends, also where another copy
 * lies ready for it; that the policy lets its reader have this copy, as both may change meanwhile and the loan stays as it was;
 * that it is somebody else's than the loan, as who waits is counted without names when another recall ends. A loan that was
 * claimed returned or lost since keeps its dates, and has none.
 */
export const recalledForSomebody: MakeCheck = (report) => {
  const copies = new Map<string, Copy>()
  const recalled = new Map<string, Recalled>()
  const recalling = new Map<string, Map<string, Waiting>>()
  return {
    rows: {
      item: ({ itemId, volume, type, loanId }) => {
        if (loanId !== null) copies.set(loanId, { itemId, volume, type })
      },
      loan: ({ loanId, titleId, state, recalledBy }) => {
        if (state === "onLoan" && recalledBy === "reservation")
          recalled.set(loanId, { titleId, copy: copies.get(loanId) ?? null })
      },
      reservation: ({ titleId, kind, suspended, endedAt, itemId, volume, itemType }) => {
        if (endedAt !== null || kind !== "recall" || suspended === 1) return
        const ofTitle = recalling.get(titleId) ?? new Map<string, Waiting>()
        recalling.set(titleId, ofTitle)
        const target = JSON.stringify([itemId, volume, itemType])
        const alike = ofTitle.get(target)
        if (alike === undefined) ofTitle.set(target, { itemId, volume, itemType, count: 1 })
        else alike.count++
      }
    },
    history: ({ table, id, events }) => {
      if (table !== "loan" || !recalled.has(id)) return
      const recall = events.findLastIndex(({ tag }) => tag === "LoanRecalled")
      if (events.slice(recall).some(({ tag }) => tag === "LoanTakenUpAgain")) recalled.delete(id)
    },
    end: () => {
      const back = new Map([...recalling].map(([titleId, waiting]) => [titleId, broughtBack([...waiting.values()])]))
      for (const [loanId, { titleId, copy }] of recalled)
        if (copy === null || back.get(titleId)?.give(copy) !== true)
          report("recalls", [loanId, titleId], "a loan is recalled for a reservation, and none is left that it suits")
    }
  }
}
