import { decideLinkReaders, linkReadersLookup } from "../readers/links/linkReaders.ts"
import { command } from "./command.ts"

export const linkReadersShape = {
  name: "linkReaders",
  idCount: 1,
  lookup: linkReadersLookup,
  decide: decideLinkReaders
} as const

/** Carries out `linkReaders`. */
export const linkReaders = command(linkReadersShape)
