import { addNoteLookup, decideAddNote } from "../readers/notes.ts"
import { command } from "./command.ts"

export const addReaderNoteShape = {
  name: "addReaderNote",
  idCount: 1,
  lookup: addNoteLookup,
  decide: decideAddNote
} as const

/** Carries out `addReaderNote`. */
export const addReaderNote = command(addReaderNoteShape)
