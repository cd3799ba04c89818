import { decideBook } from "../bookings/book.ts"
import { bookLookup } from "../bookings/bookCommand.ts"
import { command } from "./command.ts"

export const bookShape = {
  name: "book",
  idCount: 1,
  lookup: bookLookup,
  decide: decideBook
} as const

/** Carries out `book`. */
export const book = command(bookShape)
