import { type ItemStatus, lentStatuses } from "../../catalogue/model.ts"
import type { InterloanWithCopy, Page } from "../../decision/facts.ts"
import type { CommandName } from "../../decision/permission.ts"
import { lostStatuses } from "../../incidents/foundAgain.ts"
import type { InterloanRow } from "../../interlending/model.ts"
import { ownActs } from "../../interlending/transitions.ts"
import type { ReservationState } from "../../reservations/model.ts"
import type { Library } from "../openLibrary.ts"
import { policyInForce } from "../policyInForce.ts"

/** A loan between systems that is not over here, and what can be done next. */
export interface OpenInterloan extends InterloanWithCopy {
  /** The reservation that it was asked for has ended: nobody waits for it by that. */
  readonly unwanted: boolean
  readonly next: ReadonlyArray<InterloanCommand>
  /** At the lender: the card of the reader that stands for the other system, to lend to; `null`: there is none. */
  readonly account: string | null
}

export type InterloanCommand = Extract<
  CommandName,
  "cancelInterloan" | "borrowIn" | "sendBack" | "lendOut" | "declineInterloan" | "completeInterloan"
>

interface Asked {
  readonly tenant: string
  readonly side: InterloanRow["side"]
  readonly at: number
  readonly after: string | null
  /** At most this many, 1 to 1,000. */
  readonly limit: number
}

/** What one side lends, or borrows, and has not done with: the one asked for first first. */
export const openInterloans = async (library: Library, { tenant, at, ...by }: Asked): Promise<Page<OpenInterloan>> => {
  const { openInterloans: found } = await library.read(tenant, { openInterloans: by })
  const partners = by.side === "lender" ? ((await policyInForce(library, tenant, at))?.partners ?? {}) : {}
  const rows = found.rows.map((row) => {
    const account = partners[row.interloan.partner]?.card ?? null
    return { ...row, account, unwanted: isUnwanted(row), next: nextOf(row, account) }
  })
  return { rows, next: found.next }
}

const nextOf = ({ interloan, copy }: InterloanWithCopy, account: string | null): ReadonlyArray<InterloanCommand> => {
  const acts = ownActs[interloan.state]
  if (interloan.side === "lender") {
    if (acts.shipped !== null) return account === null ? ["declineInterloan"] : ["lendOut", "declineInterloan"]
    return acts.completed !== null &&
      copy !== null &&
      (isOver({ interloan, copy }) || lostStatuses.includes(copy.status))
      ? ["completeInterloan"]
      : []
  }
  if (acts.cancelled !== null) return ["cancelInterloan"]
  if (acts.received !== null) return ["borrowIn"]
  return acts.sentBack !== null && copy !== null && !inUse.includes(copy.status) ? ["sendBack"] : []
}

/** A copy that somebody has, or is to have: it is not sent back before that is over. */
const inUse: ReadonlyArray<ItemStatus> = [...lentStatuses, "setAside", "inTransit"]

/** Whether the loan of the lender's copy is over: it came home, or its loss is settled. */
export const isOver = ({ interloan, copy }: Pick<InterloanWithCopy, "interloan" | "copy">): boolean =>
  copy !== null && copy.loanId !== interloan.loanId

/** Whether it was asked for a reservation that has ended before anything came. */
export const isUnwanted = ({ interloan: { side, itemId }, reservation }: InterloanWithCopy): boolean =>
  side === "borrower" && itemId === null && reservation !== null && endedStates.includes(reservation.state)

const endedStates: ReadonlyArray<ReservationState> = ["filled", "cancelled", "expired"]
