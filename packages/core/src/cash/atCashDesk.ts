import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { FactSlots } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { unknownContext } from "../policy/index.ts"
import type { AtSession } from "./event.ts"
import type { CashDeskId, CashDeskRow } from "./model.ts"

/** A command that takes or gives money, maybe at a cash desk. */
export interface AtDesk {
  readonly cashDesk?: CashDeskId
  readonly method: string
}

/** What such a command asks for beyond its own. */
export const cashDeskAsked = (cashDesk: CashDeskId | undefined): { readonly cashDesk?: FactSlots["cashDesk"]["by"] } =>
  cashDesk === undefined ? {} : { cashDesk: { cashDesk } }

export interface CashDeskFound {
  readonly cashDesk?: CashDeskRow | null
}

/**
 * What stands in the way of money at this desk; `null`: nothing. Refuses a desk that is unknown, closed or another branch's,
 * and none where `cashDeskFor` names the method.
 */
export const cashDeskBars = (
  { cashDesk: row }: CashDeskFound,
  { cashDesk, method }: AtDesk,
  { place, policy }: DecisionContext
): Refusal | null => {
  if (cashDesk !== undefined) return deskBars(row ?? null, cashDesk, place.branch)
  if (policy === null) return null
  const needed = consult(policy, { ...unknownContext, branch: place.branch }).optional("cashDeskFor", none)
  return needed.includes(method) ? { _tag: "CashDeskNeeded", method } : null
}

const none: ReadonlyArray<string> = []

/** Why nothing can be done at this desk. */
export const deskBars = (row: CashDeskRow | null, cashDesk: string, branch: string): Refusal | null => {
  if (row === null) return { _tag: "CashDeskUnknown", cashDesk }
  if (row.branch !== branch) return { _tag: "CashDeskElsewhere", branch: row.branch }
  return row.state === "open" ? null : { _tag: "CashDeskClosed", cashDesk }
}

/** The session that an event is of. The decision rests on the desk: it must not be closed meanwhile. */
export const atSession = (work: Draft, { cashDesk: row }: CashDeskFound): { readonly cash?: AtSession } => {
  if (row === undefined || row === null) return {}
  work.restOn("cashDesk", row)
  return { cash: { cashDeskId: row.cashDeskId, session: row.session } }
}
