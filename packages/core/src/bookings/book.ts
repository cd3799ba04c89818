import { Result } from "effect"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import { lift } from "../decision/override.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { isSelf } from "../readers/self.ts"
import { consultFetching } from "../reservations/consultFetching.ts"
import { standingOf } from "../reservations/reserve.ts"
import type { Book, BookFacts } from "./bookCommand.ts"
import { itemAgainstSpan, spanByRule } from "./bookingRules.ts"
import { keptForOther } from "./keptForOther.ts"
import { mayBook } from "./mayBook.ts"
import { BookingId } from "./model.ts"
import type { BookedSpan } from "./span.ts"

export interface BookReceipt extends BookedSpan {
  readonly bookingId: BookingId
  readonly pickupBranch: string
  readonly overrides: ReadonlyArray<Override>
  readonly trace: { readonly policyVersion: number; readonly policyRows: Readonly<Record<string, string>> }
}

/**
 * Whether this reader may have this item for these days: every refusal at once. It rests on the item, so that of two
 * bookings, or a booking and a loan, that would run into each other one is refused.
 */
export const decideBook = (
  facts: BookFacts,
  command: Book,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<BookReceipt>, Refusals> => {
  const pickupBranch = command.pickupBranch ?? place.branch
  const unknown: Array<Refusal> = []
  if (facts.item === null) unknown.push({ _tag: "ItemUnknown", item: command.item })
  if (facts.reader === null || !isSelf(place.actor, facts.reader.reader))
    unknown.push({ _tag: "ReaderUnknown", reader: command.card })
  if (policy === null) unknown.push({ _tag: "PolicyNotInForce" })
  const branch = calendar?.branch(pickupBranch)
  if (calendar === null) unknown.push({ _tag: "CalendarNotInForce" })
  else if (branch === undefined) unknown.push({ _tag: "BranchUnknown", branch: pickupBranch })
  if (facts.item === null || facts.reader === null || policy === null || calendar === null || branch === undefined)
    return refused(unknown)
  if (unknown.length > 0) return refused(unknown)

  const { item, queue, title } = facts.item
  const { reader, account } = facts.reader
  const { at } = command
  const asked = consultFetching(policy, branch, { reader, item, title, waiting: queue.waitingCount, pickupBranch, at })
  const { span, refusals: against } = spanByRule(command, branch, asked)
  const standing = {
    item,
    dueAt: facts.loanOfItem?.loan.dueAt ?? null,
    keptUntil: keptForOther(
      facts.setAsideOfItem,
      { ...facts.item, readerId: reader.readerId, at },
      { policy, calendar }
    ),
    others: facts.bookingsOfItem
  }
  const days = [...against, ...itemAgainstSpan(standing, span)]
  const booker = { reader, account, standing: standingOf(facts, at), bookings: facts.bookingsOfReader }
  const refusals = mayBook(booker, { item, pickupBranch, days }, { at, asked, policy, place })
  const { left, overrides } = lift(refusals, command.override, place)
  if (left.length > 0) return refused(left)

  const bookingId = BookingId.make(ids[0] as string)
  const rules = { policyVersion: policy.version, policyRows: asked.rows }
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("item", item)
  work.emit(
    {
      _tag: "BookingPlaced",
      bookingId,
      itemId: item.itemId,
      pickupBranch,
      readerCategory: reader.category,
      ...span,
      at,
      ...rules
    },
    overrides
  )
  work.insert("bookingReader", { bookingId, readerId: reader.readerId })
  return Result.succeed(work.decide({ bookingId, pickupBranch, ...span, overrides, trace: rules }))
}
