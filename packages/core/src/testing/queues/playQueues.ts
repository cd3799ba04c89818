import { Effect, Layer } from "effect"
import { type CommandName, staffRoles } from "../../decision/permission.ts"
import type { Station } from "../../desk/command.ts"
import { Documents } from "../../desk/documents.ts"
import { checkInvariants } from "../../invariants/checkInvariants.ts"
import { replay } from "../../invariants/replay.ts"
import { openTenant, publish } from "../../library/publish.ts"
import type { Storage } from "../../storage/port.ts"
import { same } from "../contract/contractCase.ts"
import { carriedOut } from "../play/carriedOut.ts"
import { countedIds } from "../play/countedIds.ts"
import { day, hour, townCalendar, townOpensAt, townPolicy } from "../play/smallTown.ts"
import { rowsOf } from "../play/townPlay.ts"
import { type QueueAct, queueBranches, queueItems, queueReaders } from "./queueAct.ts"

const policy = {
  ...townPolicy(9, {
    reservationCountMax: 6,
    reservationsPerTitleMax: 2,
    recallMinimum: { days: 2 },
    recallReturnWithin: { days: 2 },
    debtMax: "9.00",
    reservationsJoined: ["anyOf", "together"],
    togetherDays: 2,
    bookable: true,
    bookingLeadDays: 1
  }),
  transfers: { kept: true }
}
const rules = {
  ...policy,
  rows: [
    ...policy.rows,
    { id: "rank", when: { readerCategory: "child" }, set: { queueRank: 7 } },
    { id: "asked back", when: { readerCategory: "child" }, set: { recallCancelled: "keeps" } },
    { id: "near", when: { itemType: "film" }, set: { localFirst: "pickupHere" } },
    { id: "nearest", when: { itemType: "book", readerCategory: "child" }, set: { localFirst: "nearest" } },
    { id: "waited", when: { itemType: "book", readerCategory: "adult" }, set: { waitedFirstDays: 2 } }
  ]
}

/** Plays what happens to queues in a tenant of its own. Gives what came of each: "done", or the codes of the refusals. */
export const playQueues = (tenant: string, acts: ReadonlyArray<QueueAct>) =>
  Effect.gen(function* () {
    const opened = yield* openTenant({ tenant, name: "Town", policy: rules, calendar: townCalendar, at: townOpensAt })
    if (!opened.ok) return yield* Effect.die(new Error(`the documents do not hold: ${JSON.stringify(opened)}`))
    const actor = { kind: "staff", id: "ann", permissions: new Set(staffRoles.manager) } as const
    let keys = 0
    const give = (name: CommandName, branch: string, input: object) => {
      const station: Station = { tenant, branch, actor, channel: "desk" }
      return carriedOut(station, name, input as never, { key: `key ${++keys}` })
    }
    const at = townOpensAt
    const titleIds: Array<string> = []
    for (const title of ["Maps", "Stagecoach"])
      titleIds.push(
        ((yield* give("addTitle", "main", { description: { title }, at })).receipt as { titleId: string }).titleId
      )
    for (const [index, barcode] of queueItems.entries()) {
      const film = index === 3
      const volume = index === 1 ? "2" : ""
      yield* give("addItem", "main", {
        title: titleIds[film ? 1 : 0],
        barcode,
        type: film ? "film" : "book",
        homeBranch: index === 2 ? "hill" : "main",
        volume,
        at
      })
    }
    for (const card of queueReaders)
      yield* give("registerReader", "main", { card, name: card, category: card === "kid" ? "child" : "adult", at })
    for (const branch of queueBranches)
      yield* give("addPickupSlot", branch, { kind: "locker", name: "Locker 1", capacity: 1, at })
    let now = at as number
    const answers: Array<string> = []
    for (const act of acts) {
      now += act.hours * hour
      if (act.name === "publish") {
        yield* publishRules(tenant, act, now)
        continue
      }
      const input = yield* inputOf(tenant, titleIds, act, now)
      const said = give(act.name, act.branch, { ...input, at: now }).pipe(
        Effect.as("done"),
        Effect.catchTag("Refused", ({ refusals }) => Effect.succeed(refusals.map(({ _tag }) => _tag).join()))
      )
      answers.push(`${act.name}: ${yield* said}`)
    }
    yield* same(yield* checkInvariants(tenant), [], "broken invariants")
    yield* same(yield* replay(tenant), [], "differences from the events")
    yield* same(yield* servedTwice(tenant), [], "groups of which one is enough, served twice")
    return answers
  }).pipe(Effect.provide(Layer.merge(Documents.layer, countedIds())))

/** Groups of which one reservation is enough, and more than one has a copy. */
const servedTwice = (tenant: string) =>
  Effect.gen(function* () {
    const reservations = new Map((yield* rowsOf(tenant, "reservation")).map((row) => [row.reservationId, row]))
    const counts = new Map<string, number>()
    for (const { reservationId, groupId, groupKind } of yield* rowsOf(tenant, "reservationReader"))
      if (groupKind === "anyOf" && groupId !== null && reservations.get(reservationId)?.state !== "waiting")
        counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
    return [...counts].filter(([, count]) => count > 1).map(([groupId]) => groupId)
  })

