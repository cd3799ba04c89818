import { EntryId } from "./model.ts"

/** The nth two of a list of fresh ids: for what is adjusted of a charge, and for what of it is given back. */
export const entryPair = (ids: ReadonlyArray<string>, nth: number): readonly [EntryId, EntryId] => [
  EntryId.make(ids[2 * nth] as string),
  EntryId.make(ids[2 * nth + 1] as string)
]
