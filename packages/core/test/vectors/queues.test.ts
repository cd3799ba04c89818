import { readFileSync } from "node:fs"
import { expect } from "vitest"
import { nightlyClose } from "../../src/library/nightlyClose.ts"
import { type BranchSystem, branchSystem } from "./branchSystem.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/reservations.json", import.meta.url), "utf8"))

type Check = (entry: VectorEntry) => Promise<void>
type Given = VectorEntry["given"]

const day = 86_400_000

const near: Readonly<Record<string, string>> = {
  "pickup home": "pickupAtHome",
  "pickup holding": "pickupHere",
  "home home": "readerAtHome",
  "home holding": "readerHere"
}
const places: Readonly<Record<string, string>> = { home: "home", holding: "present", any: "any" }

const matchSystem = ({ item, holds, ...given }: Given): Promise<BranchSystem> => {
  const { homeLibrary: home = "A", holdingLibrary = home, itemType = "book", notForLoanStatus } = item
  const waiting: ReadonlyArray<Given> = Array.isArray(holds) ? holds : [{ patron: "ada", pickup: given.pickup ?? home }]
  const never = given.neverTrapStatuses?.includes(notForLoanStatus) === true
  const branches = [home, holdingLibrary, ...waiting.flatMap(({ home: own, pickup }) => [own ?? home, pickup])]
  return branchSystem({
    branches: [...new Set(branches)],
    readers: Object.fromEntries(
      waiting.map(({ patron, home: own = home, excludedCategory }) => [
        patron,
        { home: own, category: excludedCategory === true ? "excluded" : "adult" }
      ])
    ),
    copies: {
      b1: { home, at: holdingLibrary, type: itemType, ...(never ? { status: "inProcessNotReservable" } : {}) },
      // Another copy makes every reservation of the title a sound one; it is never in hand.
      other: { home: waiting[0]?.pickup, type: itemType }
    },
    set: {
      ...(given.localPriority === true ? { localFirst: near[`${given.patronSide} ${given.itemSide}`] } : {}),
      ...(given.fulfillment === undefined ? {} : { pickupBranches: places[given.fulfillment as string] }),
      ...(given.allowDamaged === undefined ? {} : { reservableInRepair: given.allowDamaged })
    },
    rows: waiting.some(({ excludedCategory }) => excludedCategory === true)
      ? [{ id: "excluded", when: { readerCategory: "excluded" }, set: { localFirst: "no" } }]
      : [],
    document: {
      transfers: {
        kept: true,
        forbidden: (given.transferForbidden ?? []).map(([from, to]: ReadonlyArray<string>) => ({ from, to }))
      }
    }
  })
}

/** A copy is scanned where it stands: does somebody get it, and who? */
const holdMatch: Check = async ({ given, expect: wanted }) => {
  const { reserve, give } = await matchSystem(given)
  const { item, holds, holdItemType } = given
  const { homeLibrary: home = "A", holdingLibrary = home } = item
  const patrons = new Map<string, string>()
  const waiting = Array.isArray(holds) ? holds : [{ patron: "ada", pickup: given.pickup ?? home }]
  for (const { patron, pickup } of waiting) {
    const how = holdItemType == null ? {} : { itemType: holdItemType }
    patrons.set(await reserve(patron, { pickupBranch: pickup, ...how }), patron)
  }
  if (item.damaged === true) await give("sendToRepair", { item: "b1" }, holdingLibrary)
  const { setAside } = await give("returnItem", { item: "b1" }, holdingLibrary)
  if (wanted.trapped !== undefined) expect(setAside !== null).toBe(wanted.trapped)
  if (wanted.next !== undefined) expect(patrons.get(setAside?.reservationId ?? "")).toBe(wanted.next)
}

