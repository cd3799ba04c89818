import type { MakeCheck } from "../check.ts"

/** I17: an account's balance is the sum of its entries. Keeps a sum for each account with entries. */
export const balanceIsSum: MakeCheck = (report) => {
  const sums = new Map<string, number>()
  return {
    rows: {
      entry: ({ accountId, amount }) => {
        sums.set(accountId, (sums.get(accountId) ?? 0) + amount)
      },
      account: ({ accountId, balance }) => {
        const sum = sums.get(accountId) ?? 0
        sums.delete(accountId)
        if (balance !== sum) report("I17", [accountId], `a balance is ${balance}, but its entries make ${sum}`)
      }
    },
    end: () => {
      for (const accountId of sums.keys())
        report("I17", [accountId], "there are entries of an account that is not there")
    }
  }
}
