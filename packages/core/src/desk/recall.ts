import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { decideRecall, recallLookup } from "../loans/recallCommand.ts"
import { command } from "./command.ts"

export const recallShape = { name: "recall", idCount: notLateIds, lookup: recallLookup, decide: decideRecall } as const

/** Carries out `recall`. */
export const recall = command(recallShape)
