import type { Draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Card, ReaderRow } from "../model.ts"

/** Everything that is kept of a person beside loans, reservations and money. */
export const personLookup = ({ card }: { readonly card: Card }) =>
  ({
    reader: { card },
    cardsAlike: { card },
    lostCardsOfReader: { card },
    blocksOfReader: { card },
    notesOfReader: { card },
    linksOfReader: { card },
    linksToReader: { card }
  }) satisfies Lookup
type PersonFacts = Found<ReturnType<typeof personLookup>>

const noDays = { lentDay: null, lentDayCount: 0, reservedDay: null, reservedDayCount: 0 }

/** What is left of the reader names nobody. The decision rests on the reader already. */
export const forget = (work: Draft, reader: ReaderRow, facts: PersonFacts): void => {
  const empty = { name: "", bornOn: null, expiresAt: null, historyConsentAt: null, ...noDays }
  work.replace("reader", { ...reader, ...empty, status: "removed" })
  for (const card of facts.cardsAlike) work.cut("card", card)
  for (const { card } of facts.lostCardsOfReader) work.cut("lostCard", card)
  for (const { blockId } of facts.blocksOfReader) work.cut("readerBlock", blockId)
  for (const { noteId } of facts.notesOfReader) work.cut("readerNote", noteId)
  for (const { link } of [...facts.linksOfReader, ...facts.linksToReader]) work.cut("readerLink", link.linkId)
}
