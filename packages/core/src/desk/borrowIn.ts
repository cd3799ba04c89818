import { borrowInFurther, borrowInLookup, decideBorrowIn } from "../interlending/borrowIn.ts"
import { command } from "./command.ts"

export const borrowInShape = {
  name: "borrowIn",
  idCount: 2,
  lookup: borrowInLookup,
  decide: decideBorrowIn,
  further: borrowInFurther
} as const

/** Carries out `borrowIn`. */
export const borrowIn = command(borrowInShape)
