import type { MakeCheck } from "../check.ts"
import { parsed } from "./eventFacts.ts"

/**
 * No event and no answer kept for a repeat names a reader (by id or card) and an item (by id or barcode) together: only
 * the links do, and those can be cut (I36). Keeps ids, cards and barcodes. A text that is both a card and a barcode is
 * taken for the barcode, which events may name.
 */
export const readerAndItemApart: MakeCheck = (report) => {
  const readers = new Set<string>()
  const items = new Set<string>()
  const look = (name: string, json: string, beside: ReadonlyArray<string>): void => {
    const texts = [...beside, ...textsIn(parsed(json))]
    const reader = texts.find((text) => readers.has(text) && !items.has(text))
    const item = reader === undefined ? undefined : texts.find((text) => items.has(text))
    if (reader !== undefined && item !== undefined)
      report("I36", [name, reader, item], "reader and item stand together")
  }
  return {
    rows: {
      item: ({ itemId, barcode }) => {
        items.add(itemId).add(barcode)
      },
      reader: ({ readerId }) => {
        readers.add(readerId)
      },
      card: ({ card }) => {
        readers.add(card)
      },
      command: ({ keyHash, receipt }) => look(keyHash, receipt, []),
      event: ({ streamId, seq, actor, body }) => look(`${streamId}#${seq}`, body, [withoutPrefix(streamId), actor])
    }
  }
}

/** A reader's stream is named `reader:` and the id. */
const withoutPrefix = (streamId: string): string => streamId.replace(/^reader:/u, "")

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) yield* textsIn(part)
}
