import { changeReaderLookup, decideChangeReader } from "../readers/changeReader.ts"
import { command } from "./command.ts"

export const changeReaderShape = {
  name: "changeReader",
  idCount: 0,
  lookup: changeReaderLookup,
  decide: decideChangeReader
} as const

/** Carries out `changeReader`. */
export const changeReader = command(changeReaderShape)
