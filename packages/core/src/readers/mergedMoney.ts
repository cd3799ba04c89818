import { chargeOrigin, moneyEvent } from "../accounts/chargeOrigin.ts"
import { type AccountRow, EntryId, isOfLoan } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { FactSlots } from "../decision/facts.ts"

/** How many charges and credits one merge moves. */
export const moneyMovedMax = 200
/** Two ids for each. */
export const moneyIdCount = 2 * moneyMovedMax

interface Money {
  readonly chargesOfOther: FactSlots["chargesOfOther"]["gives"]
  readonly creditsOfOther: FactSlots["creditsOfOther"]["gives"]
  /** Of the account that ends: by what its charges were raised. */
  readonly historyOfOther: FactSlots["historyOfOther"]["gives"]
}

interface Accounts {
  readonly kept: AccountRow
  readonly other: AccountRow
}

/** What is owed and what is credited on the one account goes to the other, as lines of both: each ledger only grows. Gives each charge by what it was. */
export const moveMoney = (
  work: Draft,
  { chargesOfOther, creditsOfOther, historyOfOther }: Money,
  { kept, other }: Accounts,
  { at, branch, ids }: { readonly at: Instant; readonly branch: string; readonly ids: ReadonlyArray<string> }
): ReadonlyMap<EntryId, EntryId> => {
  const moved = new Map<EntryId, EntryId>()
  if (chargesOfOther.length + creditsOfOther.length === 0) return moved
  work.restOn("account", kept)
  work.restOn("account", other)
  const pair = (nth: number): readonly [EntryId, EntryId] => [
    EntryId.make(ids[2 * nth] as string),
    EntryId.make(ids[2 * nth + 1] as string)
  ]
  const events = historyOfOther.map(moneyEvent)
  for (const [nth, { charge, loanId, renewalCount, incidentId }] of chargesOfOther.entries()) {
    const [entryId, chargeId] = pair(nth)
    const { kind, outstanding: amount, raisedAt } = charge
    work.restOn("charge", charge)
    const gone = { accountId: other.accountId, entryId, chargeId: charge.chargeId }
    work.emit({ _tag: "ChargeMovedAway", ...gone, amount, at, branch })
    const here = { accountId: kept.accountId, chargeId, movedFrom: charge.chargeId }
    const origin = chargeOrigin(events, charge.chargeId)
    const chargedBy = whoCharged(historyOfOther, charge.chargeId)
    work.emit({ _tag: "ChargeMovedHere", ...here, kind, amount, raisedAt, chargedBy, origin, at, branch })
    moved.set(charge.chargeId, chargeId)
    if (incidentId !== null) {
      work.cut("chargeIncident", charge.chargeId)
      work.insert("chargeIncident", { chargeId, incidentId })
    }
    if (loanId === null || renewalCount === null || !isOfLoan(kind)) continue
    work.cut("chargeLoan", charge.chargeId)
    work.insert("chargeLoan", { loanId, kind, renewalCount, chargeId })
  }
  for (const [nth, credit] of creditsOfOther.entries()) {
    const [goneId, hereId] = pair(chargesOfOther.length + nth)
    const { creditId, remaining: amount } = credit
    work.restOn("credit", credit)
    const gone = { accountId: other.accountId, creditId, entryId: goneId, amount, method: "merged", at, branch }
    work.emit({ _tag: "CreditPaidOut", ...gone })
    const here = { accountId: kept.accountId, entryId: hereId, amount, reason: "merged", at, branch }
    work.emit({ _tag: "CreditGranted", ...here })
  }
  return moved
}

/** Who raised a charge of this account, before it was moved here too; `null`: its history does not say. */
const whoCharged = (history: Money["historyOfOther"], chargeId: EntryId): string | null => {
  for (const row of history) {
    const event = moneyEvent(row)
    if (event._tag === "ChargeRaised" && event.chargeId === chargeId) return row.actor
    if (event._tag === "ChargeMovedHere" && event.chargeId === chargeId) return event.chargedBy
  }
  return null
}
