import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card } from "../model.ts"
import { isSelf } from "../self.ts"
import { archivePage, cutArchive } from "./archive.ts"

/** The reader wants, or no longer wants, to see later what they borrowed. */
export const SetHistoryConsent = Schema.Struct({ card: Card, consent: Schema.Boolean, at: InstantInput })
export type SetHistoryConsent = typeof SetHistoryConsent.Type

export interface ConsentReceipt {
  readonly consentAt: number | null
  /** Loans whose link to the reader was cut. */
  readonly cut: number
  /** Whether there are more than one command cuts: give it again. */
  readonly more: boolean
}

export const consentLookup = ({ card }: Pick<SetHistoryConsent, "card">) =>
  ({
    reader: { card },
    chargesOfReader: { card },
    incidentChargesOfReader: { card },
    archiveOfReader: { card, after: null, limit: archivePage }
  }) satisfies Lookup
export type ConsentFacts = Found<ReturnType<typeof consentLookup>>

/** Without consent nothing is kept: the links of loans that are over, and of which nothing is owed, are cut. */
export const decideConsent = (
  { reader: found, chargesOfReader, incidentChargesOfReader, archiveOfReader }: ConsentFacts,
  { card, consent, at }: SetHistoryConsent,
  { place }: DecisionContext
): Result.Result<Decision<ConsentReceipt>, Refusals> => {
  if (found === null || !isSelf(place.actor, found.reader)) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const { reader } = found
  const consentAt = consent ? (reader.historyConsentAt ?? at) : null
  const work = draft(place)
  work.restOn("reader", reader)
  if (consentAt !== reader.historyConsentAt) {
    work.emit({ _tag: "ReaderChanged", readerId: reader.readerId, at, changed: ["historyConsent"] })
    work.replace("reader", { ...reader, historyConsentAt: consentAt })
  }
  const cut = consent ? 0 : cutArchive(work, archiveOfReader.rows, chargesOfReader, incidentChargesOfReader)
  return Result.succeed(work.decide({ consentAt, cut, more: !consent && archiveOfReader.next !== null }))
}
