import { confirmLookup, decideConfirm } from "../readers/confirmReader.ts"
import { command } from "./command.ts"

export const confirmReaderShape = {
  name: "confirmReader",
  idCount: 2,
  lookup: confirmLookup,
  decide: decideConfirm
} as const

/** Carries out `confirmReader`. */
export const confirmReader = command(confirmReaderShape)
