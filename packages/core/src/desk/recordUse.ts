import { decideRecordUse, recordUseLookup } from "../catalogue/recordUse.ts"
import { command } from "./command.ts"

export const recordUseShape = {
  name: "recordUse",
  idCount: 0,
  lookup: recordUseLookup,
  decide: decideRecordUse
} as const

/** Carries out `recordUse`. */
export const recordUse = command(recordUseShape)
