import type { Invalid } from "../decision/invalid.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CheckOutReceipt } from "../loans/checkOut.ts"
import type { Desk } from "./desk.ts"
import type { CommandInput } from "./deskCommands.ts"

export interface CheckOutMany extends Omit<CommandInput<"checkOut">, "item"> {
  /** Barcodes, at most 200, in the order in which they are lent. One that comes twice is lent once. */
  readonly items: ReadonlyArray<string>
  /** A repeat with the same key lends what was not lent yet and gives the first receipts of the rest. */
  readonly key: string
}

export type LentOrNot =
  | { readonly item: string; readonly ok: true; readonly receipt: CheckOutReceipt; readonly repeated: boolean }
  | { readonly item: string; readonly ok: false; readonly refusals: Refusals }
  | { readonly item: string; readonly ok: false; readonly invalid: ReadonlyArray<Invalid> }

/** One receipt for all that a reader carried to the desk. */
export interface CheckOutManyReceipt {
  readonly loans: ReadonlyArray<LentOrNot>
  readonly lent: number
  readonly refused: number
  /** The first of the due instants; `null`: nothing was lent. */
  readonly firstDueAt: number | null
  /** What all loans together cost, in minor units. */
  readonly cost: number
}

export const checkOutManyMax = 200

/**
 * Lends several items to one reader, each by itself, one after the other, so that each counts for the limits of the next.
 * What cannot be lent says why and holds up no other. Faults are thrown as by `checkOut`: what was lent before stays lent,
 * and the same key goes on.
 */
export const checkOutMany = async (
  desk: Desk,
  { items, key, ...terms }: CheckOutMany
): Promise<CheckOutManyReceipt> => {
  const loans: Array<LentOrNot> = []
  for (const item of new Set(items)) {
    const answer = await desk.checkOut({ ...terms, item, key: `${key}#${item}` })
    loans.push({ item, ...answer })
  }
  const receipts = loans.flatMap((loan) => (loan.ok ? [loan.receipt] : []))
  return {
    loans,
    lent: receipts.length,
    refused: loans.length - receipts.length,
    firstDueAt: receipts.reduce<number | null>((first, { dueAt }) => Math.min(first ?? dueAt, dueAt), null),
    cost: receipts.reduce((sum, { charges }) => sum + charges.reduce((all, { amount }) => all + amount, 0), 0)
  }
}
