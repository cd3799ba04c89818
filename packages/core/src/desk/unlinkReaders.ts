import { decideUnlinkReaders, unlinkReadersLookup } from "../readers/links/unlinkReaders.ts"
import { command } from "./command.ts"

export const unlinkReadersShape = {
  name: "unlinkReaders",
  idCount: 0,
  lookup: unlinkReadersLookup,
  decide: decideUnlinkReaders
} as const

/** Carries out `unlinkReaders`. */
export const unlinkReaders = command(unlinkReadersShape)
