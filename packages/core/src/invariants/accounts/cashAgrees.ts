import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"
import { textHash } from "../textHash.ts"

/**
 * I17, I18: the lines of a cash desk that belong to accounts are the money that events say was taken and given there, and
 * those of a session that was closed sum up to what was counted. Keeps a number and a sum for each desk, and the sums of
 * each session by method.
 */
export const cashAgrees: MakeCheck = (report) => {
  const stored = new Map<string, number>()
  const told = new Map<string, number>()
  const sums = new Map<string, number>()
  const sessions = new Map<string, Set<string>>()
  const note = (digests: Map<string, number>, cashDeskId: string, line: ReadonlyArray<unknown>): void => {
    digests.set(cashDeskId, ((digests.get(cashDeskId) ?? 0) + textHash(JSON.stringify(line)) + 1) >>> 0)
  }
  return {
    rows: {
      cashDesk: ({ cashDeskId, state, closedAt }) => {
        if ((state === "open") !== (closedAt === null))
          report("I17", [cashDeskId], "a cash desk is neither open nor closed")
      },
      cashEntry: ({ cashEntryId, cashDeskId, session, kind, method, amount, entryId }) => {
        if (entryId !== null) note(stored, cashDeskId, [entryId, session, method, amount])
        if ((entryId !== null) !== (kind === "payment" || kind === "payout"))
          report("I17", [cashEntryId], `a ${kind} of a cash desk that ${entryId === null ? "is no" : "is a"} reader's`)
        const name = sessionName(cashDeskId, session)
        const key = JSON.stringify([name, method])
        sums.set(key, (sums.get(key) ?? 0) + amount)
        const methods = sessions.get(name)
        if (methods === undefined) sessions.set(name, new Set([method]))
        else methods.add(method)
      },
      event: (event) => {
        const facts = eventFacts(event)
        if (facts === null) return
        if (event.tag === "CashDeskClosed") {
          const name = sessionName(String(facts.cashDeskId), Number(facts.session))
          const counted = new Map<string, number>()
          for (const { method, amount } of facts.counted as ReadonlyArray<{ method: string; amount: number }>)
            counted.set(method, (counted.get(method) ?? 0) + amount)
          for (const method of new Set([...counted.keys(), ...(sessions.get(name) ?? [])])) {
            const sum = sums.get(JSON.stringify([name, method])) ?? 0
            if (sum !== (counted.get(method) ?? 0))
              report("I17", [name], `${counted.get(method) ?? 0} was counted of ${method}, but its lines make ${sum}`)
          }
          return
        }
        const cash = facts.cash as { readonly cashDeskId: string; readonly session: number } | undefined
        if (cash === undefined) return
        const taken = event.tag === "PaymentReceived" ? 1 : -1
        const method = facts.method ?? (cash as { readonly method?: string }).method
        const line = [facts.payoutId ?? facts.entryId, cash.session, method, taken * Number(facts.amount)]
        note(told, cash.cashDeskId, line)
      }
    },
    end: () => {
      for (const cashDeskId of new Set([...stored.keys(), ...told.keys()])) {
        if ((stored.get(cashDeskId) ?? 0) !== (told.get(cashDeskId) ?? 0))
          report("I18", [cashDeskId], "a cash desk's lines are not the money that its readers paid and were paid there")
      }
    }
  }
}

const sessionName = (cashDeskId: string, session: number): string => `${cashDeskId} ${session}`
