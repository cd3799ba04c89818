import { Schema } from "effect"
import { amount, amountMaximum, code, maximum, wholeNumber } from "./leaves.ts"

/** Actions that a condition blocks; an empty list: none. */
export const actions = Schema.Array(Schema.Literals(["borrow", "renew", "reserve"])).annotate({
  expected: 'a list of "borrow", "renew" and "reserve"'
})

const over = Schema.Struct({ over: wholeNumber("units", 0, 1_000_000) })
const overAmount = Schema.Struct({ over: amount })

/** Conditions of the library's own: a reader whom all parts of one hold for is blocked from what it names. */
const blockingRules = Schema.Array(
  Schema.Struct({
    name: code,
    all: Schema.Struct({
      loansOut: Schema.optionalKey(over),
      overdueLoans: Schema.optionalKey(over),
      overdueDays: Schema.optionalKey(over),
      awaitedOverdue: Schema.optionalKey(over),
      awaitedOverdueDays: Schema.optionalKey(over),
      recalledOverdue: Schema.optionalKey(over),
      recalledOverdueDays: Schema.optionalKey(over),
      debt: Schema.optionalKey(overAmount),
      compensationDebt: Schema.optionalKey(overAmount)
    }).check(Schema.makeFilter((all: object) => Object.keys(all).length > 0, { expected: "at least one condition" })),
    blocks: actions
  })
)
  .check(Schema.isMaxLength(20))
  .annotate({
    expected:
      'a list of {"name": code, "all": {"overdueLoans": {"over": 1}, "debt": {"over": "5.00"}}, "blocks": ["borrow"]}'
  })

/** What a row may say of what blocks a reader by itself, and from which actions. */
export const blockSettings = {
  loansOutMax: {
    schema: maximum("loans"),
    unit: "loans"
  },
  loansOutBlocks: { schema: actions, unit: "choice" },
  overdueLoansMax: { schema: maximum("loans"), unit: "loans" },
  overdueLoansBlocks: { schema: actions, unit: "choice" },
  awaitedOverdueMax: {
    schema: maximum("loans"),
    unit: "loans"
  },
  awaitedOverdueBlocks: { schema: actions, unit: "choice" },
  lostItemsMax: {
    schema: maximum("items"),
    unit: "items"
  },
  lostItemsBlocks: { schema: actions, unit: "choice" },
  overdueDaysMax: { schema: maximum("days"), unit: "days" },
  overdueDaysBlocks: { schema: actions, unit: "choice" },
  awaitedOverdueDaysMax: {
    schema: maximum("days"),
    unit: "days"
  },
  awaitedOverdueDaysBlocks: { schema: actions, unit: "choice" },
  recalledOverdueMax: { schema: maximum("loans"), unit: "loans" },
  recalledOverdueBlocks: { schema: actions, unit: "choice" },
  recalledOverdueDaysMax: { schema: maximum("days"), unit: "days" },
  recalledOverdueDaysBlocks: { schema: actions, unit: "choice" },
  compensationDebtMax: { schema: amountMaximum, unit: "money" },
  compensationDebtBlocks: { schema: actions, unit: "choice" },
  guarantorDebtMax: { schema: amountMaximum, unit: "money" },
  guarantorDebtBlocks: { schema: actions, unit: "choice" },
  guaranteesDebtMax: { schema: amountMaximum, unit: "money" },
  guaranteesDebtBlocks: { schema: actions, unit: "choice" },
  blocksWhen: { schema: blockingRules, unit: "rules" },
  lostAfterDays: {
    schema: wholeNumber("days", 1, 3_660),
    unit: "days"
  },
  debtBlocks: { schema: actions, unit: "choice" },
  expiryBlocks: { schema: actions, unit: "choice" }
} as const