/** Readers who wait in this order for the one copy, which `out` has. */
const queueOf = async (
  names: ReadonlyArray<string>,
  { at, closed = [] }: { readonly at?: number; readonly closed?: ReadonlyArray<string> } = {}
) => {
  const system = await branchSystem({
    readers: { out: {}, ...Object.fromEntries(names.map((name) => [name, {}])) },
    set: { pickupDays: 1 },
    closed,
    ...(at === undefined ? {} : { at })
  })
  await system.give("checkOut", { item: "b1", card: "out" })
  const ids = new Map<string, string>()
  for (const name of names) ids.set(name, await system.reserve(name))
  const named = new Map([...ids].map(([name, id]) => [id, name]))
  const idOf = (name: string): string => ids.get(name) ?? "none"
  const order = async (): Promise<ReadonlyArray<string>> => (await system.waiting()).map((id) => named.get(id) ?? "")
  const scan = () => system.give("returnItem", { item: "b1" })
  return { ...system, idOf, order, scan, nameOf: (id: string | undefined) => named.get(id ?? "") }
}

const expired = async ({ given, expect: wanted }: VectorEntry): Promise<void> => {
  for (const { expiry } of given.holds) {
    const { library, scan, rows } = await queueOf(["A"], {
      at: Date.parse(`${expiry}T12:00:00Z`) - day,
      closed: given.calendar?.closedDates ?? []
    })
    expect((await scan()).setAside).not.toBeNull()
    await nightlyClose(library, { tenant: "branches", at: Date.parse(`${given.today}T12:00:00Z`) })
    expect((await rows("reservationReader")).length).toBe(wanted.left)
  }
}

const filled = async ({ given, expect: wanted }: VectorEntry): Promise<void> => {
  const names = Array.from({ length: given.priority ?? 1 }, (_, nth) => `p${nth + 1}`)
  const { give, ask, scan, idOf, reservation, rows } = await queueOf(names)
  const last = names.at(-1) ?? ""
  if (given.patronPrivacy === "keepForever") await give("setHistoryConsent", { card: last, consent: true })
  for (const name of names.slice(0, -1)) await give("suspendReservation", { reservation: idOf(name) })
  await scan()
  const lent = await ask("checkOut", { item: "b1", card: last })
  const { state, place, endedAt, loanId } = await reservation(idOf(last))
  if (wanted.error !== undefined) expect(lent.ok).toBe(!wanted.error)
  if (wanted.filled !== undefined) expect(state === "filled").toBe(wanted.filled)
  if (wanted.state !== undefined) expect(state).toBe(wanted.state)
  if (wanted.priority !== undefined) expect(place).toBe(wanted.priority === 0 ? null : wanted.priority)
  if (wanted.current !== undefined) expect(endedAt === null).toBe(wanted.current)
  if (wanted.patronLinkKept === undefined) return
  // Whose it was is known as long as whose loan it became.
  await give("returnItem", { item: "b1" })
  expect((await rows("loanReader")).some((link) => link.loanId === loanId)).toBe(wanted.patronLinkKept)
}

const holdQueue: Check = async (entry) => {
  const { given, expect: wanted } = entry
  switch (given.action) {
    case "remove": {
      const { give, order, idOf } = await queueOf(Object.keys(given.priorities))
      for (const name of given.holds) await give("cancelReservation", { reservation: idOf(name) })
      expect(Object.fromEntries((await order()).map((name, nth) => [name, nth + 1]))).toEqual(wanted.priorities)
      return
    }
    case "up": {
      const names = Array.from({ length: given.queueLength }, (_, nth) => `p${nth + 1}`)
      const { give, order, idOf } = await queueOf(names)
      const [moved, before] = [`p${given.from}`, `p${given.from - 1}`]
      const reason = "asked for"
      await give("moveReservation", { reservation: idOf(moved), before: idOf(before), reason })
      expect((await order()).indexOf(moved) + 1).toBe(wanted.priority)
      return
    }
    case "autoResume": {
      const until = Date.parse(`${given.suspendedUntil}T23:59:59Z`)
      const { give, scan, wait, idOf, nameOf } = await queueOf(["A"], { at: until - 3 * day })
      await give("suspendReservation", { reservation: idOf("A"), until })
      wait(4 * day)
      expect(nameOf((await scan()).setAside?.reservationId) === "A").toBe(!wanted.suspended)
      return
    }
    case "cancelExpired":
      return expired(entry)
    default:
      return filled(entry)
  }
}

