import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { hasCode } from "../policy/declared.ts"
import { Card, type ReaderId, type ReaderRow } from "./model.ts"
import { RegisterReader } from "./registerReader.ts"

const { name, category, homeBranch, bornOn, language } = RegisterReader.fields

/** Change what is known of a reader, add a card or take one back. What is not named stays. */
export const ChangeReader = Schema.Struct({
  card: Card,
  name: Schema.optionalKey(name),
  category: Schema.optionalKey(category),
  homeBranch,
  bornOn,
  language,
  /** `null`: without end. */
  expiresAt: Schema.optionalKey(Schema.NullOr(InstantInput)),
  addCard: Schema.optionalKey(Card),
  removeCard: Schema.optionalKey(Card),
  at: InstantInput
})
export type ChangeReader = typeof ChangeReader.Type

export interface ChangeReaderReceipt {
  readonly readerId: ReaderId
  /** Names of the fields that are different now. */
  readonly changed: ReadonlyArray<string>
}

type ChangeLookup = { readonly [S in "reader" | "cardHolders" | "lostCard"]: FactSlots[S]["by"] }

export const changeReaderLookup = ({
  card,
  addCard = card,
  removeCard = card
}: Pick<ChangeReader, "card" | "addCard" | "removeCard">): ChangeLookup => ({
  reader: { card },
  cardHolders: { cards: [addCard, removeCard] },
  lostCard: { card: addCard }
})
export type ChangeReaderFacts = Found<ChangeLookup>

const fields = ["name", "category", "homeBranch", "bornOn", "language", "expiresAt"] as const

/**
 * Refuses what policy or calendar do not know, a card that is taken or that somebody else lost, and to take back another's
 * card, or the very card that names the reader unless a new one comes in its place.
 */
export const decideChangeReader = (
  facts: ChangeReaderFacts,
  command: ChangeReader,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeReaderReceipt>, Refusals> => {
  const { reader: found, lostCard } = facts
  if (found === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const refusals: Array<Refusal> = []
  const { category, homeBranch } = command
  if (category !== undefined && !hasCode(policy?.document.readerCategories, category))
    refusals.push({ _tag: "ReaderCategoryUnknown", category })
  if (homeBranch !== undefined && calendar?.branch(homeBranch) === undefined)
    refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  refusals.push(...cardsMayChange(found.reader.readerId, command, facts))
  if (refusals.length > 0) return refused(refusals)

  const { reader } = found
  const named = Object.fromEntries(
    fields.flatMap((field) => (command[field] === undefined ? [] : [[field, command[field]]]))
  )
  const next: ReaderRow = { ...reader, ...named }
  const changed: Array<string> = fields.filter((field) => next[field] !== reader[field])
  if (command.addCard !== undefined) changed.push("addCard")
  if (command.removeCard !== undefined) changed.push("removeCard")
  const work = draft(place)
  work.restOn("reader", reader)
  if (changed.length > 0) {
    work.emit({ _tag: "ReaderChanged", readerId: reader.readerId, at: command.at, changed })
    work.replace("reader", next)
  }
  if (command.addCard !== undefined) {
    if (lostCard !== null) work.cut("lostCard", lostCard.card)
    work.insert("card", { card: command.addCard, readerId: reader.readerId })
  }
  if (command.removeCard !== undefined) work.cut("card", command.removeCard)
  return Result.succeed(work.decide({ readerId: reader.readerId, changed }))
}

const cardsMayChange = (
  readerId: ReaderId,
  { card, addCard, removeCard }: ChangeReader,
  { cardHolders, lostCard }: ChangeReaderFacts
): ReadonlyArray<Refusal> => {
  const holderOf = (wanted: Card): ReaderId | undefined => cardHolders.find((row) => row.card === wanted)?.readerId
  const refusals: Array<Refusal> = []
  const isOthers = lostCard !== null && lostCard.readerId !== readerId
  if (addCard !== undefined && (holderOf(addCard) !== undefined || isOthers))
    refusals.push({ _tag: "CardTaken", card: addCard })
  if (removeCard !== undefined && holderOf(removeCard) !== readerId)
    refusals.push({ _tag: "ReaderUnknown", reader: removeCard })
  if (removeCard === card && addCard === undefined) refusals.push({ _tag: "LastCard", card })
  return refusals
}
