import { Result, Schema } from "effect"
import { comesTo } from "../accounts/adjustCharge.ts"
import type { AccountId, EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { Found, Lookup, ReaderFacts } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { beginKept } from "../reservations/beginSet.ts"
import { isKept } from "../reservations/joined.ts"
import { byItself } from "../reservations/model.ts"
import type { ReaderLinkRow } from "./links/model.ts"
import { moneyIdCount, moneyMovedMax, moveMoney } from "./mergedMoney.ts"
import { Card, type ReaderId, type ReaderRow } from "./model.ts"

/** Two records are one person: everything of the other one goes to the one that is kept. */
export const MergeReaders = Schema.Struct({
  /** A card of who is kept. */
  card: Card,
  /** A card of the record that ends. Its cards go on working, for who is kept. */
  other: Card,
  at: InstantInput
})
export type MergeReaders = typeof MergeReaders.Type

export interface MergeReceipt {
  readonly readerId: ReaderId
  readonly cards: number
  readonly loans: number
  readonly reservations: number
  readonly charges: number
}

/** How many loans one merge moves. */
const movedMax = 1_000
export const mergeIdCount = moneyIdCount

export const mergeLookup = ({ card, other }: Pick<MergeReaders, "card" | "other">) =>
  ({
    reader: { card },
    reservationsOfReader: { card },
    linksOfReader: { card },
    linksToReader: { card },
    otherReader: { other },
    cardsOfOther: { other },
    lostCardsOfOther: { other },
    loanCountsOfOther: { other },
    loanLinksOfOther: { other },
    reservationsOfOther: { other },
    joinedOfOther: { other },
    bookingsOfOther: { other },
    chargesOfOther: { other },
    accruingOfOther: { other },
    incidentChargesOfOther: { other },
    creditsOfOther: { other },
    historyOfOther: { other },
    depositsOfOther: { other },
    blocksOfOther: { other },
    notesOfOther: { other },
    linksOfOther: { other },
    linksToOther: { other },
    incidentsOfOther: { other },
    appealsOfOther: { other }
  }) satisfies Lookup
export type MergeFacts = Found<ReturnType<typeof mergeLookup>>

/**
 * Moves cards, loans, reservations, bookings, debts, credits, incidents, appeals, blocks, notes and links, all or nothing; of two links
 * to one person, the one that lasts longer is kept. Refuses one reader named twice, two reservations of one title (one is to
 * be cancelled before), a deposit that was paid, a part that was settled of an open loss or of what an open loan goes on costing, and more than fits
 * one decision.
 */
export const decideMerge = (
  facts: MergeFacts,
  { card, other: otherCard, at }: MergeReaders,
  context: DecisionContext
): Result.Result<Decision<MergeReceipt>, Refusals> => {
  if (facts.reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (facts.otherReader === null) return refused([{ _tag: "ReaderUnknown", reader: otherCard }])
  const [kept, other] = [facts.reader, facts.otherReader]
  const refusals = againstMerge(facts, kept, other)
  if (refusals.length > 0) return refused(refusals)
  const { place, ids } = context
  const { readerId } = kept.reader
  const work = draft(place)
  work.restOn("reader", kept.reader)
  work.restOn("reader", other.reader)
  work.emit({ _tag: "ReaderChanged", readerId, at, changed: ["merged"] })
  work.emit({ _tag: "ReaderChanged", readerId: other.reader.readerId, at, changed: ["status"] })
  work.replace("reader", { ...other.reader, status: "removed", name: "", bornOn: null, historyConsentAt: null })
  work.replace("reader", withOther(kept.reader, other.reader))
  beginSets(work, facts, kept.reader, at, context)
  moveLinks(work, facts, readerId, other.reader.readerId)
  moveCounts(work, facts, readerId)
  const charges = moveMoney(
    work,
    facts,
    { kept: kept.account, other: other.account },
    { at, branch: place.branch, ids }
  )
  moveAppeals(work, facts, kept.account.accountId, charges, { at, branch: place.branch })
  return Result.succeed(
    work.decide({
      readerId,
      cards: facts.cardsOfOther.length,
      loans: facts.loanLinksOfOther.length,
      reservations: facts.reservationsOfOther.length,
      charges: facts.chargesOfOther.length
    })
  )
}

/**
 * Who is kept also keeps a consent that either record has, the loans and reservations of the day that both began, and, in the same category,
 * the membership that lasts longer.
 */
const withOther = (kept: ReaderRow, other: ReaderRow): ReaderRow => {
  const person = {
    ...kept,
    bornOn: kept.bornOn ?? other.bornOn,
    expiresAt: kept.category === other.category && endOf(other) > endOf(kept) ? other.expiresAt : kept.expiresAt,
    historyConsentAt: kept.historyConsentAt ?? other.historyConsentAt
  }
  const lent = later([kept.lentDay, kept.lentDayCount], [other.lentDay, other.lentDayCount])
  const reserved = later([kept.reservedDay, kept.reservedDayCount], [other.reservedDay, other.reservedDayCount])
  return { ...person, lentDay: lent[0], lentDayCount: lent[1], reservedDay: reserved[0], reservedDayCount: reserved[1] }
}

type DayCount = readonly [day: number | null, count: number]

/** The later day and what counts on it: of both, where it is one day. */
const later = (kept: DayCount, other: DayCount): DayCount => {
  const [keptDay, otherDay] = [kept[0] ?? 0, other[0] ?? 0]
  return keptDay > otherDay ? kept : [other[0], other[1] + (keptDay === otherDay ? kept[1] : 0)]
}

/** Without an end, it lasts longest. */
const endOf = ({ expiresAt }: Pick<ReaderRow, "expiresAt">): number => expiresAt ?? Number.POSITIVE_INFINITY

const againstMerge = (facts: MergeFacts, kept: ReaderFacts, other: ReaderFacts): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  if (kept.reader.readerId === other.reader.readerId) return [{ _tag: "SameReader" }]
  for (const { status } of [kept.reader, other.reader])
    if (status !== "active") refusals.push({ _tag: status === "pending" ? "ReaderPending" : "ReaderRemoved" })
  const titles = new Set(facts.reservationsOfReader.map(({ reservation }) => reservation.titleId))
  for (const { reservation } of facts.reservationsOfOther)
    if (titles.has(reservation.titleId))
      refusals.push({ _tag: "AlreadyReserved", reservationId: reservation.reservationId })
  const deposit = facts.depositsOfOther.find(({ paid }) => paid > 0)
  if (deposit !== undefined) refusals.push({ _tag: "DepositInUse", loanId: deposit.loanId })
  const fixed = facts.appealsOfOther.filter(({ chargeId, state }) => state === "open" && !isWholly(facts, chargeId))
  if (fixed.length > 0) refusals.push({ _tag: "AppealsOpen", count: fixed.length })
  // What was paid of a loss may be given back, to the account that paid it; what was forgone stays there, too.
  const settledLoss = facts.incidentChargesOfOther.find(
    ({ charge, incident }) => incident.kind !== "damage" && charge.outstanding !== comesTo(charge)
  )
  if (settledLoss !== undefined) refusals.push({ _tag: "LossOpen", incidentId: settledLoss.incident.incidentId })
  // What was settled stays in the account where it was, and could not be told from what is to come.
  const running = facts.accruingOfOther.find(
    ({ charge }) => charge.outstanding !== comesTo(charge) || charge.forgiven > 0
  )
  if (running !== undefined)
    refusals.push({ _tag: "ChargeRunning", loanId: running.loanId, chargeId: running.charge.chargeId })
  if (facts.loanLinksOfOther.length > movedMax) refusals.push({ _tag: "TooMuchAtOnce", countMax: movedMax })
  if (facts.chargesOfOther.length + facts.creditsOfOther.length > moneyMovedMax)
    refusals.push({ _tag: "TooMuchAtOnce", countMax: moneyMovedMax })
  return refusals
}

/** What was paid of a charge stays where it is: an appeal goes along with a charge that is owed as it was raised. */
const isWholly = ({ chargesOfOther }: MergeFacts, id: EntryId): boolean =>
  chargesOfOther.some(({ charge }) => charge.chargeId === id && charge.outstanding === charge.amount)

const moveAppeals = (
  work: Draft,
  { appealsOfOther }: MergeFacts,
  accountId: AccountId,
  charges: ReadonlyMap<EntryId, EntryId>,
  when: { readonly at: Instant; readonly branch: string }
): void => {
  for (const appeal of appealsOfOther) {
    const chargeId = appeal.state === "open" ? (charges.get(appeal.chargeId) ?? appeal.chargeId) : appeal.chargeId
    work.restOn("appeal", appeal)
    work.emit({ _tag: "AppealMoved", appealId: appeal.appealId, accountId, chargeId, ...when })
  }
}

/** Copies that were kept for the rest of a set are to be fetched by who is kept: among that reader's they stand by themselves. */
const beginSets = (
  work: Draft,
  { joinedOfOther }: MergeFacts,
  reader: ReaderRow,
  at: Instant,
  { policy, calendar }: DecisionContext
): void => {
  if (policy === null || calendar === null) return
  const kept = joinedOfOther.filter((one) => one.groupKind === "together" && isKept(one))
  beginKept(
    work,
    kept.map((one) => ({ ...one, reader })),
    at,
    { policy, calendar }
  )
}

/** Everything that names the reader who ends names the other one from now on. */
const moveLinks = (work: Draft, facts: MergeFacts, readerId: ReaderId, otherId: ReaderId): void => {
  for (const card of facts.cardsOfOther) {
    work.cut("card", card)
    work.insert("card", { card, readerId })
  }
  for (const row of facts.lostCardsOfOther) {
    work.cut("lostCard", row.card)
    work.insert("lostCard", { ...row, readerId })
  }
  // A charge that came to nothing stays; what its loan costs from now on is another one.
  for (const { charge } of facts.accruingOfOther) if (comesTo(charge) === 0) work.cut("chargeLoan", charge.chargeId)
  for (const { charge } of facts.incidentChargesOfOther)
    if (comesTo(charge) === 0) work.cut("chargeIncident", charge.chargeId)
  for (const { loanId } of facts.loanLinksOfOther) {
    work.cut("loanReader", loanId)
    work.insert("loanReader", { loanId, readerId })
  }
  for (const { reservation, queue } of facts.reservationsOfOther) {
    // It may end without a word to its reader, but not without one to its queue.
    work.restOn("titleQueue", queue)
    work.cut("reservationReader", reservation.reservationId)
    // Among the reservations of another reader it stands by itself.
    work.insert("reservationReader", { reservationId: reservation.reservationId, readerId, ...byItself })
  }
  for (const { booking, item } of facts.bookingsOfOther) {
    // It may end without a word to its reader, but not without one to its item.
    work.restOn("item", item)
    work.cut("bookingReader", booking.bookingId)
    work.insert("bookingReader", { bookingId: booking.bookingId, readerId })
  }
  for (const row of facts.incidentsOfOther) {
    work.cut("incidentReader", row.incidentId)
    work.insert("incidentReader", { ...row, readerId })
  }
  for (const row of facts.blocksOfOther) {
    work.cut("readerBlock", row.blockId)
    work.insert("readerBlock", { ...row, readerId })
  }
  for (const row of facts.notesOfOther) {
    work.cut("readerNote", row.noteId)
    work.insert("readerNote", { ...row, readerId })
  }
  movePersons(work, facts, readerId, otherId)
}

/** Who stands for whom. Nobody for themselves; of two links that become one, that stays which holds longer. */
const movePersons = (work: Draft, facts: MergeFacts, readerId: ReaderId, otherId: ReaderId): void => {
  const known = new Map([...facts.linksOfReader, ...facts.linksToReader].map(({ link }) => [nameOf(link), link]))
  for (const { link, reader } of [...facts.linksOfOther, ...facts.linksToOther]) {
    // Whoever stands at the other end may end the link, or be erased, without a word to this reader.
    work.restOn("reader", reader)
    work.cut("readerLink", link.linkId)
    const moved: ReaderLinkRow = link.readerId === otherId ? { ...link, readerId } : { ...link, otherId: readerId }
    const same = known.get(nameOf(moved))
    if (moved.readerId === moved.otherId || (same !== undefined && lastsTo(same) >= lastsTo(moved))) continue
    if (same !== undefined) work.cut("readerLink", same.linkId)
    work.insert("readerLink", moved)
  }
}

const lastsTo = ({ endsAt }: ReaderLinkRow): number => endsAt ?? Number.POSITIVE_INFINITY

const nameOf = ({ readerId, otherId, kind }: ReaderLinkRow): string => JSON.stringify([readerId, otherId, kind])

const moveCounts = (work: Draft, { loanCountsOfOther }: MergeFacts, readerId: ReaderId): void => {
  for (const group of loanCountsOfOther) {
    if (group.count === 0) continue
    work.count({ ...group, count: -group.count })
    work.count({ ...group, readerId })
  }
}
