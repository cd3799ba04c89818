import fc from "fast-check"
import { expect, it } from "vitest"
import { pullList } from "../library/branchLists/index.ts"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, day, noon, type SmallLibrary, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const card = fc.constantFrom("ada", "ben", "kim")
const branch = fc.constantFrom("main" as const, "far" as const)
const span = fc.record({ first: fc.nat(6), days: fc.nat(2) })
const nth = fc.nat(3)

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name: fc.constant("book" as const), card, span, branch }) },
  { weight: 4, arbitrary: fc.record({ name: fc.constant("reserve" as const), card, branch }) },
  { weight: 6, arbitrary: fc.record({ name: fc.constant("scan" as const), branch }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant("fetch" as const) }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constant("lend" as const), card, branch }) },
  fc.record({ name: fc.constant("changeBooking" as const), nth, span }),
  fc.record({ name: fc.constantFrom("cancelBooking" as const, "cancelReservation" as const), nth }),
  fc.record({ name: fc.constant("expire" as const) })
)
const acts = fc.array(fc.record({ deed, waits: fc.constantFrom(0, 0, 0, 1, 2) }), { maxLength: 25 })

const cards = ["ada", "ben", "kim"]
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** What lives of bookings and reservations of the one copy, each with the card of its reader. */
const standing = async ({ library }: SmallLibrary) => {
  const found = await Promise.all(
    cards.map(async (one) => {
      const by = { card: one as never }
      const { bookingsOfReader, reservationsOfReader } = await library.read(tenant, {
        bookingsOfReader: by,
        reservationsOfReader: by
      })
      return {
        bookings: bookingsOfReader.map(({ booking }) => ({ ...booking, card: one })),
        reservations: reservationsOfReader.map(({ reservation }) => ({ ...reservation, card: one }))
      }
    })
  )
  return {
    bookings: found.flatMap(({ bookings }) => bookings),
    reservations: found.flatMap(({ reservations }) => reservations)
  }
}

const give = async (town: SmallLibrary, title: string, act: Deed, at: number): Promise<void> => {
  const { library, desk, deskAt, key } = town
  const { bookings, reservations } = await standing(town)
  const given = { at, key: key() }
  const days = ({ first, days: length }: { readonly first: number; readonly days: number }) => ({
    from: at + first * day,
    until: at + (first + length) * day
  })
  const one = <Row>(rows: ReadonlyArray<Row>, index: number): Row | undefined => rows[index % Math.max(1, rows.length)]
  if (act.name === "book")
    await desk.book({ item: "c1", card: act.card, pickupBranch: act.branch, ...days(act.span), ...given })
  else if (act.name === "reserve") await desk.reserve({ title, card: act.card, pickupBranch: act.branch, ...given })
  else if (act.name === "scan") await deskAt(act.branch).returnItem({ item: "c1", ...given })
  else if (act.name === "lend") await deskAt(act.branch).checkOut({ item: "c1", card: act.card, ...given })
  else if (act.name === "changeBooking")
    await desk.changeBooking({ booking: one(bookings, act.nth)?.bookingId ?? "none", ...days(act.span), ...given })
  else if (act.name === "cancelBooking")
    await desk.cancelBooking({ booking: one(bookings, act.nth)?.bookingId ?? "none", ...given })
  else if (act.name === "cancelReservation")
    await desk.cancelReservation({ reservation: one(reservations, act.nth)?.reservationId ?? "none", ...given })
  else if (act.name === "expire")
    for (const { reservationId } of reservations)
      await desk.expireReservation({ reservation: reservationId, at, key: key() })
  else
    for (const line of (await pullList(library, { tenant, at }))?.lines ?? []) {
      const fetched = { item: "c1", fetchedFor: line.reservationId, ...given }
      expect(await deskAt(line.branch).returnItem(fetched)).toMatchObject({
        receipt: { setAside: { reservationId: line.reservationId } }
      })
    }
}

/** What stands between a reader and a copy that is kept for another, or promised. */
const lockedOut = ["ItemKeptForOther", "ItemBooked", "OthersWaiting"]

/** Plays sequences of deeds, looks after each, and gives what it saw stand beside each other. */
const play = async (options: { readonly seed?: number }): Promise<ReadonlyArray<string>> => {
  const set = {
    bookable: true,
    bookingLeadDays: 1,
    bookingTrailDays: 1,
    reservableOnShelf: true,
    lendableWhenWaiting: false,
    reservationCountMax: 9
  }
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (all, kept) => {
      const town = await smallLibrary(set)
      const title = await town.title("Camera", ["c1"])
      await amendPolicy(town.library, { transfers: { kept } })
      let at = noon
      for (const { deed: act, waits } of all) {
        at += waits * day
        await give(town, title, act, at)
        const { bookings, reservations } = await standing(town)
        for (const { shelfUntil, card: whose } of reservations)
          for (const { card: booker, blockedFrom, blockedUntil } of bookings)
            if (shelfUntil !== null && shelfUntil >= at && booker !== whose) {
              seen.add("kept and booked")
              expect(shelfUntil < blockedFrom || blockedUntil < at, `kept for ${whose}, booked by ${booker}`).toBe(true)
            }
        const { item } = await town.library.read(tenant, { item: { barcode: "c1" as never } })
        for (const { card: booker, blockedFrom, untilAt, pickupBranch } of bookings)
          if (blockedFrom <= at && at < untilAt && item?.item.status !== "onLoan") {
            seen.add(`booked now and ${item?.item.status}`)
            const asked = await town.deskAt(pickupBranch).dryRun.checkOut({ item: "c1", card: booker, at })
            expect(codesOf(asked).filter((code) => lockedOut.includes(code))).toEqual([])
          }
      }
      expect([await town.library.check(tenant), await town.library.replay(tenant)]).toEqual([[], []])
      await town.library.close()
    }),
    { numRuns: 150, ...options }
  )
  return [...seen].sort()
}

it("whatever is booked, reserved, scanned and lent: no copy is kept for one while another has it booked, and who booked it has it", async () => {
  await play({})
})

it("the sequences do what they are for: a copy is kept and booked, and booked wherever it is", async () => {
  expect(await play({ seed: 1 })).toEqual([
    "booked now and available",
    "booked now and inTransit",
    "booked now and setAside",
    "kept and booked"
  ])
})
