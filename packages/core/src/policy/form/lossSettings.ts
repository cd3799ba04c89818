import { Schema } from "effect"
import { borneBy } from "./borneBy.ts"
import { lengthOfTime, wholeNumber, yesOrNo } from "./leaves.ts"

const after = Schema.Union([lengthOfTime, Schema.Literal("never")]).annotate({
  expected: 'a length of time, as {"days": 28}, in minutes, hours, days, weeks or months, or "never"'
})

/** What a row may say of when an item is lost, when a loss is charged, and what becomes of its loan. */
export const lossSettings = {
  lostAfter: { schema: after, unit: "period" },
  lostAfterReminders: { schema: wholeNumber("reminders", 1, 20), unit: "reminders" },
  billAgedAfter: { schema: after, unit: "period" },
  billDeclaredAfter: { schema: after, unit: "period" },
  lossCost: { schema: Schema.Literals(["reckoned", "actual", "actualIfUnknown"]), unit: "choice" },
  lostPaidEnds: { schema: yesOrNo, unit: "yes or no" },
  borneBy: { schema: borneBy, unit: "choice" },
  returnOfLost: { schema: Schema.Literals(["accepted", "refused"]), unit: "choice" }
} as const
