import { decideReject, rejectLookup } from "../readers/confirmReader.ts"
import { command } from "./command.ts"

export const rejectReaderShape = {
  name: "rejectReader",
  idCount: 0,
  lookup: rejectLookup,
  decide: decideReject
} as const

/** Carries out `rejectReader`. */
export const rejectReader = command(rejectReaderShape)
