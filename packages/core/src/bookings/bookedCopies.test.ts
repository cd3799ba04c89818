import { beforeEach, describe, expect, it } from "vitest"
import { pullList } from "../library/branchLists/index.ts"
import { inHand } from "../library/inHand.ts"
import { amendPolicy, closeOn } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const rules = { bookable: true, bookingLeadDays: 1, bookingTrailDays: 1, reservableOnShelf: true }

let town: SmallLibrary
let titleId: string

/** One copy, `c1`, which stands at the main branch. */
beforeEach(async () => {
  town = await smallLibrary(rules)
  titleId = await town.title("Camera", ["c1"])
})

const book = (card: string, first: number, last: number, more: object = {}) =>
  town.desk.book({
    item: "c1",
    card,
    from: noon + first * day,
    until: noon + last * day,
    at: noon,
    key: town.key(),
    ...more
  })
const reserve = async (card: string, more: object = {}): Promise<string> =>
  receiptOf(await town.desk.reserve({ title: titleId, card, at: noon, key: town.key(), ...more })).reservationId
const scan = async (at: number, desk = town.desk, more: object = {}) =>
  receiptOf(await desk.returnItem({ item: "c1", at, key: town.key(), ...more }))
const lend = (card: string, at: number, desk = town.desk) => desk.checkOut({ item: "c1", card, at, key: town.key() })
const sound = async () =>
  expect([await town.library.check(tenant), await town.library.replay(tenant)]).toEqual([[], []])

describe("a copy that another reader booked", () => {
  it("is not set aside by a scan while its days would run into the time on the shelf; who booked it has it", async () => {
    receiptOf(await book("ada", 5, 6))
    const reservationId = await reserve("ben")
    for (const [at, isFree] of [
      [noon, true],
      [noon + day, false],
      [noon + 4 * day, false],
      [noon + 6 * day, false],
      [noon + 7 * day, false],
      [noon + 8 * day, true]
    ] as const) {
      const scanned = receiptOf(await town.desk.dryRun.returnItem({ item: "c1", at }))
      expect(scanned.setAside !== null, `${(at - noon) / day} days on`).toBe(isFree)
      expect(scanned.skipped).toEqual(isFree ? [] : [{ reservationId, because: "ItemBooked" }])
    }
    await scan(noon + 4 * day)
    receiptOf(await lend("ada", noon + 4 * day))
    await sound()
  })

  it("is set aside for the reader who booked it and waits for it too", async () => {
    receiptOf(await book("ada", 1, 2))
    const other = await reserve("ben")
    const own = await reserve("ada")
    const scanned = await scan(noon)
    expect(scanned).toMatchObject({
      setAside: { reservationId: own },
      skipped: [{ reservationId: other, because: "ItemBooked" }]
    })
    expect(receiptOf(await lend("ada", noon))).toMatchObject({ filledReservationId: own })
    await sound()
  })

  it("is not set aside for whom the pull list had it fetched before it was booked", async () => {
    const reservationId = await reserve("ben")
    receiptOf(await book("ada", 1, 2))
    const scanned = await scan(noon, town.desk, { fetchedFor: reservationId })
    expect(scanned).toMatchObject({ setAside: null, skipped: [{ reservationId, because: "ItemBooked" }] })
  })

  it("is not on the pull list for others; another copy is", async () => {
    receiptOf(await book("ada", 1, 2))
    await reserve("ben")
    expect(await pullList(town.library, { tenant, at: noon })).toMatchObject({ lines: [] })
    receiptOf(await town.desk.addItem({ title: titleId, barcode: "c2", type: "book", at: noon, key: town.key() }))
    expect(await pullList(town.library, { tenant, at: noon })).toMatchObject({ lines: [{ barcode: "c2" }] })
  })

  it("is on the pull list for the reader who booked it, and again for others after its days", async () => {
    receiptOf(await book("ada", 1, 2))
    const other = await reserve("ben")
    const own = await reserve("ada")
    expect(await pullList(town.library, { tenant, at: noon })).toMatchObject({ lines: [{ reservationId: own }] })
    expect(await pullList(town.library, { tenant, at: noon + 4 * day })).toMatchObject({
      lines: [{ reservationId: other }]
    })
  })

  it("is not handed on as the reservation ends that it was set aside for", async () => {
    const ends = {
      cancelReservation: { at: noon + day },
      expireReservation: { at: noon + 4 * day }
    } as const
    for (const [name, { at }] of Object.entries(ends)) {
      town = await smallLibrary(rules)
      titleId = await town.title("Camera", ["c1"])
      const first = await reserve("kim")
      const next = await reserve("ben")
      expect(await scan(noon)).toMatchObject({ setAside: { reservationId: first } })
      receiptOf(await book("ada", 5, 6))
      const ended = await town.desk[name as keyof typeof ends]({ reservation: first, at, key: town.key() })
      expect(receiptOf(ended)).toMatchObject({
        setAside: null,
        skipped: [{ reservationId: next, because: "ItemBooked" }]
      })
      receiptOf(await lend("ada", noon + 4 * day))
      await sound()
    }
  })

  it("is not handed on as it comes back from repair", async () => {
    receiptOf(await town.desk.sendToRepair({ item: "c1", at: noon, key: town.key() }))
    receiptOf(await book("ada", 1, 2))
    const reservationId = await reserve("ben")
    const mended = await town.desk.repaired({ item: "c1", at: noon, key: town.key() })
    expect(receiptOf(mended)).toMatchObject({ setAside: null, skipped: [{ reservationId, because: "ItemBooked" }] })
  })

  it("is lent to who booked it though others wait for it and none is lent while they do", async () => {
    await amendPolicy(town.library, { set: { lendableWhenWaiting: false } })
    receiptOf(await book("ada", 1, 2))
    await reserve("ben")
    expect(codesOf(await lend("kim", noon))).toEqual(["OthersWaiting", "ItemBooked"])
    receiptOf(await lend("ada", noon))
  })
})

