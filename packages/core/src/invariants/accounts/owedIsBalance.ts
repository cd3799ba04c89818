import type { MakeCheck } from "../check.ts"

/**
 * I17: what is owed of an account's charges, less what remains of its credits, is its balance; and a credit has no more
 * left than it brought. Keeps a sum for each account with something owed or left.
 */
export const owedIsBalance: MakeCheck = (report) => {
  const owed = new Map<string, number>()
  const add = (accountId: string, amount: number): void => {
    if (amount !== 0) owed.set(accountId, (owed.get(accountId) ?? 0) + amount)
  }
  return {
    rows: {
      charge: ({ accountId, outstanding }) => add(accountId, outstanding),
      credit: ({ creditId, accountId, amount, remaining }) => {
        add(accountId, -remaining)
        if (remaining < 0 || remaining > amount) report("I19", [creditId], `${remaining} is left of ${amount}`)
      },
      account: ({ accountId, balance }) => {
        const sum = owed.get(accountId) ?? 0
        if (balance !== sum) report("I17", [accountId], `a balance is ${balance}, but ${sum} is owed and not credited`)
      }
    }
  }
}
