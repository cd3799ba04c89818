import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card } from "../model.ts"
import type { LinkReceipt } from "./linkReaders.ts"
import { LinkId } from "./model.ts"

/** Another reader stands for this one no longer. */
export const UnlinkReaders = Schema.Struct({ card: Card, link: LinkId, at: InstantInput })
export type UnlinkReaders = typeof UnlinkReaders.Type

export const unlinkReadersLookup = ({ card }: Pick<UnlinkReaders, "card">) =>
  ({ reader: { card }, linksOfReader: { card } }) satisfies Lookup
export type UnlinkReadersFacts = Found<ReturnType<typeof unlinkReadersLookup>>

/** Refuses a card that nobody has, and a link that is not this reader's. */
export const decideUnlinkReaders = (
  { reader, linksOfReader }: UnlinkReadersFacts,
  { card, link, at }: UnlinkReaders,
  { place }: DecisionContext
): Result.Result<Decision<LinkReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const known = linksOfReader.find((one) => one.link.linkId === link)
  if (known === undefined) return refused([{ _tag: "LinkUnknown", link }])
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.emit({ _tag: "ReaderChanged", readerId: reader.reader.readerId, at, changed: [known.link.kind] })
  work.cut("readerLink", link)
  return Result.succeed(work.decide({ linkId: link }))
}