const publishRules = (tenant: string, { kept, isOpen }: Extract<QueueAct, { readonly name: "publish" }>, at: number) =>
  Effect.gen(function* () {
    const { main, hill } = townCalendar.branches
    const calendar = { ...townCalendar, branches: { main, ...(isOpen ? { hill } : {}) } }
    yield* publish("policy", { tenant, content: { ...rules, transfers: { kept } }, at, by: "ann" })
    yield* publish("calendar", { tenant, content: calendar, at, by: "ann" })
  })

/** The act as the command that it is at this moment. */
const inputOf = (
  tenant: string,
  titleIds: ReadonlyArray<string>,
  act: Exclude<QueueAct, { readonly name: "publish" }>,
  now: number
): Effect.Effect<object, unknown, Storage> =>
  Effect.gen(function* () {
    const live = (yield* rowsOf(tenant, "reservationReader")).map(({ reservationId }) => reservationId as string)
    const nthOf = (nth: number): string => live[nth % Math.max(1, live.length)] ?? "none"
    const nthKept = (nth: number): Effect.Effect<string, unknown, Storage> =>
      Effect.map(rowsOf(tenant, "reservation"), (all) => {
        const kept = all.filter(({ state }) => state === "setAside")
        return kept.length === 0 ? nthOf(nth) : (kept[nth % kept.length]?.reservationId ?? "none")
      })
    const nthSlot = (nth: number): Effect.Effect<string, unknown, Storage> =>
      Effect.map(rowsOf(tenant, "pickupSlot"), (all) => all[nth % all.length]?.slotId ?? "none")
    switch (act.name) {
      case "reserve": {
        const { title, reader, pickupBranch, kind, only, copies } = act
        return {
          title: titleIds[title],
          card: reader,
          pickupBranch,
          copies,
          ...(kind === null ? {} : { kind }),
          ...(only === "item" ? { item: title === 0 ? "i1" : "i4" } : {}),
          ...(only === "volume" ? { volume: "2" } : only === "itemType" ? { itemType: "book" } : {})
        }
      }
      case "checkOut":
      case "pickUp": {
        const override = act.override ? { override: { reason: "as agreed" } } : {}
        return { item: act.item, card: act.reader, ...override }
      }
      case "changeItem":
        return { item: act.item, ...act.set }
      case "send":
        return { item: act.item, to: act.to, plan: act.plan }
      case "cancelRecall": {
        const lent = (yield* rowsOf(tenant, "loan")).filter(
          ({ recalledAt, closedAt }) => recalledAt !== null && closedAt === null
        )
        const items = yield* rowsOf(tenant, "item")
        const recalled = items.filter(({ loanId }) => lent.some((loan) => loan.loanId === loanId))
        const among = recalled.length === 0 ? items : recalled
        return { item: among[act.nth % among.length]?.barcode }
      }
      case "repaired": {
        const inRepair = (yield* rowsOf(tenant, "item")).find(({ status }) => status === "inRepair")
        return { item: inRepair?.barcode ?? act.item }
      }
      case "reportMissing":
        return { item: act.item, noticedAt: "transit" }
      case "cancelTransit": {
        const open = (yield* rowsOf(tenant, "transit")).filter(({ endedAt }) => endedAt === null)
        return { item: act.item, transit: open[0]?.transitId ?? "none", reason: "no van today" }
      }
      case "suspendReservation":
        return { reservation: nthOf(act.nth), ...(act.days === null ? {} : { until: now + act.days * 24 * hour }) }
      case "resumeReservation":
      case "cancelReservation":
      case "expireReservation":
        return { reservation: nthOf(act.nth) }
      case "moveReservation":
        return {
          reservation: nthOf(act.nth),
          [act.isBefore ? "before" : "after"]: nthOf(act.next),
          reason: "as agreed"
        }
      case "joinReservations": {
        const own = (yield* rowsOf(tenant, "card")).find(({ card }) => card === act.reader)?.readerId
        const theirs = (yield* rowsOf(tenant, "reservationReader")).filter(({ readerId }) => readerId === own)
        const reservations = theirs.slice(act.nth, act.nth + 3).map(({ reservationId }) => reservationId)
        return { card: act.reader, reservations: reservations.length === 0 ? ["none"] : reservations, as: act.as }
      }
      case "addPickupSlot": {
        const { capacity, inHours } = act
        const from = now + (inHours ?? 0) * hour
        const span = inHours === null ? {} : { from, until: from + 2 * hour }
        return { kind: inHours === null ? "locker" : "curbside", name: "More", capacity, ...span }
      }
      case "takeSlot":
        return { reservation: yield* nthKept(act.nth), slot: yield* nthSlot(act.slot) }
      case "leaveSlot": {
        const taken = yield* rowsOf(tenant, "slotTaken")
        return { reservation: taken[act.nth % Math.max(1, taken.length)]?.reservationId ?? (yield* nthKept(act.nth)) }
      }
      case "closePickupSlot":
        return { slot: yield* nthSlot(act.slot) }
      case "book": {
        const from = now + act.inDays * day
        return { item: act.item, card: act.reader, pickupBranch: act.pickupBranch, from, until: from + day }
      }
      case "cancelBooking":
      case "expireBooking": {
        const booked = yield* rowsOf(tenant, "bookingReader")
        return { booking: booked[act.nth % Math.max(1, booked.length)]?.bookingId ?? "none" }
      }
      case "changeReservation":
        return { reservation: nthOf(act.nth), pickupBranch: act.pickupBranch }
      default:
        return { item: act.item }
    }
  })
