import { decideMerge, mergeIdCount, mergeLookup } from "../readers/mergeReaders.ts"
import { command } from "./command.ts"

export const mergeReadersShape = {
  name: "mergeReaders",
  idCount: mergeIdCount,
  lookup: mergeLookup,
  decide: decideMerge
} as const

/** Carries out `mergeReaders`. */
export const mergeReaders = command(mergeReadersShape)
