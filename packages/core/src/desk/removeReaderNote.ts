import { decideRemoveNote, removeNoteLookup } from "../readers/notes.ts"
import { command } from "./command.ts"

export const removeReaderNoteShape = {
  name: "removeReaderNote",
  idCount: 0,
  lookup: removeNoteLookup,
  decide: decideRemoveNote
} as const

/** Carries out `removeReaderNote`. */
export const removeReaderNote = command(removeReaderNoteShape)
