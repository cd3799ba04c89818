import type { CashDeskId, MethodSum } from "../../../cash/model.ts"
import type { CashOfEntry } from "../../../decision/facts.ts"
import { Minor } from "../../../money/minor.ts"
import { compareText } from "../../compareText.ts"
import type { TenantStore } from "../tenantStore.ts"

/** What a desk's session sums up to, by method. */
export const cashInDesk = (
  store: TenantStore,
  { cashDesk }: { readonly cashDesk: CashDeskId }
): ReadonlyArray<MethodSum> => {
  const session = store.tables.cashDesk.get(cashDesk)?.session
  const sums = new Map<string, number>()
  for (const line of store.tables.cashEntry.having("cashDeskId", cashDesk)) {
    if (line.session === session) sums.set(line.method, (sums.get(line.method) ?? 0) + line.amount)
  }
  return [...sums]
    .sort(([left], [right]) => compareText(left, right))
    .map(([method, amount]) => ({ method, amount: Minor.make(amount) }))
}

export const cashOfEntry = (store: TenantStore, { entryId }: { readonly entryId: string }): CashOfEntry | null => {
  const cashEntry = store.tables.cashEntry.get(entryId)
  const cashDesk = cashEntry === undefined ? undefined : store.tables.cashDesk.get(cashEntry.cashDeskId)
  return cashEntry === undefined || cashDesk === undefined ? null : { cashEntry, cashDesk }
}
