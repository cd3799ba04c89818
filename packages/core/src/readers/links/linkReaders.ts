import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card } from "../model.ts"
import { holds, LinkId, LinkKind } from "./model.ts"

/** Let one reader stand for another: as guarantor for what they owe, or as proxy who may borrow for them. */
export const LinkReaders = Schema.Struct({
  card: Card,
  /** A card of who stands for them. */
  other: Card,
  kind: LinkKind,
  /** Without it, until it is ended. */
  endsAt: Schema.optionalKey(InstantInput),
  at: InstantInput
})
export type LinkReaders = typeof LinkReaders.Type

export interface LinkReceipt {
  readonly linkId: LinkId
}

export const linkReadersLookup = ({ card, other }: Pick<LinkReaders, "card" | "other">) =>
  ({ reader: { card }, otherReader: { other }, linksOfReader: { card } }) satisfies Lookup
export type LinkReadersFacts = Found<ReturnType<typeof linkReadersLookup>>

/** Refuses cards that nobody has, a reader who would stand for themselves, and what holds already. A link that has ended gives way. */
export const decideLinkReaders = (
  { reader, otherReader, linksOfReader }: LinkReadersFacts,
  { card, other, kind, endsAt, at }: LinkReaders,
  { place, ids }: DecisionContext
): Result.Result<Decision<LinkReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (otherReader === null) return refused([{ _tag: "ReaderUnknown", reader: other }])
  const { readerId } = reader.reader
  const otherId = otherReader.reader.readerId
  if (readerId === otherId) return refused([{ _tag: "SameReader" }])
  const known = linksOfReader.find(({ link }) => link.otherId === otherId && link.kind === kind)
  if (known !== undefined && holds(known.link, at)) return refused([{ _tag: "LinkTaken", link: known.link.linkId }])
  const linkId = LinkId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("reader", otherReader.reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: [kind] })
  if (known !== undefined) work.cut("readerLink", known.link.linkId)
  work.insert("readerLink", { linkId, readerId, otherId, kind, since: at, endsAt: endsAt ?? null })
  return Result.succeed(work.decide({ linkId }))
}
