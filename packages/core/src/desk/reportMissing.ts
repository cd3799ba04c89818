import { decideReportMissing, reportMissingLookup } from "../incidents/losses/reportMissing.ts"
import { command } from "./command.ts"

export const reportMissingShape = {
  name: "reportMissing",
  idCount: 1,
  lookup: reportMissingLookup,
  decide: decideReportMissing
} as const

/** Carries out `reportMissing`. */
export const reportMissing = command(reportMissingShape)
