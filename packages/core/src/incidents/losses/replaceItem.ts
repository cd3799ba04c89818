import { Result, Schema } from "effect"
import { endWithdrawn } from "../../bookings/endWithdrawn.ts"
import type { BookingId } from "../../bookings/model.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { type LoanEnd, settleLoanMoney } from "../../loans/endLoan.ts"
import type { LoanId } from "../../loans/model.ts"
import type { IncidentId } from "../model.ts"

/** A copy was brought in place of a lost one. This is never undone. */
export const ReplaceItem = Schema.Struct({
  item: Barcode,
  /** Whether it takes over the barcode, and is made ready for the shelf, or is an item of its own, added as any other. */
  as: Schema.Literals(["sameBarcode", "otherItem"]),
  at: InstantInput
})
export type ReplaceItem = typeof ReplaceItem.Type

export interface ReplaceReceipt {
  readonly loanId: LoanId
  readonly incidentId: IncidentId
  readonly depositBack: LoanEnd["depositBack"]
  /** The bookings of what is withdrawn, which ended: their readers are to be told. */
  readonly bookingsCancelled: ReadonlyArray<BookingId>
}

export const replaceItemLookup = ({ item }: Pick<ReplaceItem, "item">) =>
  ({
    item: { barcode: item },
    loanOfItem: { barcode: item },
    chargesOfItem: { barcode: item },
    lossOfItem: { barcode: item },
    chargesOfLoss: { barcode: item },
    bookingsOfItem: { barcode: item }
  }) satisfies Lookup
export type ReplaceItemFacts = Found<ReturnType<typeof replaceItemLookup>>

/** Ends the loss and the loan; the lost item is withdrawn, or its record goes on with the new copy. Refuses what was not agreed on. */
export const decideReplaceItem = (
  { item: found, loanOfItem: lent, chargesOfItem, lossOfItem: loss, chargesOfLoss, bookingsOfItem }: ReplaceItemFacts,
  { item: barcode, as, at: given }: ReplaceItem,
  { place, ids }: DecisionContext
): Result.Result<Decision<ReplaceReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null || loss === null || lent.loan.state !== "lost")
    return refused([{ _tag: "ItemStatusForbids", status: found.item.status, action: "replaceItem" }])
  const { incident } = loss
  if (incident.state !== "replacing")
    return refused([{ _tag: "IncidentStateForbids", state: incident.state, action: "replaceItem" }])
  const { loan, reader, account } = lent
  const { item } = found
  const { incidentId } = incident
  const { loanId, itemType, collection, onSite } = loan
  const { branch } = place
  const at = given < loan.lentAt ? loan.lentAt : given
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("item", item)
  work.restOn("loan", loan)
  work.restOn("incident", incident)
  work.emit({ _tag: "IncidentEnded", incidentId, as: "settled", because: "replaced", at, branch })
  const status = as === "sameBarcode" ? "inProcess" : "withdrawn"
  work.emit({ _tag: "LoanSettled", loanId, itemId: item.itemId, itemVersion: item.version + 1, status, at, branch })
  work.count({ readerId: reader.readerId, itemType, collection, branch: loan.branch, onSite, count: -1 })
  const bookingsCancelled = status === "withdrawn" ? endWithdrawn(work, bookingsOfItem, at) : []
  let owes = false
  for (const { charge } of chargesOfLoss) {
    if (charge.outstanding > 0) owes = true
    else work.cut("chargeIncident", charge.chargeId)
  }
  const depositBack = settleLoanMoney(
    work,
    { loan, reader, account },
    { charges: chargesOfItem, owes, at, branch, waiverId: ids[0] }
  )
  return Result.succeed(work.decide({ loanId, incidentId, depositBack, bookingsCancelled }))
}
