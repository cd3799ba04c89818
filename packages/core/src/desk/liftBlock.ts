import { decideLiftBlock, liftBlockLookup } from "../readers/blocks/liftBlock.ts"
import { command } from "./command.ts"

export const liftBlockShape = {
  name: "liftBlock",
  idCount: 0,
  lookup: liftBlockLookup,
  decide: decideLiftBlock
} as const

/** Carries out `liftBlock`. */
export const liftBlock = command(liftBlockShape)
