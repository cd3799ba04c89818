import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { changeDueLookup, decideChangeDue } from "../loans/changeDueDate.ts"
import { command } from "./command.ts"

export const changeDueDateShape = {
  name: "changeDueDate",
  idCount: notLateIds,
  lookup: changeDueLookup,
  decide: decideChangeDue
} as const

/** Carries out `changeDueDate`. */
export const changeDueDate = command(changeDueDateShape)
