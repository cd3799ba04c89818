import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Card } from "./model.ts"
import { NoteId } from "./noteModel.ts"

/** Leave a note that the desk sees when it serves the reader. */
export const AddReaderNote = Schema.Struct({ card: Card, text: trimmedText(1, 2_000), at: InstantInput })
export type AddReaderNote = typeof AddReaderNote.Type

export interface NoteReceipt {
  readonly noteId: NoteId
}

export const addNoteLookup = ({ card }: Pick<AddReaderNote, "card">) => ({ reader: { card } }) satisfies Lookup
export type AddNoteFacts = Found<ReturnType<typeof addNoteLookup>>

/** Refuses a card that nobody has. */
export const decideAddNote = (
  { reader }: AddNoteFacts,
  { card, text, at }: AddReaderNote,
  { place, ids }: DecisionContext
): Result.Result<Decision<NoteReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const { readerId } = reader.reader
  const noteId = NoteId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: ["note"] })
  work.insert("readerNote", { noteId, readerId, text, placedAt: at })
  return Result.succeed(work.decide({ noteId }))
}

/** Take a note away. */
export const RemoveReaderNote = Schema.Struct({ card: Card, note: NoteId, at: InstantInput })
export type RemoveReaderNote = typeof RemoveReaderNote.Type

export const removeNoteLookup = ({ card }: Pick<RemoveReaderNote, "card">) =>
  ({ reader: { card }, notesOfReader: { card } }) satisfies Lookup
export type RemoveNoteFacts = Found<ReturnType<typeof removeNoteLookup>>

/** Refuses a card that nobody has, and a note that is not this reader's. */
export const decideRemoveNote = (
  { reader, notesOfReader }: RemoveNoteFacts,
  { card, note, at }: RemoveReaderNote,
  { place }: DecisionContext
): Result.Result<Decision<NoteReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (!notesOfReader.some(({ noteId }) => noteId === note)) return refused([{ _tag: "NoteUnknown", note }])
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.emit({ _tag: "ReaderChanged", readerId: reader.reader.readerId, at, changed: ["note"] })
  work.cut("readerNote", note)
  return Result.succeed(work.decide({ noteId: note }))
}