const kinds: Readonly<Record<string, string>> = { page: "page", hold: "wait", recall: "recall" }

/** Each goes right behind whoever is at the position before. Where nobody is, there is no such place to name. */
const reorder: Check = async ({ given, expect: wanted }) => {
  const queue: ReadonlyArray<{ readonly id: string; readonly kind: string }> = given.queue
  const copies = Object.fromEntries(queue.map((_, nth) => [`b${nth + 1}`, {}]))
  const { give, ask, reserve, waiting } = await branchSystem({
    readers: { out: {}, ...Object.fromEntries(queue.map(({ id }) => [id, {}])) },
    copies: given.titleLevelQueue === true ? copies : { b1: {} }
  })
  await give("checkOut", { item: "b1", card: "out" })
  const ids = new Map<string, string>()
  const level = given.titleLevelQueue === true ? {} : { item: "b1" }
  for (const { id, kind } of queue) ids.set(id, await reserve(id, { kind: kinds[kind], ...level }))
  const at = new Map(Object.entries(given.newPositions as Record<string, number>).map(([id, place]) => [place, id]))
  const errors: Array<string> = []
  for (const position of [...at.keys()].sort((one, other) => one - other)) {
    const reservation = ids.get(at.get(position) ?? "") ?? "unknown"
    const [first] = await waiting()
    if (position === 1 && first === reservation) continue
    const after = ids.get(at.get(position - 1) ?? "")
    const next = position === 1 ? { before: first } : after === undefined ? {} : { after }
    const answer = await ask("moveReservation", { reservation, reason: "asked for", ...next })
    if ("invalid" in answer) errors.push("positions-not-sequential")
    if ("refusals" in answer)
      errors.push(answer.refusals[0]._tag === "ReservationUnknown" ? "queue-mismatch" : answer.refusals[0]._tag)
  }
  expect(errors[0]).toBe(wanted.error)
  if (wanted.error !== undefined) return
  expect(errors).toEqual([])
  expect(await waiting()).toEqual(wanted.queue.map((id: string) => ids.get(id)))
}

const removal: Check = async ({ given, expect: wanted }) => {
  const { give, order, idOf } = await queueOf(given.queue)
  const before = await order()
  await give("cancelReservation", { reservation: idOf(given.remove) })
  const after = await order()
  expect(after).toEqual(wanted.queue)
  const changed = after.filter((name) => after.indexOf(name) !== before.indexOf(name))
  if (wanted.changed !== undefined) expect([...changed].reverse()).toEqual(wanted.changed)
}

/** Who has a copy stands above all who wait: these alone have places among each other. */
const fulfilment: Check = async ({ given, expect: wanted }) => {
  const names: ReadonlyArray<string> = given.queue.map(({ id }: Given) => id)
  const { give, order, scan, idOf, nameOf } = await queueOf(names)
  for (const name of names.slice(0, names.indexOf(given.filled)))
    await give("suspendReservation", { reservation: idOf(name) })
  const { setAside } = await scan()
  expect([nameOf(setAside?.reservationId), ...(await order())]).toEqual(wanted.queue)
}

const checks: Readonly<Record<string, Check>> = {
  hold_match: holdMatch,
  hold_queue: holdQueue,
  "queue-reorder": reorder,
  "queue-removal": removal,
  "queue-fulfilment-position": fulfilment
}

describeVectors(Object.keys(checks), differently, (entry) => checks[entry.topic]?.(entry))
