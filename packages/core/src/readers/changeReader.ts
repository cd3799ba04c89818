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

type ChangeLookup = {
  readonly [S in "reader" | "cardsOfReader"]: FactSlots[S]["by"]
} & { readonly cardHolder?: FactSlots["cardHolder"]["by"] }

export const changeReaderLookup = ({ card, addCard }: Pick<ChangeReader, "card" | "addCard">): ChangeLookup => ({
  reader: { card },
  cardsOfReader: { card },
  ...(addCard === undefined ? {} : { cardHolder: { card: addCard } })
})
export type ChangeReaderFacts = Found<ChangeLookup>

const fields = ["name", "category", "homeBranch", "bornOn", "language", "expiresAt"] as const

/** Refuses what policy or calendar do not know, a card that is taken, and to take back the last card or another's. */
export const decideChangeReader = (
  { reader: found, cardsOfReader, cardHolder }: ChangeReaderFacts,
  command: ChangeReader,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeReaderReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const refusals: Array<Refusal> = []
  const { category, homeBranch } = command
  if (category !== undefined && !hasCode(policy?.document.readerCategories, category))
    refusals.push({ _tag: "ReaderCategoryUnknown", category })
  if (homeBranch !== undefined && calendar?.branch(homeBranch) === undefined)
    refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  if (command.addCard !== undefined && cardHolder != null) refusals.push({ _tag: "CardTaken", card: command.addCard })
  if (command.removeCard !== undefined) refusals.push(...cardMayGo(command.removeCard, cardsOfReader, command.addCard))
  if (refusals.length > 0) return refused(refusals)

  const { reader } = found
  const named = Object.fromEntries(fields.flatMap((field) => (command[field] === undefined ? [] : [[field, command[field]]])))
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
  if (command.addCard !== undefined) work.insert("card", { card: command.addCard, readerId: reader.readerId })
  if (command.removeCard !== undefined) work.cut("card", command.removeCard)
  return Result.succeed(work.decide({ readerId: reader.readerId, changed }))
}

const cardMayGo = (card: Card, cards: ReadonlyArray<Card>, addCard: Card | undefined): ReadonlyArray<Refusal> => {
  if (!cards.includes(card)) return [{ _tag: "ReaderUnknown", reader: card }]
  return cards.length === 1 && addCard === undefined ? [{ _tag: "LastCard", card }] : []
}
