import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusal, Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card, type ReaderId } from "../model.ts"
import { archivePage, cutArchive } from "./archive.ts"
import { forget, personLookup } from "./forget.ts"

/** Erase what is kept of a person. What was borrowed and paid stays in the figures, and names nobody. */
export const EraseReader = Schema.Struct({ card: Card, at: InstantInput })
export type EraseReader = typeof EraseReader.Type

export interface EraseReceipt {
  readonly readerId: ReaderId
  /** Loans whose link to the reader was cut. */
  readonly cut: number
}

/** How many appeals one command looks through. */
const appealsMax = 1_000

export const eraseLookup = ({ card }: Pick<EraseReader, "card">) =>
  ({
    ...personLookup({ card }),
    loanCounts: { card },
    reservationsOfReader: { card },
    bookingsOfReader: { card },
    depositsOfReader: { card },
    chargesOfReader: { card },
    incidentsOfReader: { card },
    appealsOfReader: { card, after: null, limit: appealsMax },
    incidentChargesOfReader: { card },
    archiveOfReader: { card, after: null, limit: archivePage }
  }) satisfies Lookup
export type EraseFacts = Found<ReturnType<typeof eraseLookup>>

/**
 * Refuses while something is open: loans, reservations, bookings, money, deposits, incidents, appeals; and while more loans are linked than one command
 * cuts, which `setHistoryConsent` cuts before.
 */
export const decideErase = (
  facts: EraseFacts,
  { card, at }: EraseReader,
  { place }: DecisionContext
): Result.Result<Decision<EraseReceipt>, Refusals> => {
  if (facts.reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const { reader } = facts.reader
  const refusals = stillOpen(facts)
  if (refusals.length > 0) return refused(refusals)
  const work = draft(place)
  work.restOn("reader", reader)
  work.emit({ _tag: "ReaderChanged", readerId: reader.readerId, at, changed: ["erased"] })
  forget(work, reader, facts)
  for (const { appealId } of facts.appealsOfReader.rows) work.cut("appealStatement", appealId)
  // Paid for a loss that could still have been found.
  for (const { charge } of facts.incidentChargesOfReader) work.cut("chargeIncident", charge.chargeId)
  const cut = cutArchive(work, facts.archiveOfReader.rows, facts.chargesOfReader, facts.incidentChargesOfReader)
  return Result.succeed(work.decide({ readerId: reader.readerId, cut }))
}

const stillOpen = (facts: EraseFacts): ReadonlyArray<Refusal> => {
  const loans = facts.loanCounts.reduce((sum, { count }) => sum + count, 0)
  const debt = facts.reader?.account.balance ?? 0
  const [deposit] = facts.depositsOfReader
  const refusals: Array<Refusal> = []
  if (loans > 0) refusals.push({ _tag: "LoansOpen", count: loans })
  if (facts.reservationsOfReader.length > 0)
    refusals.push({ _tag: "ReservationsOpen", count: facts.reservationsOfReader.length })
  if (facts.bookingsOfReader.length > 0) refusals.push({ _tag: "BookingsOpen", count: facts.bookingsOfReader.length })
  if (debt !== 0 || facts.chargesOfReader.length > 0) refusals.push({ _tag: "MoneyOpen", debt })
  if (deposit !== undefined) refusals.push({ _tag: "DepositInUse", loanId: deposit.loanId })
  const { incidentsOfReader, appealsOfReader } = facts
  if (incidentsOfReader.length > 0) refusals.push({ _tag: "IncidentsOpen", count: incidentsOfReader.length })
  const appeals = appealsOfReader.rows.filter(({ state }) => state === "open").length
  if (appeals > 0) refusals.push({ _tag: "AppealsOpen", count: appeals })
  if (appealsOfReader.next !== null) refusals.push({ _tag: "TooMuchAtOnce", countMax: appealsMax })
  if (facts.archiveOfReader.next !== null) refusals.push({ _tag: "TooMuchAtOnce", countMax: archivePage })
  return refusals
}
