import { Result, Schema } from "effect"
import { accountRules } from "../accounts/accountRules.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { commandRights } from "../decision/permission.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { cardCost, raiseMemberFees } from "./memberFees.ts"
import { Card, type ReaderId } from "./model.ts"
import { isSelf } from "./self.ts"

/**
 * A card is lost: from now on it opens nothing. The reader's other cards do, and a new one may come in its place, given by
 * staff.
 */
export const ReportLostCard = Schema.Struct({
  card: Card,
  replacement: Schema.optionalKey(Card),
  at: InstantInput
})
export type ReportLostCard = typeof ReportLostCard.Type

export interface LostCardReceipt {
  readonly readerId: ReaderId
  /** How many cards the reader still has, the new one among them. */
  readonly cardCount: number
  /** What the new card costs. */
  readonly charges: ReadonlyArray<RaisedCharge>
}

export const reportLostCardLookup = ({ card, replacement = card }: Pick<ReportLostCard, "card" | "replacement">) =>
  ({
    reader: { card },
    cardsAlike: { card },
    cardHolders: { cards: [replacement, replacement] },
    lostCard: { card: replacement }
  }) satisfies Lookup
export type ReportLostCardFacts = Found<ReturnType<typeof reportLostCardLookup>>

/** Refuses a card that nobody has, a new one that is taken or that somebody else lost, and to leave a reader without any. */
export const decideReportLostCard = (
  { reader, cardsAlike, cardHolders, lostCard }: ReportLostCardFacts,
  { card, replacement, at }: ReportLostCard,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<LostCardReceipt>, Refusals> => {
  if (reader === null || !isSelf(place.actor, reader.reader)) return refused([{ _tag: "ReaderUnknown", reader: card }])
  // Cards lie printed in a drawer: whoever names one for themselves takes it from the next newcomer.
  if (replacement !== undefined && place.actor.kind === "reader")
    return refused([{ _tag: "NotPermitted", permission: commandRights.reportLostCard.permission }])
  const isOthers = lostCard !== null && lostCard.readerId !== reader.reader.readerId
  if (replacement !== undefined && (cardHolders.length > 0 || isOthers))
    return refused([{ _tag: "CardTaken", card: replacement }])
  const others = cardsAlike.filter((one) => one !== card)
  if (replacement === undefined && others.length === 0) return refused([{ _tag: "LastCard", card }])
  const { readerId } = reader.reader
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: ["lostCard"] })
  work.cut("card", card)
  work.insert("lostCard", { card, readerId, lostAt: at })
  if (replacement !== undefined) {
    if (lostCard !== null) work.cut("lostCard", replacement)
    work.insert("card", { card: replacement, readerId })
  }
  const asked = replacement === undefined ? null : accountRules(policy, reader.reader)
  const costs = asked === null || policy === null ? [] : cardCost(policy, asked, "lostCardFee")
  const charges = raiseMemberFees(work, costs, { account: reader.account, at, branch: place.branch, ids })
  return Result.succeed(
    work.decide({ readerId, cardCount: others.length + (replacement === undefined ? 0 : 1), charges })
  )
}
