import { amountMaximum, wholeNumber, yesOrNo } from "./leaves.ts"

/** What a row may say of disputed charges, and of how much staff may forgive by themselves. */
export const disputeSettings = {
  appealWithinDays: { schema: wholeNumber("days", 1, 3_660), unit: "days" },
  appealDecisionDays: { schema: wholeNumber("days", 1, 3_660), unit: "days" },
  appealBlocks: { schema: yesOrNo, unit: "yes or no" },
  waiverMax: { schema: amountMaximum, unit: "money" },
  waiverPeriodDays: { schema: wholeNumber("days", 1, 3_660), unit: "days" }
} as const
