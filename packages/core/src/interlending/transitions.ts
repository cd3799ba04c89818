import type { InterloanState } from "./model.ts"

/** What a side does, or is told that the other side did. */
export type InterloanAct = Exclude<InterloanState, "requested">

type Table = Record<InterloanState, Record<InterloanAct, InterloanState | null>>

const none = {
  shipped: null,
  received: null,
  sentBack: null,
  completed: null,
  completedWithoutReturn: null,
  unfilled: null,
  cancelled: null
} as const satisfies Record<InterloanAct, null>

/** What the borrower told before it heard what the lender had done changes nothing any more. */
const late = (state: InterloanState) => ({ received: state, sentBack: state, cancelled: state })

const over = (state: InterloanState) => ({ ...none, ...late(state) })

const ends = { completed: "completed", completedWithoutReturn: "completedWithoutReturn" } as const

/** What a side does itself. Rows: how far it is. Columns: what is done. `null`: refused. */
export const ownActs = {
  requested: { ...none, shipped: "shipped", unfilled: "unfilled", cancelled: "cancelled" },
  shipped: { ...none, ...ends, received: "received" },
  received: { ...none, ...ends, sentBack: "sentBack" },
  sentBack: { ...none, ...ends },
  completed: none,
  // It came to light at the borrower, or its record there is to be closed.
  completedWithoutReturn: { ...none, sentBack: "completedWithoutReturn" },
  unfilled: none,
  cancelled: none
} as const satisfies Table

/** What the lender makes of what the borrower tells. `null`: too early, to be told again later; the same state: too late. */
export const toldToLender = {
  requested: { ...none, cancelled: "cancelled" },
  shipped: { ...none, received: "received", sentBack: "sentBack", cancelled: "shipped" },
  received: { ...none, received: "received", sentBack: "sentBack", cancelled: "received" },
  sentBack: { ...none, ...late("sentBack") },
  completed: over("completed"),
  completedWithoutReturn: over("completedWithoutReturn"),
  unfilled: over("unfilled"),
  cancelled: over("cancelled")
} as const satisfies Table

/**
 * What the borrower makes of what the lender tells. What was cancelled too late comes all the same. What the borrower has is to
 * be sent back before the loan is completed.
 */
export const toldToBorrower = {
  requested: { ...none, shipped: "shipped", unfilled: "unfilled" },
  shipped: { ...none, ...ends },
  received: { ...none, completedWithoutReturn: "completedWithoutReturn" },
  sentBack: { ...none, ...ends },
  completed: none,
  completedWithoutReturn: none,
  unfilled: none,
  cancelled: { ...none, shipped: "shipped", unfilled: "unfilled" }
} as const satisfies Table
