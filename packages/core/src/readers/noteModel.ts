import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { id } from "../decision/code.ts"
import type { ReaderId } from "./model.ts"

export const NoteId = id.pipe(Schema.brand("NoteId"))
export type NoteId = typeof NoteId.Type

/** What staff wrote of a reader for whoever serves them next. Never in an event; readers see it in the copy of their own data alone. */
export interface ReaderNoteRow {
  readonly noteId: NoteId
  readonly readerId: ReaderId
  readonly text: string
  readonly placedAt: Instant
}
