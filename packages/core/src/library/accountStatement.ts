import type { EntryRow } from "../accounts/model.ts"
import type { Page } from "../decision/facts.ts"
import type { Card } from "../readers/model.ts"
import type { Library } from "./openLibrary.ts"
import { tenantOf } from "./tenantOf.ts"

/** What happened on an account in a period. Amounts in minor units; below zero: paid, forgiven or owed to the reader. */
export interface AccountStatement {
  readonly currency: string
  readonly from: number
  readonly to: number
  /** What was owed when the period began; below zero: what the library owed. */
  readonly opening: number
  readonly lines: ReadonlyArray<StatementLine>
  /** What was owed when it ended: the opening balance and every line. */
  readonly closing: number
}

export interface StatementLine extends Omit<EntryRow, "accountId" | "actor"> {
  /** What was owed after this line. */
  readonly balance: number
}

interface Asked {
  readonly tenant: string
  readonly card: Card
  /** The first instant of the period. */
  readonly from: number
  /** The first instant after it. */
  readonly to: number
}

const pageSize = 500

/**
 * Every line of a reader's account from `from` on and before `to`, by instant, with the balances at both ends. Reads the
 * account back from today to `from`, and keeps the period's lines. `null`: nobody has the card. Rejects with `TenantUnknown`.
 */
export const accountStatement = async (
  library: Library,
  { tenant, card, from, to }: Asked
): Promise<AccountStatement | null> => {
  const { currency } = await tenantOf(library, tenant)
  const own: Array<EntryRow> = []
  let closing: number | null = null
  let after: string | null = null
  do {
    const found = await library.read(tenant, { reader: { card }, entriesOfReader: { card, after, limit: pageSize } })
    if (found.reader === null) return null
    const page: Page<EntryRow> = found.entriesOfReader
    closing ??= found.reader.account.balance as number
    for (const entry of page.rows) {
      if (entry.at >= to) closing -= entry.amount
      else if (entry.at >= from) own.push(entry)
    }
    const last = page.rows.at(-1)
    after = last === undefined || last.at < from ? null : page.next
  } while (after !== null)
  const opening = own.reduce((balance, { amount }) => balance - amount, closing)
  let balance = opening
  const lines = own.reverse().map(({ accountId: _, actor: __, ...line }) => {
    balance += line.amount
    return { ...line, balance }
  })
  return { currency, from, to, opening, lines, closing }
}
