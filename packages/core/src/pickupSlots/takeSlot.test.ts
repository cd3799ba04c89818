import { expect, it } from "vitest"
import { noon, receiptOf, smallCalendar, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const codesOf = (answer: object): ReadonlyArray<string> =>
  ((answer as { readonly refusals?: ReadonlyArray<{ readonly _tag: string }> }).refusals ?? []).map(({ _tag }) => _tag)

/** A copy of ben's on the pickup shelf, and a locker with one place. */
const opened = async () => {
  const small = await smallLibrary()
  const { desk, title, key } = small
  const given = () => ({ at: noon, key: key() })
  const titleId = await title("Emma", ["e1"])
  receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card: "ben", ...given() }))
  receiptOf(await desk.returnItem({ item: "e1", ...given() }))
  const locker = { kind: "locker", name: "Locker 7", capacity: 1 } as const
  const { slotId } = receiptOf(await desk.addPickupSlot({ ...locker, ...given() }))
  return { ...small, given, reservation: reservationId, slot: slotId }
}

it("lets readers take and leave a slot for their own reservation; another's is to them as if it were not there", async () => {
  const { screenOf, given, reservation, slot } = await opened()
  expect(codesOf(await screenOf("ada").takeSlot({ reservation, slot, ...given() }))).toEqual(["ReservationUnknown"])
  expect(receiptOf(await screenOf("ben").takeSlot({ reservation, slot, ...given() })).free).toBe(0)
  expect(codesOf(await screenOf("ada").leaveSlot({ reservation, ...given() }))).toEqual(["ReservationUnknown"])
  receiptOf(await screenOf("ben").leaveSlot({ reservation, ...given() }))
})

it("lets staff alone add and close slots", async () => {
  const { screenOf, given, slot } = await opened()
  const locker = { kind: "locker", name: "Mine", capacity: 1 } as const
  expect(codesOf(await screenOf("ben").addPickupSlot({ ...locker, ...given() }))).toEqual(["NotPermitted"])
  expect(codesOf(await screenOf("ben").closePickupSlot({ slot, ...given() }))).toEqual(["NotPermitted"])
})

it("keeps a slot for who has it after it was closed, and no trace of whose it was once it was fetched", async () => {
  const { library, desk, given, reservation, slot } = await opened()
  receiptOf(await desk.takeSlot({ reservation, slot, ...given() }))
  expect(receiptOf(await desk.closePickupSlot({ slot, ...given() })).taken).toBe(1)
  receiptOf(await desk.pickUp({ item: "e1", card: "ben", ...given() }))
  expect((await library.scan(tenant, "slotTaken", null, 9)).rows).toEqual([])
  expect((await library.scan(tenant, "pickupSlot", null, 9)).rows).toMatchObject([{ taken: 0 }])
  expect(await library.check(tenant)).toEqual([])
})

it("frees the slot of a copy that is carried off the shelf to another branch", async () => {
  const { library, desk, far, given, reservation, slot } = await opened()
  const { rows } = await library.scan(tenant, "document", null, 9)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  const content = { ...policy, transfers: { kept: true } }
  expect(await library.publishPolicy({ tenant, content, at: noon - 1, by: "anna" })).toMatchObject({ ok: true })
  receiptOf(await desk.takeSlot({ reservation, slot, ...given() }))
  receiptOf(await far.returnItem({ item: "e1", ...given() }))
  expect((await library.scan(tenant, "pickupSlot", null, 9)).rows).toMatchObject([{ taken: 0 }])
  expect(await library.check(tenant)).toEqual([])
})

it("gives no slot once the time on the shelf is over", async () => {
  const { desk, given, reservation, slot } = await opened()
  const late = { ...given(), at: noon + 60 * 86_400_000 }
  expect(codesOf(await desk.takeSlot({ reservation, slot, ...late }))).toEqual(["SlotAfterShelf"])
})

const [hour, day] = [3_600_000, 86_400_000]

/** A time at which copies are brought out, so many hours after noon. */
const timeOf = async ({ desk, given }: Awaited<ReturnType<typeof opened>>, hours: number, kind = "curbside") =>
  desk.addPickupSlot({
    kind: kind as "curbside",
    name: "At the door",
    capacity: 1,
    from: noon + hours * hour,
    until: noon + (hours + 1) * hour,
    ...given()
  })

it("has nobody bring anything out while the branch is closed; a locker is there at any hour", async () => {
  const scene = await opened()
  const { library, desk, given, reservation } = scene
  expect(codesOf(await timeOf(scene, 8))).toEqual(["SlotWhileClosed"])
  // Of two hours one is open.
  const half = receiptOf(
    await desk.addPickupSlot({
      ...{ kind: "curbside", name: "Late", capacity: 1, from: noon + 5 * hour, until: noon + 7 * hour },
      ...given()
    })
  )
  receiptOf(await timeOf(scene, 8, "locker"))
  const morning = receiptOf(await timeOf(scene, 24 - 2))
  // That day is closed later on.
  const branch = smallCalendar.branches.main
  const closed = { ...branch, exceptions: [{ from: "2026-03-03", to: "2026-03-03", hours: [] }] }
  const calendar = { branches: { ...smallCalendar.branches, main: closed } }
  expect(await library.publishCalendar({ tenant, content: calendar, at: noon - 1, by: "anna" })).toMatchObject({
    ok: true
  })
  expect(codesOf(await desk.takeSlot({ reservation, slot: morning.slotId, ...given() }))).toEqual(["SlotWhileClosed"])
  receiptOf(await desk.takeSlot({ reservation, slot: half.slotId, ...given() }))
  expect(await library.check(tenant)).toEqual([])
})

it("is left as the copy's time on the shelf comes to end before it begins", async () => {
  const scene = await opened()
  const { library, desk, given, reservation } = scene
  // Tuesday is closed at first: three open days end on Friday, then on Thursday.
  const branch = smallCalendar.branches.main
  const publish = async (main: object, at: number) =>
    expect(
      await library.publishCalendar({
        ...{ tenant, content: { branches: { ...smallCalendar.branches, main } }, at, by: "anna" }
      })
    ).toMatchObject({ ok: true })
  receiptOf(await desk.cancelReservation({ reservation, ...given() }))
  await publish({ ...branch, exceptions: [{ from: "2026-03-03", to: "2026-03-03", hours: [] }] }, noon - 1)
  const titleId = await scene.title("Persuasion", ["p1"])
  receiptOf(await desk.checkOut({ item: "p1", card: "ada", ...given() }))
  const kept = receiptOf(await desk.reserve({ title: titleId, card: "ben", ...given() })).reservationId
  const back = receiptOf(await desk.returnItem({ item: "p1", ...given() }))
  expect(back.setAside?.shelfUntil).toBe(noon + 4 * day + 6 * hour)
  const friday = receiptOf(await timeOf(scene, 4 * 24))
  receiptOf(await desk.takeSlot({ reservation: kept, slot: friday.slotId, ...given() }))
  await publish(branch, noon + 1)
  const redated = receiptOf(await desk.redateReservation({ reservation: kept, at: noon + 2, key: "redated" }))
  expect(redated).toMatchObject({ shelfUntil: noon + 3 * day + 6 * hour, leftSlot: friday.slotId })
  expect((await library.scan(tenant, "slotTaken", null, 9)).rows).toEqual([])
  const thursday = receiptOf(await timeOf(scene, 3 * 24))
  receiptOf(await desk.takeSlot({ reservation: kept, slot: thursday.slotId, at: noon + 3, key: "again" }))
  expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
})
