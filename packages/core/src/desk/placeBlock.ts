import { decidePlaceBlock, placeBlockLookup } from "../readers/blocks/placeBlock.ts"
import { command } from "./command.ts"

export const placeBlockShape = {
  name: "placeBlock",
  idCount: 1,
  lookup: placeBlockLookup,
  decide: decidePlaceBlock
} as const

/** Carries out `placeBlock`. */
export const placeBlock = command(placeBlockShape)
