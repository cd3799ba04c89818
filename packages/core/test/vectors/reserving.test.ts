import { readFileSync } from "node:fs"
import { Result } from "effect"
import { expect } from "vitest"
import type { ItemStatus } from "../../src/catalogue/model.ts"
import type { Refusal } from "../../src/decision/refusal.ts"
import { decideReserve } from "../../src/reservations/reserve.ts"
import { lendingCase } from "../../src/testing/lendingCase.ts"
import { accountRow, cardOf, itemRow, morning, queueRow, readerRow, titleRow } from "../../src/testing/rows.ts"
import { type BranchSystem, branchSystem } from "./branchSystem.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/reservations.json", import.meta.url), "utf8"))

type Check = (entry: VectorEntry) => Promise<void>
type Given = VectorEntry["given"]

const day = 86_400_000

/** The most of all reservations of a reader, of those for one title, and of those placed in a day. */
const maxima = ({ maxHolds, maxPerRecord, maxPerDay }: Given = {}): object => ({
  ...(maxHolds === undefined ? {} : { reservationCountMax: maxHolds }),
  ...(maxPerRecord === undefined ? {} : { reservationsPerTitleMax: maxPerRecord }),
  ...(maxPerDay == null ? {} : { reservationsPerDayMax: maxPerDay })
})

const controls: Readonly<Record<string, string>> = { itemHomeLibrary: "itemHome", patronLibrary: "readerHome" }
const whose: Readonly<Record<string, object>> = {
  nobody: { reservable: false },
  homeLibraryPatrons: { reservableBy: "home" },
  holdGroup: { reservableBy: "group" },
  any: { reservableBy: "anyone" }
}

/** A row of the policy for a rule of theirs; a star is no condition. */
const rowOf = (rule: Given, nth: number): object => {
  const scope = { branch: rule.library, readerCategory: rule.category, itemType: rule.itemType }
  return {
    id: `rule${nth}`,
    when: Object.fromEntries(Object.entries(scope).filter(([, code]) => code !== undefined && code !== "*")),
    set: {
      ...(rule.holdAllowed === undefined ? {} : whose[rule.holdAllowed as string]),
      ...(rule.fulfillment === "holdGroup" ? { pickupBranches: "group" } : {}),
      ...maxima({ ...rule, maxHolds: rule.maxHolds ?? rule.max })
    }
  }
}

const holdSystem = (given: Given): Promise<BranchSystem> => {
  const { item = {}, patronLibrary = "L1", patronCategory = "adult", pickup = {}, holdGroup } = given
  const home = item.homeLibrary ?? given.itemHomeLibrary ?? "L1"
  const byType = Object.entries(given.rulesByItemType ?? {}).map(([itemType, rule]) => ({
    itemType,
    ...(rule as object)
  }))
  const rules = [...byType, ...(given.libraryRules ?? []), ...(given.maxTotalHolds ?? []), ...(given.holdRules ?? [])]
  const type = given.itemTypeFrom === "record" ? given.recordItemType : (given.itemType ?? item.itemType ?? "T")
  const types = [type, ...rules.map(({ itemType }: Given) => itemType)].filter(
    (code) => code !== undefined && code !== "*"
  )
  const category = given.holdRules === undefined ? patronCategory : "C"
  return branchSystem({
    branches: ["L1", "L2", "L3"],
    readers: { ada: { home: patronLibrary, category } },
    copies: {
      b1: { home, type },
      other: { home, type },
      ...Object.fromEntries(["x", "y", "z"].map((code) => [code, { home, type, title: code }]))
    },
    set: {
      ...maxima(given.rules),
      ...(given.independentLibraries === true && given.holdsAcrossLibraries === false ? { reservableBy: "home" } : {}),
      ...(given.allowDamaged === undefined ? {} : { reservableInRepair: given.allowDamaged })
    },
    rows: rules.map(rowOf),
    document: {
      itemTypes: Object.fromEntries(types.map((code) => [code, {}])),
      // Whose rules hold: those of the copy's home where nothing is said of the reader's.
      ruleBranch: controls[given.control as string] ?? (given.maxTotalHolds === undefined ? "itemHome" : "readerHome"),
      precedence: { by: "criteriaOrder", order: ["branch", "readerCategory", "itemType"] },
      ...(holdGroup === undefined ? {} : { branchGroups: { group: holdGroup } }),
      ...(pickup.transferForbidden === true ? { transfers: { forbidden: [{ from: home, to: "L3" }] } } : {})
    }
  })
}

