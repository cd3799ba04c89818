import { decideRenewAll, renewAllIds, renewAllLookup } from "../loans/renewAll.ts"
import { command } from "./command.ts"

export const renewAllShape = {
  name: "renewAll",
  idCount: renewAllIds,
  lookup: renewAllLookup,
  decide: decideRenewAll
} as const

/** Carries out `renewAll`. */
export const renewAll = command(renewAllShape)
