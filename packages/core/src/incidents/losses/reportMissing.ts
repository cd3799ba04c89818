import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import { text } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { BearerWithoutLoan, MissingFrom } from "../../policy/form/borneBy.ts"
import { borneWithoutLoan } from "../borneWithoutLoan.ts"
import { outOfUseAgainst, takeOffShelf } from "../damage/takeOffShelf.ts"
import { type Bearer, IncidentId, type IncidentKind } from "../model.ts"
import { isMissing } from "./foundMissing.ts"

/** An item is not where it should be, and nobody has it on loan: found so in stocktaking, on its way, or stolen from the shelf. */
export const ReportMissing = Schema.Struct({
  item: Barcode,
  noticedAt: MissingFrom,
  /** Who bears it; without it, as the policy's `borneBy` says, else the library. No reader does. */
  bearer: Schema.optionalKey(BearerWithoutLoan),
  /** Number of the report to the police: it was stolen. */
  policeReport: Schema.optionalKey(text(100)),
  note: Schema.optionalKey(text(2_000)),
  at: InstantInput
})
export type ReportMissing = typeof ReportMissing.Type

export interface MissingReceipt {
  readonly incidentId: IncidentId
  readonly kind: IncidentKind
  readonly bearer: Bearer
  /** The reservation that it was set aside for, which waits again in its old place; `null`: none. */
  readonly putBackReservationId: string | null
}

export const reportMissingLookup = ({ item }: Pick<ReportMissing, "item">) =>
  ({
    item: { barcode: item },
    setAsideOfItem: { barcode: item },
    transitsOfItem: { barcode: item },
    lossOfItem: { barcode: item }
  }) satisfies Lookup
export type ReportMissingFacts = Found<ReturnType<typeof reportMissingLookup>>

/**
 * Opens an incident that no reader answers for, and takes the item out of use until it turns up. Refuses what is lent, which
 * is declared lost instead, what is in repair or withdrawn, and what is missing already.
 */
export const decideReportMissing = (
  { item: found, setAsideOfItem, transitsOfItem, lossOfItem }: ReportMissingFacts,
  command: ReportMissing,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<MissingReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  const { item, queue } = found
  const { status } = item
  const isKnown = isMissing(lossOfItem) || status === "lostAndPaid"
  // Whoever has it is asked first, and its loan is declared lost.
  if (status === "onLoan") return refused([{ _tag: "ItemOnLoan", loanId: item.loanId ?? "" }])
  const against = outOfUseAgainst(item, "reportMissing")
  if (against !== null) return refused([against])
  if (isKnown) return refused([{ _tag: "ItemStatusForbids", status, action: "reportMissing" }])
  const { noticedAt, policeReport = "", note = "", at } = command
  const { branch } = place
  const bearer = command.bearer ?? borneWithoutLoan(found, noticedAt, at, { place, policy, calendar })
  const kind = policeReport === "" ? "missing" : "theft"
  const incidentId = IncidentId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  takeOffShelf(work, item, { setAsideOfItem, transitsOfItem }, at, { branch, isLost: true })
  const { itemId, type: itemType, collection } = item
  const itemVersion = work.now("item", itemId).version + 1
  work.emit({ _tag: "ItemChanged", itemId, itemVersion, at, set: { status: "missing" } })
  work.emit({
    _tag: "IncidentReported",
    incidentId,
    kind,
    itemId,
    itemType,
    collection,
    loanId: null,
    noticedAt,
    conduct: kind === "theft" ? "theft" : "accident",
    bearer,
    policeReport,
    billAt: null,
    note,
    at,
    branch
  })
  const putBackReservationId = setAsideOfItem?.reservation.reservationId ?? null
  return Result.succeed(work.decide({ incidentId, kind, bearer, putBackReservationId }))
}