/** Our refusal in the words of the facts. The same one of ours stands for two of theirs where they name the setting. */
const statusOf = async (refusal: Refusal, given: Given, { reservation }: BranchSystem): Promise<string> => {
  switch (refusal._tag) {
    case "NotForReadersOf":
      return given.holdGroup === undefined ? "NOT_FROM_OTHER_LIBRARIES" : "NOT_IN_HOLD_GROUP"
    case "PickupNotAllowed":
      return given.holdGroup === undefined ? "CANNOT_BE_TRANSFERRED" : "PICKUP_NOT_IN_HOLD_GROUP"
    case "ItemStatusForbids":
      return refusal.status === "inRepair" ? "DAMAGED" : refusal.status
    case "AlreadyReserved":
      return (await reservation(refusal.reservationId)).kind === "recall" ? "ALREADY_RECALLED" : "TOO_MANY_FOR_RECORD"
    case "ReservationLimitReached":
      return refusal.countMax === 0 ? "NO_HOLDS_ALLOWED" : "TOO_MANY_HOLDS"
    case "TitleReservationsReached":
      return "TOO_MANY_FOR_RECORD"
    case "ReservationDayLimitReached":
      return "TOO_MANY_HOLDS_TODAY"
    default:
      return refusal._tag
  }
}

const holdAllowed: Check = async ({ given, expect: wanted }) => {
  const system = await holdSystem(given)
  const { give, reserve, wait } = system
  const damaged = given.item?.damaged === true
  if (damaged) for (const item of ["b1", "other"]) await give("sendToRepair", { item, note: "torn" })
  for (const { record, item } of given.ownHolds ?? []) {
    if (record === "this") await reserve("ada", item === undefined ? {} : { item: "other" })
    else await reserve("ada", { ofTitle: item ?? "x" })
  }
  const before = (given.ownHoldsCount ?? 0) - (given.ownHoldsToday ?? 0)
  for (const [nth, ofTitle] of ["x", "y", "z"].slice(0, given.ownHoldsCount ?? 0).entries()) {
    if (nth === before) wait(2 * day)
    await reserve("ada", { ofTitle })
  }
  if (given.ownRecall === true) {
    await give("registerReader", { card: "ben", name: "ben", category: "adult" })
    await give("checkOut", { item: "b1", card: "ben" })
    await reserve("ada", { kind: "recall" })
  }
  const pickupBranch = given.pickup?.library ?? (given.pickup === undefined ? given.patronLibrary : "L3")
  const byItem = given.ownHolds?.some(({ item }: Given) => item === "other") === true
  const answer = await system.ask("reserve", {
    title: system.titleOf(),
    card: "ada",
    ...(byItem ? { item: "b1" } : {}),
    ...(pickupBranch === undefined ? {} : { pickupBranch })
  })
  if ("invalid" in answer) throw new Error(JSON.stringify(answer))
  const refusals = "refusals" in answer ? answer.refusals : []
  const said = await Promise.all(refusals.map((refusal) => statusOf(refusal, given, system)))
  if (wanted.status === "OK") expect(said).toEqual([])
  else expect(said).toContain(wanted.status)
  if (wanted.limit !== undefined) expect(refusals).toContainEqual(expect.objectContaining({ countMax: wanted.limit }))
}

const statuses: Readonly<Record<string, ItemStatus>> = {
  available: "available",
  "checked-out": "onLoan",
  "on-order": "onOrder",
  "in-process": "inProcess",
  "awaiting-delivery": "awaitingDelivery",
  restricted: "restricted",
  "declared-lost": "declaredLost",
  "claimed-returned": "claimedReturned",
  withdrawn: "withdrawn",
  "lost-and-paid": "lostAndPaid",
  "aged-to-lost": "agedToLost"
}

