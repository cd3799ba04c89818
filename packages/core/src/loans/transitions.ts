import type { LoanState } from "./model.ts"

/** What happens to a loan. */
export type LoanAct = "renew" | "return" | "claimReturned" | "declareLost" | "takeUpAgain" | "settle"

/**
 * Rows: where a loan is. Columns: what happens to it. `null`: refused. `takeUpAgain`: a claim was not so, or a loss is
 * undone. `settle`: what a loss costs was paid, or a copy was brought.
 */
export const loanTransitions = {
  onLoan: {
    renew: "onLoan",
    return: "closed",
    claimReturned: "claimedReturned",
    declareLost: "lost",
    takeUpAgain: null,
    settle: null
  },
  claimedReturned: {
    renew: null,
    return: "closed",
    claimReturned: null,
    declareLost: "lost",
    takeUpAgain: "onLoan",
    settle: null
  },
  lost: {
    renew: null,
    return: "closed",
    claimReturned: null,
    declareLost: null,
    takeUpAgain: "onLoan",
    settle: "closed"
  },
  closed: { renew: null, return: null, claimReturned: null, declareLost: null, takeUpAgain: null, settle: null }
} as const satisfies Record<LoanState, Record<LoanAct, LoanState | null>>
