import { expect, it } from "vitest"
import { day, noon, policyWith, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const codesOf = (answer: object): ReadonlyArray<string> =>
  ((answer as { readonly refusals?: ReadonlyArray<{ readonly _tag: string }> }).refusals ?? []).map(({ _tag }) => _tag)

const opened = async (set: object = {}) => {
  const small = await smallLibrary({ bookable: true, ...set })
  await small.title("Camera", ["c1"])
  const given = () => ({ item: "c1", from: noon + 3 * day, until: noon + 4 * day, at: noon, key: small.key() })
  return { ...small, given }
}

it("lets readers book and give up for themselves; another's booking is to them as if it were not there", async () => {
  const { screenOf, given, key } = await opened()
  const { bookingId } = receiptOf(await screenOf("ada").book({ card: "ada", ...given() }))
  expect(codesOf(await screenOf("ben").book({ card: "ada", ...given() }))).toEqual(["ReaderUnknown"])
  const named = { booking: bookingId, at: noon }
  expect(codesOf(await screenOf("ben").cancelBooking({ ...named, key: key() }))).toEqual(["BookingUnknown"])
  expect(codesOf(await screenOf("ben").changeBooking({ ...named, key: key() }))).toEqual(["BookingUnknown"])
  expect(codesOf(await screenOf("ada").expireBooking({ ...named, key: key() }))).toEqual(["NotPermitted"])
  receiptOf(await screenOf("ada").cancelBooking({ ...named, key: key() }))
})

it("names every refusal at once", async () => {
  const set = { bookable: false, bookingDaysMax: 1, bookedAheadDaysMax: 2, bookingCountMax: 0 }
  const { desk, given } = await opened(set)
  expect(codesOf(await desk.book({ card: "ada", ...given() }))).toEqual([
    "ItemNotBookable",
    "BookingTooLong",
    "BookingTooFarAhead",
    "BookingLimitReached"
  ])
  const may = await desk.book({ card: "ada", override: { reason: "as agreed" }, ...given() })
  expect(receiptOf(may).overrides).toHaveLength(4)
})

it("holds a change against everything that a new booking is held against, but for the booking itself", async () => {
  const { library, desk, given, key } = await opened({ bookingCountMax: 1 })
  const { bookingId: booking } = receiptOf(await desk.book({ card: "ada", ...given() }))
  const change = (more: object = {}) =>
    desk.changeBooking({ booking, from: noon + 5 * day, until: noon + 6 * day, at: noon, key: key(), ...more })
  expect(codesOf(await change())).toEqual([])
  const { blockId } = receiptOf(
    await desk.placeBlock({ card: "ada", kind: "conduct", actions: ["reserve"], at: noon, key: key() })
  )
  expect(codesOf(await change())).toEqual(["ReaderBlocked"])
  receiptOf(await desk.liftBlock({ card: "ada", block: blockId, at: noon, key: key() }))
  const forbids = { bookable: false, bookingCountMax: 0, pickupAllowed: false }
  const content = policyWith(forbids, "CNY")
  expect(await library.publishPolicy({ tenant, content, at: noon + day, by: "anna" })).toMatchObject({ ok: true })
  const codes = ["ItemNotBookable", "PickupNotAllowed", "BookingLimitReached"]
  expect(codesOf(await change({ at: noon + day }))).toEqual(codes)
  const lifted = receiptOf(await change({ at: noon + day, override: { reason: "as agreed" } }))
  expect(lifted.overrides.map(({ refusal }) => refusal)).toEqual(codes)
  expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
})

it("asks for bookings in a loan only where the policy has any", async () => {
  const plain = await smallLibrary()
  await plain.title("Camera", ["c1"])
  const refused = await plain.desk.book({
    item: "c1",
    card: "ada",
    from: noon + day,
    until: noon + day,
    at: noon,
    key: plain.key()
  })
  expect(codesOf(refused)).toEqual(["ItemNotBookable"])
})

it("ends bookings whose days passed at the close of the day, and cuts the link to their readers", async () => {
  const { library, desk, given } = await opened()
  receiptOf(await desk.book({ card: "ada", ...given() }))
  const { nightlyClose } = await import("../library/nightlyClose.ts")
  expect(await nightlyClose(library, { tenant, at: noon + 3 * day })).toMatchObject({ bookingsOver: 0 })
  expect(await nightlyClose(library, { tenant, at: noon + 5 * day })).toMatchObject({ bookingsOver: 1 })
  expect(await nightlyClose(library, { tenant, at: noon + 5 * day })).toMatchObject({ bookingsOver: 0 })
  expect((await library.scan(tenant, "bookingReader", null, 9)).rows).toEqual([])
  expect(await library.check(tenant)).toEqual([])
})

it("ends the bookings of an item that is withdrawn, and says which", async () => {
  for (const withdraw of ["withdrawItem", "inspect"] as const) {
    const { library, desk, given, key } = await opened()
    const { bookingId } = receiptOf(await desk.book({ card: "ada", ...given() }))
    const named = { item: "c1", at: noon, key: key() }
    const receipt = receiptOf(
      withdraw === "inspect"
        ? await desk.inspect({ ...named, becomes: "withdrawn", charge: false })
        : await desk.withdrawItem({ ...named, reason: "worn" })
    )
    expect(receipt.bookingsCancelled).toEqual([bookingId])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  }
})
