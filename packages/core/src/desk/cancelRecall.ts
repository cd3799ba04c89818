import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { decideCancelRecall } from "../loans/cancelRecall.ts"
import { recallLookup } from "../loans/recallCommand.ts"
import { command } from "./command.ts"

export const cancelRecallShape = {
  name: "cancelRecall",
  idCount: notLateIds,
  lookup: recallLookup,
  decide: decideCancelRecall
} as const

/** Carries out `cancelRecall`. */
export const cancelRecall = command(cancelRecallShape)
