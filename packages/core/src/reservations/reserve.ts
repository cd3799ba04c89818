import { Result } from "effect"
import { compensationOwed } from "../accounts/compensationOwed.ts"
import { type RaisedCharge, raiseFee } from "../accounts/raiseFee.ts"
import { heldIn } from "../appeals/held.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { CopyCount } from "../decision/facts.ts"
import { lift } from "../decision/override.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ageAgainst } from "../loans/itemTerms.ts"
import { costsNotAccepted } from "../loans/lendingCosts.ts"
import { readerMay, type Standing } from "../readers/blocks/readerMay.ts"
import { linkedDebts } from "../readers/links/linkedDebts.ts"
import { mayActFor, proxyAgainst } from "../readers/links/mayActFor.ts"
import { consultFetching } from "./consultFetching.ts"
import { againstFetching } from "./entitled.ts"
import { kindAsked, recallForLater } from "./kind.ts"
import { byItself, ReservationId, type ReservationKind } from "./model.ts"
import { placeAt, rankOfNone } from "./place.ts"
import { placingCosts, placingCostsMax } from "./placingCosts.ts"
import { type Recalled, recallForReader } from "./recallForReader.ts"
import { categoryLimits, reservationLimits, reservationsOfDay } from "./reservationLimits.ts"
import type { Reserve, ReserveFacts } from "./reserveCommand.ts"
import { targetColumns, targetOf } from "./target.ts"
import { lastInstant } from "./waitUntil.ts"
import { aheadOf, lentAlready, notOnShelf, queueFull, wantedCopies } from "./wanted.ts"

export interface ReserveReceipt {
  readonly reservationId: ReservationId
  /** Every reservation that was placed: more than one where more copies were asked for. */
  readonly reservationIds: ReadonlyArray<ReservationId>
  readonly kind: ReservationKind
  readonly pickupBranch: string
  /** How many wait before it for a copy that it could have. */
  readonly ahead: number
  /** Last instant at which it waits for a copy; `null`: without end. */
  readonly waitUntil: Instant | null
  /** The loans that are to be brought back for it. */
  readonly recalled: ReadonlyArray<Recalled>
  /** What it costs now. */
  readonly charges: ReadonlyArray<RaisedCharge>
  readonly overrides: ReadonlyArray<Override>
  readonly trace: { readonly policyVersion: number; readonly policyRows: Readonly<Record<string, string>> }
}

