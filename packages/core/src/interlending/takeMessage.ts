import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft, type Place } from "../decision/draft.ts"
import type { Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { interloanLookup } from "./interloanLookup.ts"
import { messageFields, toldBy } from "./message.ts"
import { InterloanId, type InterloanState } from "./model.ts"
import { partnerOf } from "./partner.ts"
import { toldToBorrower, toldToLender } from "./transitions.ts"

/** Take what another system tells of a loan between the two. */
export const TakeMessage = Schema.Struct({
  interloan: InterloanId,
  /** Who tells it, by its tenant's id. */
  partner: Code,
  ...messageFields,
  at: InstantInput
}).check(
  Schema.makeFilter(
    ({ kind, title, barcode, dueAt }) =>
      (kind !== "requested" || title !== undefined) &&
      (kind !== "shipped" || (barcode !== undefined && dueAt !== undefined)),
    { expected: "what was requested with its title, what was shipped with its barcode and due date" }
  )
)
export type TakeMessage = typeof TakeMessage.Type

export interface TakeMessageReceipt {
  readonly interloanId: InterloanId
  readonly state: InterloanState
}

/**
 * Notes it. Refuses what is asked by a system that the policy does not declare, and what comes before something that was
 * told earlier (`InterloanStateForbids`): it is to be told again later. What comes too late to change anything is taken,
 * and leaves things as they are.
 */
export const decideTakeMessage = (
  { interloan: loan }: Found<ReturnType<typeof interloanLookup>>,
  command: TakeMessage,
  context: DecisionContext
): Result.Result<Decision<TakeMessageReceipt>, Refusals> => {
  const { place } = context
  const { interloan, partner, kind, at } = command
  if (kind === "requested" && loan === null)
    return partnerOf(partner, context) === null
      ? refused([{ _tag: "PartnerUnknown", partner }])
      : Result.succeed(asked(command, place))
  if (loan === null || loan.partner !== partner || loan.side === toldBy[kind] || kind === "requested")
    return refused([{ _tag: "InterloanUnknown", interloan }])
  const state = (loan.side === "lender" ? toldToLender : toldToBorrower)[loan.state][kind]
  if (state === null) return refused([{ _tag: "InterloanStateForbids", state: loan.state, action: kind }])
  const { reason = "", barcode = "", dueAt = null } = command
  const work = draft(place)
  work.restOn("interloan", loan)
  const set = kind === "shipped" ? { barcode, dueAt } : {}
  // The record of the copy goes once it is nobody's: by `sendBack`, or at night.
  const recordOpen = state === "completedWithoutReturn" && loan.state === "received" ? { recordOpen: 1 as const } : {}
  work.emit({ _tag: "InterloanMoved", interloanId: interloan, at, state, act: kind, reason, ...recordOpen, set })
  return Result.succeed(work.decide({ interloanId: interloan, state }))
}

const asked = (
  { interloan: interloanId, partner, title = "", at }: TakeMessage,
  place: Place
): Decision<TakeMessageReceipt> => {
  const work = draft(place)
  work.emit({ _tag: "InterloanRequested", interloanId, side: "lender", partner, title, reservationId: null, at })
  return work.decide({ interloanId, state: "requested" })
}
