import { lengthMs } from "../../accounts/lateness/lateUnit.ts"
import type { Consultation } from "../../decision/consult.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { LinkedDebts } from "../links/linkedDebts.ts"
import type { BlockAction, OverdueLoan } from "./model.ts"

/** What is counted of a reader, besides membership and debts. */
export interface Counted extends LinkedDebts {
  /** Open loans; `null`: not asked for. */
  readonly loansOut: number | null
  /** Open loans past their due instant, the one due first first: at least as many as `overdueNeeded` says. */
  readonly overdue: ReadonlyArray<OverdueLoan>
  /** What is still owed of compensation for losses and damage; `null`: not asked for. */
  readonly compensationDebt: number | null
}

const dayMs = 86_400_000

type Measure = (counted: Counted, at: number, asked: Consultation) => number | null

const lateBeyondGrace = ({ overdue }: Counted, at: number, asked: Consultation): ReadonlyArray<OverdueLoan> => {
  const graceMs = lengthMs(asked.optional("overdueGrace", { days: 0 }))
  return overdue.filter(({ dueAt }) => dueAt + graceMs < at)
}
const mostDays = (loans: ReadonlyArray<OverdueLoan>, at: number): number =>
  loans.reduce((most, { dueAt }) => Math.max(most, Math.floor((at - dueAt) / dayMs)), 0)
const recalled = ({ recalledAt }: OverdueLoan): boolean => recalledAt !== null
const awaited = ({ waitingCount }: OverdueLoan): boolean => waitingCount > 0

/**
 * What may block a reader by itself. Each has a maximum, `<name>Max`, and the actions that it blocks, `<name>Blocks`.
 * A reader is blocked above the maximum; for `loansOut`, which looks at the next loan, from the maximum on. A loan within
 * grace is not overdue; days are whole ones of 24 hours since the due instant, grace included.
 */
const conditions = {
  loansOut: { reached: true, measure: ({ loansOut }) => loansOut },
  overdueLoans: { reached: false, measure: (...of) => lateBeyondGrace(...of).length },
  overdueDays: { reached: false, measure: (...of) => mostDays(lateBeyondGrace(...of), of[1]) },
  awaitedOverdue: { reached: false, measure: (...of) => lateBeyondGrace(...of).filter(awaited).length },
  awaitedOverdueDays: { reached: false, measure: (...of) => mostDays(lateBeyondGrace(...of).filter(awaited), of[1]) },
  recalledOverdue: { reached: false, measure: (...of) => lateBeyondGrace(...of).filter(recalled).length },
  recalledOverdueDays: { reached: false, measure: (...of) => mostDays(lateBeyondGrace(...of).filter(recalled), of[1]) },
  compensationDebt: { reached: false, measure: ({ compensationDebt }) => compensationDebt },
  guarantorDebt: { reached: false, measure: ({ guarantorDebt }) => guarantorDebt },
  guaranteesDebt: { reached: false, measure: ({ guaranteesDebt }) => guaranteesDebt },
  lostItems: {
    reached: false,
    measure: ({ overdue }, at, asked) => {
      const days = asked.required("lostAfterDays")
      return days === undefined ? null : overdue.filter(({ dueAt }) => at - dueAt >= days * dayMs).length
    }
  }
} as const satisfies Record<string, { readonly reached: boolean; readonly measure: Measure }>

export type BlockingCondition = keyof typeof conditions

/** What a condition counts of the reader; `null`: it was not asked for, or the policy does not say how to count it. */
export const measured = (
  condition: BlockingCondition,
  counted: Counted,
  at: number,
  asked: Consultation
): number | null => (conditions[condition].measure as Measure)(counted, at, asked)

/** Each with the names of its settings, made once: this is asked for every loan. */
const blockingConditions = (Object.keys(conditions) as ReadonlyArray<BlockingCondition>).map((condition) => ({
  condition,
  max: `${condition}Max` as const,
  blocks: `${condition}Blocks` as const
}))

/** Every condition that stands in the way of this action. A maximum that no row sets blocks nobody. */
export const conditionsAgainst = (
  action: BlockAction,
  counted: Counted,
  at: number,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  for (const { condition, max, blocks } of blockingConditions) {
    const valueMax = asked.optional(max, "unlimited")
    if (valueMax === "unlimited") continue
    const blocked: ReadonlyArray<BlockAction> = asked.optional(blocks, byDefault(condition))
    if (!blocked.includes(action)) continue
    const value = measured(condition, counted, at, asked)
    if (value === null || value < valueMax || (value === valueMax && !conditions[condition].reached)) continue
    refusals.push({ _tag: "ReaderOverLimit", condition, value, valueMax })
  }
  return refusals
}

const byDefault = (condition: BlockingCondition): ReadonlyArray<BlockAction> =>
  condition === "loansOut" ? ["borrow"] : ["borrow", "renew", "reserve"]
