import { decideRecordSearch, recordSearchLookup } from "../loans/recordSearch.ts"
import { command } from "./command.ts"

export const recordSearchShape = {
  name: "recordSearch",
  idCount: 0,
  lookup: recordSearchLookup,
  decide: decideRecordSearch
} as const

/** Carries out `recordSearch`. */
export const recordSearch = command(recordSearchShape)
