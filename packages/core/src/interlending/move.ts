import type { Instant } from "../calendar/instant.ts"
import { type Draft, draft, type Place } from "../decision/draft.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type InterloanMessage, messageIdOf } from "./message.ts"
import type { InterloanId, InterloanRow } from "./model.ts"
import { type InterloanAct, ownActs } from "./transitions.ts"

type Moved = Extract<Parameters<Draft["emit"]>[0], { readonly _tag: "InterloanMoved" }>

/** What is against a side's doing something now; `null`: nothing. */
export const actAgainst = (
  loan: InterloanRow | null,
  side: InterloanRow["side"],
  asked: { readonly interloan: InterloanId; readonly act: InterloanAct }
): Refusal | null => {
  if (loan === null || loan.side !== side) return { _tag: "InterloanUnknown", interloan: asked.interloan }
  return loan.endedAt !== null || ownActs[loan.state][asked.act] === null
    ? { _tag: "InterloanStateForbids", state: loan.state, action: asked.act }
    : null
}

/** Notes what a side does, and writes the message to the other one, in the same decision. */
export const actAndTell = (
  work: Draft,
  loan: InterloanRow,
  message: Exclude<InterloanMessage, { readonly kind: "requested" }>,
  { at, reason = "", set = {} }: { readonly at: Instant } & Partial<Pick<Moved, "reason" | "set">>
): void => {
  const { interloanId, partner } = loan
  const act = message.kind
  const state = ownActs[loan.state][act]
  if (state === null) throw new Error(`a loan that is ${loan.state} is not ${act}`)
  work.restOn("interloan", loan)
  work.emit({ _tag: "InterloanMoved", interloanId, at, state, act, reason, set })
  tell(work, { interloanId, partner }, message, at)
}

/** Puts a message into the outbox. */
export const tell = (
  work: Draft,
  { interloanId, partner }: Pick<InterloanRow, "interloanId" | "partner">,
  message: InterloanMessage,
  at: Instant
): void =>
  work.insert("outbox", {
    messageId: messageIdOf(interloanId, message),
    partner,
    interloanId,
    body: JSON.stringify(message),
    at
  })

/** A decision about the loan between systems alone, to be joined with one about the copy. */
export const toldBeside = (place: Place, ...[loan, message, more]: DropFirst<Parameters<typeof actAndTell>>) => {
  const work = draft(place)
  actAndTell(work, loan, message, more)
  return work.decide(null)
}
type DropFirst<T extends ReadonlyArray<unknown>> = T extends readonly [unknown, ...infer Rest] ? Rest : never
