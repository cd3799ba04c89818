import { decideReportLostCard, reportLostCardLookup } from "../readers/reportLostCard.ts"
import { command } from "./command.ts"

export const reportLostCardShape = {
  name: "reportLostCard",
  idCount: 1,
  lookup: reportLostCardLookup,
  decide: decideReportLostCard
} as const

/** Carries out `reportLostCard`. */
export const reportLostCard = command(reportLostCardShape)
