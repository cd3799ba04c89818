import type { Instant } from "../calendar/instant.ts"
import type { EventRow } from "../decision/event.ts"
import { Minor } from "../money/minor.ts"
import type { AccountEvent } from "./event.ts"
import type { EntryId } from "./model.ts"

/** What the rules made a charge come to, at first or while it ran up, by which, and what became of it, in whatever accounts it stood since. */
export interface ChargeOrigin {
  readonly amount: Minor
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  /** How the amount came about, step by step. */
  readonly steps: ReadonlyArray<unknown>
  /** As of when it was reckoned last. */
  readonly reckonedAt: Instant
  /** What changed calendars forwent of it. */
  readonly forgone: Minor
  /** What was paid of it. The rest that is no longer owed was forgone by hand. */
  readonly paid: Minor
}

/** The origin of a charge, from the history of the account that it stands in; `null`: that does not tell it. */
export const chargeOrigin = (events: ReadonlyArray<AccountEvent>, chargeId: EntryId): ChargeOrigin | null => {
  let origin: ChargeOrigin | null = null
  let [forgone, paid] = [0, 0]
  /** Payments and credits that went to charges. */
  const money = new Set<EntryId>()
  for (const event of events) {
    if (event._tag === "ChargeRaised" && event.chargeId === chargeId) {
      const { amount, policyVersion, policyRows, steps, at: reckonedAt } = event
      origin = { amount, policyVersion, policyRows, steps, reckonedAt, forgone: Minor.make(0), paid: Minor.make(0) }
    }
    if (event._tag === "ChargeMovedHere" && event.chargeId === chargeId) origin = event.origin
    if (event._tag === "ChargeAdjusted" && event.chargeId === chargeId && origin !== null)
      origin = adjusted(origin, event)
    if (event._tag === "ChargeRefunded" && event.chargeId === chargeId && origin !== null) {
      origin = { ...origin, amount: Minor.make(origin.amount - event.amount) }
      paid -= event.amount
    }
    if (event._tag === "ChargeWaived" && event.chargeId === chargeId && event.cause === "calendar")
      forgone += event.amount
    if (event._tag === "PaymentReceived" || event._tag === "CreditApplied") {
      money.add(event._tag === "PaymentReceived" ? event.entryId : event.creditId)
      paid += allottedTo(event, chargeId)
    }
    if (event._tag === "EntryVoided" && money.has(event.voids)) paid -= allottedTo(event, chargeId)
  }
  if (origin === null) return null
  return { ...origin, forgone: Minor.make(origin.forgone + forgone), paid: Minor.make(origin.paid + paid) }
}

const allottedTo = (
  { allotments }: { readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: number }> },
  chargeId: EntryId
): number => allotments.reduce((sum, one) => (one.chargeId === chargeId ? sum + one.amount : sum), 0)

const adjusted = (
  origin: ChargeOrigin,
  { amount, at, policyVersion, policyRows = {}, steps = [] }: Extract<AccountEvent, { readonly _tag: "ChargeAdjusted" }>
): ChargeOrigin => ({
  ...origin,
  amount: Minor.make(origin.amount + amount),
  ...(policyVersion === undefined ? {} : { policyVersion, policyRows, steps, reckonedAt: at })
})

/** A row of an account's history, as the event that it is. */
export const moneyEvent = ({ tag, body }: EventRow): AccountEvent => ({ _tag: tag, ...JSON.parse(body) })