const requestAllowed: Check = async ({ given, expect: wanted }) => {
  const status = statuses[given.itemStatus as string] as ItemStatus
  const set = { reservationCountMax: 5, reservable: true, reservableOnShelf: true, pickupDays: 7 }
  const { context } = lendingCase({ at: morning, set })
  const { itemId: _, ...copy } = itemRow("i1", "t1", { status })
  const decision = decideReserve(
    {
      title: { title: titleRow("t1"), queue: queueRow("t1") },
      reader: { reader: readerRow("ada"), account: accountRow("ada") },
      copiesOfTitle: [{ ...copy, count: 1 }],
      reservationsOfReader: [],
      ownLoansOfTitle: []
    },
    { title: titleRow("t1").titleId, card: cardOf("ada"), kind: given.kind, at: morning },
    context
  )
  expect(Result.isSuccess(decision)).toBe(wanted.allowed)
}

const reasons: Readonly<Record<string, string>> = {
  "too-many-holds": "ReservationLimitReached",
  "overdue-loans": "ReaderOverLimit",
  "restricted-book": "ItemNotReservable",
  "open-ended-hold": "LastDayNeeded"
}

/** Whose readers are regular or researchers, and whose books for everybody or restricted. */
const holdPolicy: Check = async ({ given, expect: wanted }) => {
  const { reader = "regular", book = "circulating", holds = 0, overdueAtSameBranch: overdue = 0, days = 1 } = given
  const held = Array.from({ length: holds }, (_, nth) => `h${nth}`)
  const late = Array.from({ length: overdue }, (_, nth) => `l${nth}`)
  const titles = Object.fromEntries([...held, ...late].map((code) => [code, { title: code }]))
  const system = await branchSystem({
    readers: { ada: { category: "regular" }, rea: { category: "researcher" } },
    copies: {
      b1: { type: book },
      c1: { title: "other", type: "circulating" },
      r1: { title: "r", type: "restricted" },
      ...titles
    },
    set: {
      reservationCountMax: 5,
      overdueLoansMax: 2,
      overdueLoansBlocks: ["reserve"],
      loanPeriod: { days: given.action === "checkout" ? given.days : 1 }
    },
    rows: [
      { id: "regular", when: { readerCategory: "regular" }, set: { reservableWithoutEnd: false } },
      { id: "restricted", when: { readerCategory: "regular", itemType: "restricted" }, set: { reservable: false } }
    ]
  })
  const { against, give, reserve, titleOf, wait, now } = system
  const card = reader === "regular" ? "ada" : "rea"
  const until = (length: number | null) => (length === null ? {} : { notAfter: now() + length * day })
  // More than the limit has only who was let pass it.
  for (const [nth, ofTitle] of held.entries())
    await reserve(card, { ofTitle, ...until(9), ...(nth < 5 ? {} : { override: { reason: "as agreed" } }) })
  for (const item of late) await give("checkOut", { item, card })
  if (late.length > 0) wait(2 * day)
  if (given.action === undefined) {
    const refusals = await against("reserve", { title: titleOf(), card, ...until(days) })
    expect(refusals).toEqual(wanted.allowed ? [] : [reasons[wanted.reason as string]])
    return
  }
  const reservation = await reserve(card, until(9))
  if (given.action === "cancel") {
    expect((await against("cancelReservation", { reservation })).length === 0).toBe(wanted.allowed)
    return
  }
  const { dueAt, filledReservationId } = await give("checkOut", { item: "b1", card })
  expect(filledReservationId).toBe(reservation)
  expect(dueAt).toBe(now() + given.days * day)
  expect(wanted.allowed).toBe(true)
}

const checks: Readonly<Record<string, Check>> = {
  hold_allowed: holdAllowed,
  "request-allowed": requestAllowed,
  "hold-policy": holdPolicy
}

describeVectors(Object.keys(checks), differently, (entry) => checks[entry.topic]?.(entry))
