import { decideRegister, registerLookup } from "../readers/registerReader.ts"
import { command } from "./command.ts"

export const registerReaderShape = {
  name: "registerReader",
  idCount: 3,
  lookup: registerLookup,
  decide: decideRegister
} as const

/** Carries out `registerReader`. */
export const registerReader = command(registerReaderShape)
