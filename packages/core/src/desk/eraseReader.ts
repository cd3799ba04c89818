import { decideErase, eraseLookup } from "../readers/privacy/eraseReader.ts"
import { command } from "./command.ts"

export const eraseReaderShape = { name: "eraseReader", idCount: 0, lookup: eraseLookup, decide: decideErase } as const

/** Carries out `eraseReader`. */
export const eraseReader = command(eraseReaderShape)