/** Whether this reader may join this queue, how, and at which place. Every refusal at once. */
export const decideReserve = (
  facts: ReserveFacts,
  command: Reserve,
  context: DecisionContext
): Result.Result<Decision<ReserveReceipt>, Refusals> => {
  const { place, policy, calendar, ids } = context
  const { copies: countOf = 1, at } = command
  const pickupBranch = command.pickupBranch ?? place.branch
  const unknown: Array<Refusal> = []
  if (facts.title === null) unknown.push({ _tag: "TitleUnknown", title: command.title })
  if (command.item !== undefined && facts.item?.item.titleId !== command.title)
    unknown.push({ _tag: "ItemUnknown", item: command.item })
  if (!mayActFor(place.actor, facts, command)) unknown.push({ _tag: "ReaderUnknown", reader: command.card })
  if (policy === null) unknown.push({ _tag: "PolicyNotInForce" })
  const branch = calendar?.branch(pickupBranch)
  if (calendar === null) unknown.push({ _tag: "CalendarNotInForce" })
  else if (branch === undefined) unknown.push({ _tag: "BranchUnknown", branch: pickupBranch })
  if (facts.title === null || facts.reader === null || policy === null || branch === undefined || unknown.length > 0)
    return refused(unknown)

  const { title, queue } = facts.title
  const { reader, account } = facts.reader
  const target = targetOf({
    itemId: facts.item?.item.itemId ?? null,
    volume: command.volume ?? "",
    itemType: command.itemType ?? ""
  })
  // A copy that is named has its volume and type: who waits for others of its title waits for something else.
  const named = facts.item?.item
  const wish = named == null ? target : targetOf({ ...named, itemType: named.type })
  const copies = wantedCopies(facts, target)
  const consultFor = (copy: Pick<CopyCount, "type" | "collection" | "location"> | null): Consultation =>
    consultFetching(policy, branch, {
      reader,
      item: copy ?? { type: "", collection: "", location: "" },
      title,
      waiting: queue.waitingCount,
      pickupBranch,
      at
    })
  const fetched = { readerHome: reader.homeBranch, pickupBranch }
  const consulted = copies.map((copy) => {
    const asked = consultFor(copy)
    return { copy, asked, against: againstFetching(copy, fetched, asked, policy) }
  })
  const reservable = consulted.filter(({ asked }) => asked.settings.get("reservable") === true)
  const suitable = reservable.filter((one) => one.against === null && !isBarred(one))
  const chosen = suitable[0] ?? reservable[0] ?? consulted[0]
  const asked = chosen?.asked ?? consultFor(null)

  const refusals: Array<Refusal> = [
    ...readerMay("reserve", { reader, account }, standingOf(facts, at), { at, asked, place }),
    ...ageAgainst(asked)
  ]
  const against = proxyAgainst(facts, command)
  if (against !== null) refusals.push(against)
  if (chosen === undefined) refusals.push({ _tag: "TitleWithoutItems" })
  else if (asked.required("reservable") === false)
    refusals.push({ _tag: "ItemNotReservable", itemType: chosen.copy.type })
  else if (chosen.against !== null) refusals.push(chosen.against)
  else if (isBarred(chosen)) refusals.push({ _tag: "ItemStatusForbids", status: "inRepair", action: "reserve" })
  if (branch.addOpenDays(branch.localDay(at), 1) === null)
    refusals.push({ _tag: "CalendarHasNoOpenDay", branch: pickupBranch })
  const waitUntil = lastInstant(branch, command, asked)
  if (waitUntil !== null && waitUntil < Math.max(at, command.notBefore ?? at))
    refusals.push({ _tag: "WaitOverBefore", waitUntil })
  if (waitUntil === null && !asked.optional("reservableWithoutEnd", true)) refusals.push({ _tag: "LastDayNeeded" })
  const suited = suitable.map(({ copy }) => copy)
  // Not asked for where any copy will do, and nobody goes first: then all who wait are before it.
  const { waitingByRank: groups } = facts
  const waiting = groups === undefined ? queue.waitingCount : aheadOf(groups, wish)
  const kind = kindAsked(command.kind, suited, waiting, countOf, asked)
  const early = recallForLater(kind.kind, command.notBefore, at)
  const categories = categoryLimits(facts, countOf, asked)
  const today = reservationsOfDay(policy, asked, reader, branch, at, countOf)
  refusals.push(
    ...lentAlready(facts, target, asked),
    ...reservationLimits(facts, wish, countOf, kind.kind, asked),
    ...categories.refusals,
    ...today.refusals,
    ...queueFull(waiting, copies, countOf, asked),
    ...notOnShelf(copies, asked),
    ...kind.refusals,
    ...(early === null ? [] : [early]),
    ...asked.missing
  )
  const mayFetch = (item: ItemRow): boolean => {
    const of = consultFor(item)
    return of.settings.get("reservable") === true && againstFetching(item, fetched, of, policy) === null
  }
  const work = draft(place)
  const back =
    kind.kind === "recall"
      ? recallForReader(
          work,
          facts,
          { target, count: countOf, mayFetch, at },
          { ...context, ids: ids.slice(countOf * (1 + placingCostsMax)) }
        )
      : { recalled: [], refusals: [], isPart: false }
  const placed = { more: countOf, recalled: back.recalled.length, waitingCount: waiting, copies: suited }
  const costs = placingCosts(policy, asked, placed)
  // Where more loans are to be looked at, what it costs is known then.
  if (!back.isPart) refusals.push(...costsNotAccepted(costs, command.acceptedCost, asked))
  const { left, overrides } = lift(refusals, command.override, place)
  if (left.length + back.refusals.length > 0) return refused([...left, ...back.refusals])

  work.restOn("reader", reader)
  work.restOn("titleQueue", queue)
  const rank = asked.optional("queueRank", rankOfNone)
  const reservationIds = ids.slice(0, countOf).map((id) => ReservationId.make(id))
  const policyRows = { ...asked.rows, ...categories.rows }
  const { type: copyType = "", collection: copyCollection = "" } = chosen?.copy ?? {}
  for (const [nth, reservationId] of reservationIds.entries()) {
    work.emit(
      {
        _tag: "ReservationPlaced",
        reservationId,
        titleId: title.titleId,
        ...targetColumns(target),
        copyType,
        copyCollection,
        kind: kind.kind,
        pickupBranch,
        readerCategory: reader.category,
        place: placeAt(rank, queue.nextPlace + nth),
        at,
        notBefore: command.notBefore ?? null,
        waitUntil,
        ...(command.by === undefined ? {} : { proxied: 1 as const }),
        policyVersion: policy.version,
        policyRows
      },
      overrides
    )
    work.insert("reservationReader", { reservationId, readerId: reader.readerId, ...byItself })
  }
  if (today.reader !== null) work.replace("reader", today.reader)
  const charged = { account, itemType: copyType, at, branch: place.branch }
  const charges = costs.map((cost, nth) => raiseFee(work, cost, { ...charged, chargeId: ids[countOf + nth] }))
  return Result.succeed(
    work.decide({
      reservationId: reservationIds[0] as ReservationId,
      reservationIds,
      kind: kind.kind,
      pickupBranch,
      ahead: groups === undefined ? waiting : aheadOf(groups, wish, rank),
      waitUntil,
      recalled: back.recalled,
      charges,
      overrides,
      trace: { policyVersion: policy.version, policyRows }
    })
  )
}

/** Whether the policy keeps a copy in repair from being reserved. */
const isBarred = ({ copy, asked }: { readonly copy: CopyCount; readonly asked: Consultation }): boolean =>
  copy.status === "inRepair" && !asked.optional("reservableInRepair", true)

type OfStanding =
  | "linksOfReader"
  | "linksToReader"
  | "loanCounts"
  | "overdueOfReader"
  | "blocksOfReader"
  | "chargesOfReader"
  | "heldOfReader"
type StandingFacts = { readonly [S in OfStanding]?: ReserveFacts[S] | undefined }

/** What was found of a reader who asks for something ahead. */
export const standingOf = (facts: StandingFacts, at: number): Standing => ({
  ...linkedDebts({ of: facts.linksOfReader, to: facts.linksToReader }, at),
  loansOut: facts.loanCounts?.reduce((sum, { count }) => sum + count, 0) ?? null,
  overdue: facts.overdueOfReader ?? [],
  blocks: facts.blocksOfReader ?? [],
  compensationDebt: compensationOwed(facts.chargesOfReader),
  held: heldIn(facts.heldOfReader)
})
