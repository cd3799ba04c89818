import { Result, Schema } from "effect"
import { compensationOwed } from "../accounts/compensationOwed.ts"
import type { FeeKind } from "../accounts/model.ts"
import { type Cost, feeOf, type RaisedCharge, raiseFee } from "../accounts/raiseFee.ts"
import { heldIn, heldLookup } from "../appeals/held.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import { endOfDay } from "../calendar/endOfDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import { Barcode, TitleId } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { Code } from "../decision/code.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { CopyCount, FactSlots, Found } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ageAgainst } from "../loans/itemTerms.ts"
import { costsNotAccepted } from "../loans/lendingCosts.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { readerMay } from "../readers/blocks/readerMay.ts"
import { linkedDebts, linksNeeded } from "../readers/links/linkedDebts.ts"
import { Card } from "../readers/model.ts"
import { isSelf } from "../readers/self.ts"
import { ReservationId } from "./model.ts"

/** Join the queue of a title, or of one of its copies. */
export const Reserve = Schema.Struct({
  title: TitleId,
  /** Only this copy will do. */
  item: Schema.optionalKey(Barcode),
  card: Card,
  /** Without it, the desk's own branch. */
  pickupBranch: Schema.optionalKey(Code),
  /** What the reader agreed to pay, where the policy asks for that. */
  acceptedCost: Schema.optionalKey(Minor),
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Reserve = typeof Reserve.Type

export interface ReserveReceipt {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  /** How many wait before it. */
  readonly ahead: number
  /** Last instant at which it waits for a copy; `null`: without end. */
  readonly waitUntil: Instant | null
  /** What it costs now. */
  readonly charges: ReadonlyArray<RaisedCharge>
  readonly overrides: ReadonlyArray<Override>
  readonly trace: { readonly policyVersion: number; readonly policyRows: Readonly<Record<string, string>> }
}

type ReserveSlots = Pick<FactSlots, "title" | "copiesOfTitle" | "reader" | "reservationsOfReader" | "item">
type ReserveLookup = { readonly [S in Exclude<keyof ReserveSlots, "item">]: ReserveSlots[S]["by"] } & {
  readonly item?: ReserveSlots["item"]["by"]
} & {
  readonly [S in
    | "blocksOfReader"
    | "overdueOfReader"
    | "loanCounts"
    | "linksOfReader"
    | "linksToReader"
    | "chargesOfReader"
    | "heldOfReader"]?: FactSlots[S]["by"]
}

export const reserveLookup = (
  { title, item, card, at }: Pick<Reserve, "title" | "item" | "card" | "at">,
  policy: CompiledPolicy | null
): ReserveLookup => ({
  title: { titleId: title },
  copiesOfTitle: { titleId: title },
  reader: { card },
  reservationsOfReader: { card },
  blocksOfReader: { card },
  ...heldLookup(policy, "heldOfReader", { card }),
  ...(overdueNeeded(policy) === 0 ? {} : { overdueOfReader: { card, before: at, limit: overdueNeeded(policy) } }),
  ...(compensationNeeded(policy) ? { chargesOfReader: { card } } : {}),
  ...(linksNeeded(policy).of ? { linksOfReader: { card } } : {}),
  ...(linksNeeded(policy).to ? { linksToReader: { card } } : {}),
  ...(sets(policy, "loansOutMax") ? { loanCounts: { card } } : {}),
  ...(item === undefined ? {} : { item: { barcode: item } })
})
export type ReserveFacts = Found<ReserveLookup>

/** Whether this reader may join this queue, and at which place. Every refusal at once. */
export const decideReserve = (
  facts: ReserveFacts,
  command: Reserve,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ReserveReceipt>, Refusals> => {
  const pickupBranch = command.pickupBranch ?? place.branch
  const unknown: Array<Refusal> = []
  const wrongItem = command.item !== undefined && facts.item?.item.titleId !== command.title
  if (facts.title === null) unknown.push({ _tag: "TitleUnknown", title: command.title })
  if (wrongItem) unknown.push({ _tag: "ItemUnknown", item: command.item ?? "" })
  if (facts.reader === null || !isSelf(place.actor, facts.reader.reader))
    unknown.push({ _tag: "ReaderUnknown", reader: command.card })
  if (policy === null) unknown.push({ _tag: "PolicyNotInForce" })
  const branch = calendar?.branch(pickupBranch)
  if (calendar === null) unknown.push({ _tag: "CalendarNotInForce" })
  else if (branch === undefined) unknown.push({ _tag: "BranchUnknown", branch: pickupBranch })
  if (facts.title === null || facts.reader === null || policy === null || branch === undefined || unknown.length > 0)
    return refused(unknown)

  const { title, queue } = facts.title
  const { reader, account } = facts.reader
  const copies = wantedCopies(facts)
  const consultFor = (copy: CopyCount | null): Consultation =>
    consult(
      policy,
      policyCase({
        reader,
        item: copy ?? { type: "", collection: "", location: "" },
        title,
        waiting: queue.waitingCount,
        isRenewal: false,
        onSite: false,
        at: command.at,
        branch: pickupBranch,
        policy,
        calendar: branch
      })
    )
  const consulted = copies.map((copy) => ({ copy, asked: consultFor(copy) }))
  const chosen = consulted.find(({ asked }) => asked.settings.get("reservable") === true) ?? consulted[0]
  const asked = chosen?.asked ?? consultFor(null)

  const standing = {
    ...linkedDebts({ of: facts.linksOfReader, to: facts.linksToReader }, command.at),
    loansOut: facts.loanCounts?.reduce((sum, { count }) => sum + count, 0) ?? null,
    overdue: facts.overdueOfReader ?? [],
    blocks: facts.blocksOfReader ?? [],
    compensationDebt: compensationOwed(facts.chargesOfReader),
    held: heldIn(facts.heldOfReader)
  }
  const refusals: Array<Refusal> = [
    ...readerMay("reserve", { reader, account }, standing, { at: command.at, asked, place }),
    ...ageAgainst(asked)
  ]
  if (chosen === undefined) refusals.push({ _tag: "TitleWithoutItems" })
  else if (asked.required("reservable") === false)
    refusals.push({ _tag: "ItemNotReservable", itemType: chosen.copy.type })
  refusals.push(
    ...alreadyReserved(facts, command),
    ...withinLimit(facts, asked),
    ...queueFull(queue.waitingCount, copies, asked),
    ...notOnShelf(copies, asked),
    ...asked.missing
  )
  const reservable = consulted.flatMap((one) => (one.asked.settings.get("reservable") === true ? [one.copy] : []))
  const costs = placingCosts(policy, asked, queue.waitingCount, reservable)
  refusals.push(...costsNotAccepted(costs, command.acceptedCost, asked))
  const waitUntil = lastInstant(branch, command.at, asked.optional("reservationDays", "unlimited"))
  const { left, overrides } = lift(refusals, command.override, place)
  if (left.length > 0) return refused(left)

  const reservationId = ReservationId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("titleQueue", queue)
  work.emit(
    {
      _tag: "ReservationPlaced",
      reservationId,
      titleId: title.titleId,
      itemId: facts.item?.item.itemId ?? null,
      pickupBranch,
      readerCategory: reader.category,
      place: queue.nextPlace,
      at: command.at,
      waitUntil,
      policyVersion: policy.version,
      policyRows: asked.rows
    },
    overrides
  )
  work.insert("reservationReader", { reservationId, readerId: reader.readerId })
  const charged = { account, itemType: chosen?.copy.type ?? "", at: command.at, branch: place.branch }
  const charges = costs.map((cost) => raiseFee(work, cost, { ...charged, chargeId: ids[1] }))
  const trace = { policyVersion: policy.version, policyRows: asked.rows }
  return Result.succeed(
    work.decide({ reservationId, pickupBranch, ahead: queue.waitingCount, waitUntil, charges, overrides, trace })
  )
}

/** End of the local day so many days after that of an instant; closed days count. */
const lastInstant = (calendar: BranchCalendar, from: Instant, days: number | "unlimited"): Instant | null =>
  days === "unlimited" ? null : endOfDay(calendar, (calendar.localDay(from) + days) as LocalDay)

/** What placing it costs, by the copies that may be reserved; where the policy charges the pickup, nothing yet. */
const placingCosts = (
  policy: CompiledPolicy,
  asked: Consultation,
  waitingCount: number,
  copies: ReadonlyArray<CopyCount>
): ReadonlyArray<Cost<FeeKind>> => {
  const when = asked.optional("reservationFeeWhen", "placed")
  if (when === "pickedUp") return []
  const free = copies.reduce((sum, { status, count }) => sum + (status === "available" ? count : 0), 0)
  if (when === "placedIfNoneFree" && free > waitingCount) return []
  return feeOf("reservation", asked.optional("reservationFee", "unlimited"), policy, asked)
}

/** The copies that could fill it, in groups alike for the policy; those whose status allows no reservation count for nothing. */
const wantedCopies = ({ copiesOfTitle, item }: ReserveFacts): ReadonlyArray<CopyCount> =>
  item === undefined || item === null
    ? copiesOfTitle.filter(({ status }) => statusActions[status].reserve !== null)
    : statusActions[item.item.status].reserve === null
      ? []
      : [{ ...item.item, count: 1 }]

const alreadyReserved = ({ reservationsOfReader, item }: ReserveFacts, { title }: Reserve): ReadonlyArray<Refusal> => {
  const same = reservationsOfReader.find(
    ({ reservation }) =>
      reservation.titleId === title &&
      (reservation.itemId === null || item == null || reservation.itemId === item.item.itemId)
  )
  return same === undefined ? [] : [{ _tag: "AlreadyReserved", reservationId: same.reservation.reservationId }]
}

const withinLimit = ({ reservationsOfReader }: ReserveFacts, asked: Consultation): ReadonlyArray<Refusal> => {
  const countMax = asked.required("reservationCountMax")
  const count = reservationsOfReader.length
  return countMax !== undefined && countMax !== "unlimited" && count >= countMax
    ? [{ _tag: "ReservationLimitReached", count, countMax }]
    : []
}

const queueFull = (
  waitingCount: number,
  copies: ReadonlyArray<CopyCount>,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const perCopyMax = asked.optional("reservationsPerCopyMax", "unlimited")
  const copyCount = copies.reduce((sum, { count }) => sum + count, 0)
  if (perCopyMax === "unlimited" || waitingCount < perCopyMax * copyCount) return []
  return [{ _tag: "QueueFull", waitingCount, copyCount, perCopyMax }]
}

const notOnShelf = (copies: ReadonlyArray<CopyCount>, asked: Consultation): ReadonlyArray<Refusal> => {
  if (asked.required("reservableOnShelf") !== false) return []
  const branches = copies.filter(({ status }) => status === "available").map(({ presentBranch }) => presentBranch)
  return branches.length === 0 ? [] : [{ _tag: "ItemOnShelf", branches: [...new Set(branches)].sort() }]
}
