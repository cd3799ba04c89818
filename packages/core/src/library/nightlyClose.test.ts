import { expect, it } from "vitest"
import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import { layerMemory } from "../storage/memory.ts"
import { nightlyClose } from "./nightlyClose.ts"
import { openLibrary } from "./openLibrary.ts"

const noon = Date.parse("2026-03-02T12:00:00+08:00")
const day = 86_400_000
const policy = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 5,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: true,
        reservationCountMax: 5,
        reservable: true,
        reservableOnShelf: false,
        pickupDays: 3,
        debtMax: "0.50",
        membershipMonths: 12
      }
    }
  ]
}
const hours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, ["09:00-18:00"]])
)
const calendar = { branches: { main: { name: { en: "Main" }, zone: "Asia/Shanghai", hours } } }

const must = <R>(answer: { readonly ok: true; readonly receipt: R } | { readonly ok: false }): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}

/** One copy, lent to ada; ben and cem wait for it; it comes back and stands on the shelf for ben. */
const scene = async (set: object = {}) => {
  const library = await openLibrary({ storage: layerMemory })
  const [base] = policy.rows
  const rows = [{ ...base, set: { ...base?.set, ...set } }]
  await library.openTenant({ tenant: "town", name: "Town", policy: { ...policy, rows }, calendar, at: noon })
  const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
  const desk = library.at({ tenant: "town", branch: "main", actor: anna, channel: "desk" })
  const { titleId } = must(await desk.addTitle({ description: { title: "Middlemarch" }, key: "t", at: noon }))
  must(await desk.addItem({ title: titleId, barcode: "i1", type: "book", key: "i", at: noon }))
  for (const card of ["ada", "ben", "cem"])
    must(await desk.registerReader({ card, name: card, category: "adult", key: card, at: noon }))
  must(await desk.checkOut({ item: "i1", card: "ada", key: "o", at: noon }))
  for (const card of ["ben", "cem"]) must(await desk.reserve({ title: titleId, card, key: `r${card}`, at: noon }))
  must(await desk.returnItem({ item: "i1", key: "b", at: noon + day }))
  const waiting = async (card: string): Promise<ReadonlyArray<string>> => {
    const { reservationsOfReader } = await library.read("town", { reservationsOfReader: { card: card as never } })
    return reservationsOfReader.map(({ reservation }) => reservation.state)
  }
  return { library, desk, titleId, waiting }
}

const nothingRenewed = { resumed: 0, renewed: 0, notRenewedCount: 0, appealsOverdue: [], notRenewed: [] }

it("hands a copy that nobody fetched to the next, once, however often it runs", async () => {
  const { library, waiting } = await scene()
  expect(await nightlyClose(library, { tenant: "town", at: noon + 2 * day })).toEqual({
    expired: 0,
    handedOn: 0,
    waitedInVain: 0,
    bookingsOver: 0,
    failed: [],
    ...nothingRenewed
  })
  expect(await waiting("ben")).toEqual(["setAside"])
  expect(await nightlyClose(library, { tenant: "town", at: noon + 5 * day })).toEqual({
    expired: 1,
    handedOn: 1,
    waitedInVain: 0,
    bookingsOver: 0,
    failed: [],
    ...nothingRenewed
  })
  expect(await waiting("ben")).toEqual([])
  expect(await waiting("cem")).toEqual(["setAside"])
  expect(await nightlyClose(library, { tenant: "town", at: noon + 5 * day })).toEqual({
    expired: 0,
    handedOn: 0,
    waitedInVain: 0,
    bookingsOver: 0,
    failed: [],
    ...nothingRenewed
  })
  expect(await library.check("town")).toEqual([])
})

it("ends reservations that waited their time before it hands copies on, once", async () => {
  const { library, waiting } = await scene({ reservationDays: 3 })
  const { reservationsOfReader } = await library.read("town", { reservationsOfReader: { card: "cem" as never } })
  const waitUntil = Date.parse("2026-03-05T23:59:59.999+08:00")
  expect(reservationsOfReader[0]?.reservation.waitUntil).toBe(waitUntil)
  const night = (at: number) => nightlyClose(library, { tenant: "town", at })
  expect(await night(waitUntil)).toMatchObject({ waitedInVain: 0, expired: 0 })
  const told = { waitedInVain: 1, expired: 1, handedOn: 0, failed: [] }
  expect(await night(waitUntil + day)).toMatchObject(told)
  expect([await waiting("ben"), await waiting("cem")]).toEqual([[], []])
  expect(await night(waitUntil + day)).toMatchObject({ waitedInVain: 0, expired: 0 })
  expect([await library.check("town"), await library.replay("town")]).toEqual([[], []])
})

it("resumes reservations whose suspension is over, once; a copy goes to one of them the same night", async () => {
  const { library, desk } = await scene()
  const { reservationsOfReader } = await library.read("town", { reservationsOfReader: { card: "cem" as never } })
  const reservation = reservationsOfReader[0]?.reservation.reservationId ?? ""
  must(await desk.suspendReservation({ reservation, until: noon + 2 * day, key: "s", at: noon + day }))
  const night = (at: number) => nightlyClose(library, { tenant: "town", at })
  expect(await night(noon + 2 * day)).toMatchObject({ resumed: 0 })
  expect(await night(noon + 5 * day)).toMatchObject({ resumed: 1, expired: 1, handedOn: 1, failed: [] })
  expect(await night(noon + 5 * day)).toMatchObject({ resumed: 0 })
  expect([await library.check("town"), await library.replay("town")]).toEqual([[], []])
})

it("hands a copy on past forty who may not have it", async () => {
  const { library, desk, titleId, waiting } = await scene()
  for (const card of Array.from({ length: 39 }, (_, index) => `r${index}`)) {
    must(await desk.registerReader({ card, name: card, category: "adult", key: card, at: noon }))
    must(await desk.reserve({ title: titleId, card, key: `r${card}`, at: noon }))
  }
  must(await desk.registerReader({ card: "last", name: "last", category: "adult", key: "last", at: noon }))
  must(await desk.reserve({ title: titleId, card: "last", key: "rlast", at: noon }))
  for (const card of ["cem", ...Array.from({ length: 39 }, (_, index) => `r${index}`)])
    must(await desk.placeBlock({ card, kind: "conduct", actions: ["borrow"], key: `b${card}`, at: noon }))
  const told = { expired: 1, handedOn: 1, failed: [] }
  expect(await nightlyClose(library, { tenant: "town", at: noon + 5 * day })).toMatchObject(told)
  expect([await waiting("r0"), await waiting("last")]).toEqual([["waiting"], ["setAside"]])
  expect([await library.check("town"), await library.replay("town")]).toEqual([[], []])
})
