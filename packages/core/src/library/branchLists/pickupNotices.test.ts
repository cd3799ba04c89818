import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import type { Library } from "../openLibrary.ts"
import { type PickupNotice, pickupNotices } from "./pickupNotices.ts"

const minute = 60_000

/** Two copies on the shelf for `ada` and one for `ben`, there for three open days, of whose end they are told a day before. */
const onTheShelf = async (set: object = { pickupReminderDays: 1 }) => {
  const small = await smallLibrary({ reservableOnShelf: true, ...set })
  const { library, desk, key, title } = small
  for (const [item, card] of [
    ["a1", "ada"],
    ["a2", "ada"],
    ["b1", "ben"]
  ] as const) {
    receiptOf(await desk.reserve({ title: await title(item, [item]), card, at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item, at: noon, key: key() }))
  }
  const told = async (since: number, at: number): Promise<ReadonlyArray<string>> =>
    named(await pickupNotices(library, { tenant, branch: "main", since, at }))
  const named = (notices: ReadonlyArray<PickupNotice> | null): ReadonlyArray<string> =>
    (notices ?? []).map(({ kind, copies }) => `${kind} ${copies}`).sort()
  return { ...small, told }
}

it("tells each reader once of what came to the shelf, and once before its time there is over", async () => {
  const { told } = await onTheShelf()
  expect(await told(noon - minute, noon)).toEqual(["ready 1", "ready 2"])
  expect(await told(noon, noon + day)).toEqual([])
  // The last day is Thursday: told from Wednesday 0:00 on.
  const midnight = noon + 1.5 * day
  expect(await told(noon, midnight - minute)).toEqual([])
  expect(await told(midnight - minute, midnight)).toEqual(["expiring 1", "expiring 2"])
  expect(await told(midnight, noon + 9 * day)).toEqual([])
})

it("tells the same whether asked once or in many runs, one after the other", async () => {
  const { told } = await onTheShelf()
  const runs: Array<string> = []
  for (let at = noon - day; at < noon + 5 * day; at += 7 * 3_600_000) runs.push(...(await told(at, at + 7 * 3_600_000)))
  expect(runs.sort()).toEqual(await told(noon - day, noon + 6 * day))
})

it("reminds nobody where the policy does not say so, nor whoever is told on that day that it is ready", async () => {
  const { told } = await onTheShelf({})
  expect(await told(noon - minute, noon + 9 * day)).toEqual(["ready 1", "ready 2"])
  const soon = await onTheShelf({ pickupReminderDays: 3 })
  expect(await soon.told(noon - minute, noon + 9 * day)).toEqual(["ready 1", "ready 2"])
})

it("knows no branch that the calendar does not", async () => {
  const { library } = await onTheShelf()
  expect(await pickupNotices(library, { tenant, branch: "gone", since: noon, at: noon })).toBeNull()
})

it("asks once a page for all whom it tells, however many they are", async () => {
  const { library, desk, key, title } = await onTheShelf()
  for (const nth of Array.from({ length: 40 }, (_, index) => index)) {
    const [item, card] = [`c${nth}`, `many${nth}`]
    receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
    receiptOf(await desk.reserve({ title: await title(item, [item]), card, at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item, at: noon, key: key() }))
  }
  let reads = 0
  const counting: Library = {
    ...library,
    read: (...asked) => {
      reads++
      return library.read(...asked)
    }
  }
  const notices = await pickupNotices(counting, { tenant, branch: "main", since: noon - minute, at: noon })
  expect(notices).toHaveLength(42)
  expect(reads).toBe(1)
})

it("tells of a set once all of it is there", async () => {
  const { desk, key, title, told } = await onTheShelf({ reservationsJoined: ["together"], togetherDays: 9 })
  const ids: Array<string> = []
  for (const item of ["s1", "s2"]) {
    const asked = { title: await title(item, [item]), card: "kim", at: noon, key: key() }
    ids.push(receiptOf(await desk.reserve(asked)).reservationId)
  }
  const [at, as] = [noon + minute, "together"] as const
  receiptOf(await desk.joinReservations({ card: "kim", reservations: ids, as, at, key: key() }))
  receiptOf(await desk.returnItem({ item: "s1", at, key: key() }))
  expect(await told(noon, at)).toEqual([])
  receiptOf(await desk.returnItem({ item: "s2", at: at + minute, key: key() }))
  expect(await told(at, at + minute)).toEqual(["ready 2"])
})
