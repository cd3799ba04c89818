import { Schema } from "effect"
import { amount, lengthOfTime, yesOrNo } from "./leaves.ts"

/** What a row may say of asking for a loan back before it is due. */
export const recallSettings = {
  recallable: { schema: yesOrNo, unit: "yes or no" },
  recallMinimum: { schema: lengthOfTime, unit: "period" },
  recallReturnWithin: { schema: lengthOfTime, unit: "period" },
  recallExtends: { schema: yesOrNo, unit: "yes or no" },
  recallOverdueWithin: {
    schema: Schema.Union([lengthOfTime, Schema.Literal("keep")]).annotate({
      expected: 'a length of time, as {"days": 7}, in minutes, hours, days, weeks or months, or "keep"'
    }),
    unit: "period"
  },
  recallCancelled: { schema: Schema.Literals(["givesBack", "keeps"]), unit: "choice" },
  recallFee: { schema: amount, unit: "money" },
  renewableWhenRecalled: { schema: yesOrNo, unit: "yes or no" }
} as const