describe("a copy that is set aside for another reader", () => {
  it("is not booked for days in which it may still be fetched; after them it is", async () => {
    await reserve("ben")
    const { setAside } = await scan(noon)
    for (const [first, last] of [
      [0, 0],
      [1, 2],
      [4, 4]
    ] as const) {
      const refused = await book("ada", first, last)
      expect(refused).toMatchObject({ refusals: [{ _tag: "ItemKeptMeanwhile", untilAt: setAside?.shelfUntil }] })
    }
    const { bookingId: booking } = receiptOf(await book("ada", 5, 6))
    const change = (first: number) =>
      town.desk.changeBooking({ booking, from: noon + first * day, at: noon, key: town.key() })
    expect(codesOf(await change(4))).toEqual(["ItemKeptMeanwhile"])
    receiptOf(await change(6))
    await sound()
  })

  it("is not booked while it is on its way to the shelf of another branch", async () => {
    await amendPolicy(town.library, { transfers: { kept: true } })
    await reserve("ben", { pickupBranch: "far" })
    expect(await scan(noon)).toMatchObject({ transit: { toBranch: "far" } })
    expect(codesOf(await book("ada", 0, 1))).toEqual(["ItemKeptMeanwhile"])
    receiptOf(await book("ada", 5, 6))
    await sound()
  })

  it("is booked by the reader whom it is set aside for", async () => {
    await reserve("ada")
    await scan(noon)
    receiptOf(await book("ada", 0, 1))
    expect(receiptOf(await lend("ada", noon)).filledReservationId).not.toBeNull()
  })

  it("is kept no longer once the days of a booking have come: its reader waits again, who booked it has it", async () => {
    await amendPolicy(town.library, { transfers: { kept: true } })
    const reservationId = await reserve("ben", { pickupBranch: "far" })
    await scan(noon)
    receiptOf(await book("ada", 6, 7))
    // It comes so late that its days on the shelf would run into the booking.
    const late = await scan(noon + 3 * day, town.far)
    expect(late).toMatchObject({ setAside: null, arrived: { toBranch: "far" } })
    const { reservation } = await town.library.read(tenant, { reservation: { reservationId: reservationId as never } })
    expect(reservation?.reservation.state).toBe("waiting")
    await sound()
  })
})

describe("a booking whose days have come", () => {
  /** A reservation that stands on the shelf all the same, as a day was closed after it was set aside. */
  const keptPastTheLead = async (): Promise<string> => {
    const reservationId = await reserve("ben")
    await scan(noon)
    receiptOf(await book("ada", 5, 6))
    await closeOn(town.library, "main", noon + 2 * day)
    receiptOf(await town.desk.redateReservation({ reservation: reservationId, at: noon + 2 * day, key: town.key() }))
    return reservationId
  }

  it("goes before a copy that is still on the shelf, and its reader waits again in the old place", async () => {
    const reservationId = await keptPastTheLead()
    expect(codesOf(await lend("ben", noon + 4 * day))).toEqual(["ItemBooked"])
    expect(receiptOf(await lend("ada", noon + 4 * day))).toMatchObject({ filledReservationId: null })
    const { reservation } = await town.library.read(tenant, { reservation: { reservationId: reservationId as never } })
    expect(reservation?.reservation).toMatchObject({ state: "waiting", setAsideItemId: null })
    await sound()
  })

  it("takes a copy off the pickup shelf that is scanned there", async () => {
    await keptPastTheLead()
    expect(await scan(noon + 3 * day)).toMatchObject({ setAside: { pickupBranch: "main" } })
    expect(await scan(noon + 4 * day)).toMatchObject({ setAside: null, route: "bookedHere" })
    await sound()
  })
})

describe("a booked copy in hand", () => {
  it("goes to where it is fetched from the first lead day on, and stays there", async () => {
    await amendPolicy(town.library, { transfers: { kept: true } })
    receiptOf(await book("ada", 3, 4, { pickupBranch: "far" }))
    await reserve("ben", { notBefore: noon + 2 * day })
    expect(await scan(noon + day)).toMatchObject({ route: "home", sendTo: null })
    expect(await scan(noon + 2 * day)).toMatchObject({
      route: "bookedElsewhere",
      sendTo: "far",
      transit: { reason: "booking" },
      setAside: null
    })
    expect(await scan(noon + 2 * day, town.far)).toMatchObject({
      route: "bookedHere",
      sendTo: null,
      transit: null,
      setAside: null
    })
    const looked = { tenant, branch: "far", desk: town.far, item: "c1", at: noon + 2 * day }
    expect((await inHand(town.library, looked))?.next).toBe("keepForBooking")
    receiptOf(await lend("ada", noon + 3 * day, town.far))
    expect(await scan(noon + 4 * day, town.far)).toMatchObject({ setAside: { pickupBranch: "main" } })
    await sound()
  })

  it("goes home once the booking is given up", async () => {
    const { bookingId } = receiptOf(await book("ada", 1, 2, { pickupBranch: "far" }))
    expect(await scan(noon, town.far)).toMatchObject({ route: "bookedHere" })
    receiptOf(await town.desk.cancelBooking({ booking: bookingId, at: noon, key: town.key() }))
    expect(await scan(noon, town.far)).toMatchObject({ route: "awayFromHome", sendTo: "main" })
  })

  it("stays where it is once the last booked day is over, though no night has ended the booking", async () => {
    receiptOf(await book("ada", 1, 2, { pickupBranch: "far" }))
    expect(await scan(noon + 3 * day)).toMatchObject({ route: "home", sendTo: null })
  })
})
