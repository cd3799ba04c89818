import { lentStatuses } from "../../catalogue/model.ts"
import type { InterloanWithCopy, Page } from "../../decision/facts.ts"
import type { CommandName } from "../../decision/permission.ts"
import { lostStatuses } from "../../incidents/foundAgain.ts"
import type { InterloanRow } from "../../interlending/model.ts"
import { ownActs } from "../../interlending/transitions.ts"
import type { Library } from "../openLibrary.ts"

/** A loan between systems that is not over here, and what can be done next. */
export interface OpenInterloan extends InterloanWithCopy {
  readonly next: ReadonlyArray<InterloanCommand>
}

export type InterloanCommand = Extract<
  CommandName,
  "cancelInterloan" | "borrowIn" | "sendBack" | "lendOut" | "declineInterloan" | "completeInterloan"
>

interface Asked {
  readonly tenant: string
  readonly side: InterloanRow["side"]
  readonly after: string | null
  /** At most this many, 1 to 1,000. */
  readonly limit: number
}

/** What one side lends, or borrows, and has not done with: the one asked for first first. */
export const openInterloans = async (library: Library, { tenant, ...by }: Asked): Promise<Page<OpenInterloan>> => {
  const { openInterloans: found } = await library.read(tenant, { openInterloans: by })
  return { rows: found.rows.map((row) => ({ ...row, next: nextOf(row) })), next: found.next }
}

const nextOf = ({ interloan, copy }: InterloanWithCopy): ReadonlyArray<InterloanCommand> => {
  const acts = ownActs[interloan.state]
  if (interloan.side === "lender") {
    if (acts.shipped !== null) return ["lendOut", "declineInterloan"]
    return acts.completed !== null &&
      copy !== null &&
      (isOver({ interloan, copy }) || lostStatuses.includes(copy.status))
      ? ["completeInterloan"]
      : []
  }
  if (acts.cancelled !== null) return ["cancelInterloan"]
  if (acts.received !== null) return ["borrowIn"]
  return acts.sentBack !== null && copy !== null && !lentStatuses.includes(copy.status) ? ["sendBack"] : []
}

/** Whether the loan of the lender's copy is over: it came home, or its loss is settled. */
export const isOver = ({ interloan, copy }: InterloanWithCopy): boolean =>
  copy !== null && copy.loanId !== interloan.loanId
