import { expect, it } from "vitest"
import type { Barcode } from "../catalogue/model.ts"
import { staffRoles } from "../decision/permission.ts"
import { amendPolicy, closeForGood, openBranch } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const office = {
  tenant,
  actor: { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) },
  channel: "desk"
} as const

/** A library of three branches that keeps transits, and a copy whose home is the first. */
const scene = async (transfers: object = {}) => {
  const small = await smallLibrary({ reservableOnShelf: true })
  const { library, deskAt, title, key } = small
  await amendPolicy(library, { transfers: { kept: true, ...transfers } })
  await openBranch(library, "mid")
  const titleId = await title("Emma", ["e1"])
  let days = 0
  const given = () => ({ at: noon + days * day, key: key() })
  const copy = async () => {
    const { item } = await library.read(tenant, { item: { barcode: "e1" as Barcode } })
    return item?.item as NonNullable<typeof item>["item"]
  }
  const reservation = async (reservationId: string) =>
    (await library.scan(tenant, "reservation", null, 9)).rows.find((row) => row.reservationId === reservationId)
  return {
    ...small,
    titleId,
    given,
    copy,
    reservation,
    later: (more: number) => {
      days += more
    },
    scan: async (branch: string) => receiptOf(await deskAt(branch).returnItem({ item: "e1", ...given() })),
    send: async (branch: string, to: string, more: object = {}) =>
      receiptOf(await deskAt(branch).send({ item: "e1", to, ...more, ...given() })),
    reserve: async (card: string, pickupBranch: string) =>
      receiptOf(await deskAt("main").reserve({ title: titleId, card, pickupBranch, ...given() })).reservationId,
    sound: async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  }
}

it("stays where staff sent it, however often it is scanned there; once it was lent, it goes home", async () => {
  const { far, given, send, scan, sound } = await scene()
  await send("main", "far")
  for (const _ of [1, 2]) expect(await scan("far")).toMatchObject({ route: "sentHere", sendTo: null, transit: null })
  expect(await scan("mid")).toMatchObject({ route: "sentElsewhere", sendTo: "far" })
  expect(await scan("far")).toMatchObject({ route: "sentHere" })
  receiptOf(await far.checkOut({ item: "e1", card: "ada", ...given() }))
  expect(await scan("far")).toMatchObject({ route: "awayFromHome", transit: { toBranch: "main" } })
  await sound()
})

it("goes on to where staff sent it when it arrives astray, and to whoever waits before that", async () => {
  const { send, scan, reserve, sound } = await scene()
  await send("main", "far")
  const astray = await scan("mid")
  expect(astray).toMatchObject({ route: "sentElsewhere", transit: { toBranch: "far", reason: "moved" } })
  expect(await scan("far")).toMatchObject({ route: "sentHere" })
  await send("far", "mid")
  await reserve("ada", "main")
  expect(await scan("far")).toMatchObject({ route: "reservedElsewhere", transit: { toBranch: "main" } })
  await sound()
})

it("goes to where it was sent before what was planned after that", async () => {
  const { send, scan, sound } = await scene()
  await send("main", "far")
  await send("main", "mid", { plan: true })
  expect(await scan("main")).toMatchObject({ route: "sentElsewhere", transit: { toBranch: "far" } })
  expect(await scan("far")).toMatchObject({ route: "planned", transit: { toBranch: "mid" } })
  expect(await scan("mid")).toMatchObject({ route: "sentHere" })
  await sound()
})

it("goes to no branch that the calendar knows no more, and stays where it is when its home is one", async () => {
  const { library, given, send, scan, far, copy, sound, desk } = await scene({ kept: true })
  await send("main", "mid", { plan: true })
  await send("main", "far")
  await closeForGood(library, "mid", noon)
  expect(await scan("far")).toMatchObject({ route: "sentHere" })
  receiptOf(await desk.changeItem({ item: "e1", homeBranch: "far", ...given() }))
  receiptOf(await far.checkOut({ item: "e1", card: "ada", ...given() }))
  await closeForGood(library, "far", noon)
  expect(await scan("main")).toMatchObject({ route: "homeClosed", sendTo: null, transit: null })
  expect((await copy()).status).toBe("available")
  await sound()
})

it("is handed on, when the branch that it was sent to for a reservation was closed for good, which waits again", async () => {
  const { library, scan, reserve, reservation, sound } = await scene()
  const first = await reserve("ada", "far")
  await scan("main")
  const second = await reserve("ben", "mid")
  await closeForGood(library, "far", noon)
  expect(await scan("main")).toMatchObject({ setAside: { reservationId: second }, transit: { toBranch: "mid" } })
  expect(await reservation(first)).toMatchObject({ state: "waiting", setAsideItemId: null })
  await sound()
})

it("leaves its shelf for whoever is next, when the branch of the shelf was closed for good", async () => {
  const { library, scan, reserve, reservation, sound } = await scene()
  const first = await reserve("ada", "far")
  await scan("main")
  await scan("far")
  await closeForGood(library, "far", noon)
  expect(await scan("main")).toMatchObject({ setAside: null, route: "home" })
  expect(await reservation(first)).toMatchObject({ state: "waiting", shelfUntil: null })
  await sound()
})

it("lets a reservation whose pickup branch was closed be fetched elsewhere, expire or be cancelled while its copy travels", async () => {
  const { library, desk, given, scan, reserve, reservation, later, copy, sound } = await scene()
  const one = await reserve("ada", "far")
  await scan("main")
  const other = { reservation: one, pickupBranch: "mid" }
  expect(codesOf(await desk.changeReservation({ ...other, ...given() }))).toEqual(["ReservationBeingFilled"])
  await closeForGood(library, "far", noon)
  expect(codesOf(await desk.expireReservation({ reservation: one, ...given() }))).toEqual(["ReservationWaiting"])
  receiptOf(await desk.changeReservation({ ...other, notAfter: noon + 5 * day, ...given() }))
  expect(await scan("main")).toMatchObject({ setAside: { reservationId: one }, transit: { toBranch: "mid" } })
  await closeForGood(library, "mid", noon + 1)
  later(9)
  receiptOf(await desk.dryRun.cancelReservation({ reservation: one, at: noon + 9 * day }))
  receiptOf(await desk.expireReservation({ reservation: one, ...given() }))
  expect(await reservation(one)).toMatchObject({ state: "expired" })
  expect(await copy()).toMatchObject({ status: "inTransit", reservationId: null })
  expect(await scan("main")).toMatchObject({ setAside: null, route: "home" })
  await sound()
})

const forbid = (from: string, to: string) => ({ forbidden: [{ from, to }] })

it("does not go a way that is forbidden for its type, or for one above it", async () => {
  for (const itemType of ["book", "print"]) {
    const { library, desk, titleId, given, send, sound } = await scene()
    await amendPolicy(library, {
      itemTypes: { print: {}, book: { parent: "print" }, film: {}, reference: {} },
      transfers: { kept: true, forbidden: [{ from: "main", to: "far", itemType }] }
    })
    const refused = await desk.send({ item: "e1", to: "far", ...given() })
    expect(codesOf(refused)).toEqual(["TransferForbidden"])
    const reserved = await desk.reserve({ title: titleId, card: "ada", pickupBranch: "far", ...given() })
    expect(codesOf(reserved)).toEqual(["PickupNotAllowed"])
    await send("main", "mid")
    await sound()
  }
})

it("is handed on by the ways from where it is going, while it travels", async () => {
  const { desk, given, scan, reserve, sound } = await scene(forbid("far", "mid"))
  const first = await reserve("ada", "far")
  await scan("main")
  const second = await reserve("ben", "mid")
  const third = await reserve("kim", "main")
  const ended = receiptOf(await desk.cancelReservation({ reservation: first, ...given() }))
  expect(ended).toMatchObject({
    setAside: { reservationId: third },
    skipped: [{ reservationId: second, because: "PickupNotAllowed" }]
  })
  await sound()
})

it("goes on by no way that is forbidden, where it turned up astray: it is handed on, and who sent it is told", async () => {
  const { scan, send, reserve, reservation, sound } = await scene(forbid("mid", "far"))
  await send("main", "far")
  expect(await scan("mid")).toMatchObject({ route: "awayFromHome", transit: { toBranch: "main" } })
  await scan("main")
  const first = await reserve("ada", "far")
  await scan("main")
  const second = await reserve("ben", "mid")
  expect(await scan("mid")).toMatchObject({ setAside: { reservationId: second }, route: "reservedHere" })
  expect(await reservation(first)).toMatchObject({ state: "waiting" })
  await sound()
})

it("does not set out as planned by a forbidden way from elsewhere; from where it was planned, as staff may send it", async () => {
  const { library, desk, given, scan, send, far, sound } = await scene(forbid("far", "mid"))
  await send("main", "mid", { plan: true })
  receiptOf(await desk.checkOut({ item: "e1", card: "ada", ...given() }))
  expect(await scan("far")).toMatchObject({ route: "awayFromHome", transit: { toBranch: "main" } })
  expect(await scan("main")).toMatchObject({ route: "planned", transit: { toBranch: "mid" } })
  await scan("mid")
  await send("mid", "far")
  await scan("far")
  expect(codesOf(await far.send({ item: "e1", to: "mid", plan: true, ...given() }))).toEqual(["TransferForbidden"])
  await send("far", "mid", { plan: true, override: { reason: "by taxi" } })
  const { rows } = await library.scan(tenant, "event", null, 99)
  expect(rows.filter(({ tag, body }) => tag === "TransitPlanned" && body.includes("by taxi"))).toHaveLength(1)
  expect(await scan("far")).toMatchObject({ route: "planned", transit: { toBranch: "mid" } })
  await sound()
})

it("is mended and made ready here, where the way to the branch that does so is forbidden or the branch closed", async () => {
  const { library, desk, given, later, sound } = await scene(forbid("main", "far"))
  for (const repairBranch of ["far", "mid"]) {
    await amendPolicy(library, { set: { repairBranch, processingBranch: repairBranch } })
    if (repairBranch === "mid") await closeForGood(library, "mid", noon)
    expect(receiptOf(await desk.sendToRepair({ item: "e1", ...given() })).transit).toBeNull()
    receiptOf(await desk.repaired({ item: "e1", ...given() }))
    receiptOf(await desk.changeItem({ item: "e1", status: "inProcess", ...given() }))
    expect(receiptOf(await desk.returnItem({ item: "e1", ...given() }))).toMatchObject({ route: "processingHere" })
    receiptOf(await desk.changeItem({ item: "e1", status: "available", ...given() }))
    later(1)
  }
  await sound()
})

it("is carried to where it is going, also where transits are kept no more meanwhile", async () => {
  const { library, scan, reserve, reservation, copy, sound } = await scene()
  const one = await reserve("ada", "far")
  await scan("main")
  await amendPolicy(library, { transfers: { kept: false } })
  expect(await scan("mid")).toMatchObject({ setAside: { shelfUntil: null }, transit: { toBranch: "far" } })
  expect([(await copy()).status, (await reservation(one))?.state]).toEqual(["inTransit", "inTransit"])
  await sound()
  expect(await scan("far")).toMatchObject({ route: "reservedHere", setAside: { reservationId: one } })
  expect((await reservation(one))?.state).toBe("setAside")
  await amendPolicy(library, { transfers: { kept: true } })
  await scan("far")
  await sound()
})

it("goes on where staff sent it, and home to be told only, where transits are kept no more meanwhile", async () => {
  const { library, scan, send, copy, sound } = await scene()
  await send("main", "far")
  await amendPolicy(library, { transfers: { kept: false } })
  expect(await scan("mid")).toMatchObject({ route: "sentElsewhere", transit: { toBranch: "far" } })
  expect(await scan("far")).toMatchObject({ route: "sentHere" })
  expect(await scan("mid")).toMatchObject({ route: "sentElsewhere", sendTo: "far", transit: null })
  expect((await copy()).status).toBe("available")
  await sound()
})

it("is handed to who wants it, once it is another volume than its reservation is for, on its way or on the shelf", async () => {
  const { desk, given, titleId, scan, reservation, sound } = await scene()
  receiptOf(await desk.changeItem({ item: "e1", volume: "1", ...given() }))
  const ask = async (card: string, volume: string) =>
    receiptOf(await desk.reserve({ title: titleId, card, volume, pickupBranch: "far", ...given() })).reservationId
  const first = await ask("ada", "1")
  await scan("main")
  receiptOf(await desk.changeItem({ item: "e1", volume: "2", ...given() }))
  const second = await ask("ben", "2")
  expect(await scan("far")).toMatchObject({ setAside: { reservationId: second }, route: "reservedHere" })
  expect(await reservation(first)).toMatchObject({ state: "waiting", shelfUntil: null, setAsideItemId: null })
  receiptOf(await desk.changeItem({ item: "e1", volume: "1", ...given() }))
  expect(await scan("far")).toMatchObject({ setAside: { reservationId: first }, route: "reservedHere" })
  expect((await reservation(second))?.state).toBe("waiting")
  await sound()
})

it("is told where it goes when it was withdrawn and turns up, and stays withdrawn, unless the policy refuses it", async () => {
  const { library, desk, given, scan, copy, sound } = await scene()
  receiptOf(await desk.withdrawItem({ item: "e1", reason: "worn out", ...given() }))
  expect(await scan("far")).toMatchObject({ route: "withdrawnHere", setAside: null, sendTo: null, transit: null })
  expect(await copy()).toMatchObject({ status: "withdrawn", presentBranch: "far" })
  await amendPolicy(library, { set: { withdrawnBranch: "mid" } })
  expect(await scan("far")).toMatchObject({ route: "withdrawnElsewhere", sendTo: "mid", transit: null })
  expect(await scan("mid")).toMatchObject({ route: "withdrawnHere", sendTo: null })
  await amendPolicy(library, { set: { returnOfWithdrawn: "refused" } })
  expect(codesOf(await desk.returnItem({ item: "e1", ...given() }))).toEqual(["ItemWithdrawn"])
  expect((await copy()).presentBranch).toBe("mid")
  await sound()
})

it("is carried across the yard without a transit, between branches that the policy names so, and travels elsewhere", async () => {
  const { library, scan, send, copy, reserve, reservation, sound } = await scene({
    withoutTransit: [{ branches: ["main", "far"] }]
  })
  expect(await scan("far")).toMatchObject({ route: "awayFromHome", sendTo: "main", transit: null })
  expect(await scan("mid")).toMatchObject({ route: "awayFromHome", transit: { toBranch: "main" } })
  await scan("main")
  const ada = await reserve("ada", "far")
  // On the shelf at once, in its days there; staff carry it over.
  const kept = await scan("main")
  expect(kept).toMatchObject({ setAside: { reservationId: ada }, sendTo: "far", transit: null })
  expect(kept.setAside?.shelfUntil).not.toBeNull()
  expect(await scan("far")).toMatchObject({ route: "reservedHere", setAside: kept.setAside, transit: null })
  // Turned up at a third branch, it is on its way from there.
  expect(await scan("mid")).toMatchObject({ setAside: { shelfUntil: null }, transit: { toBranch: "far" } })
  await scan("far")
  expect((await reservation(ada))?.state).toBe("setAside")
  await sound()
  // What staff send by a command travels as they say.
  receiptOf(
    await library.at({ ...office, branch: "main" }).cancelReservation({ reservation: ada, at: noon, key: "end" })
  )
  await scan("main")
  expect((await send("main", "far")).transit).toMatchObject({ toBranch: "far" })
  expect((await copy()).status).toBe("inTransit")
  await scan("far")
  await sound()
})

it("is carried so for readers alone, or for all else alone, as the policy says", async () => {
  const forReaders = await scene({ withoutTransit: [{ branches: ["main", "far"], only: "reservations" }] })
  expect((await forReaders.scan("far")).transit).toMatchObject({ toBranch: "main" })
  await forReaders.scan("main")
  await forReaders.reserve("ada", "far")
  expect((await forReaders.scan("main")).transit).toBeNull()
  const forOthers = await scene({ withoutTransit: [{ branches: ["main", "far"], only: "others" }] })
  expect((await forOthers.scan("far")).transit).toBeNull()
  await forOthers.scan("main")
  await forOthers.reserve("ada", "far")
  expect((await forOthers.scan("main")).transit).toMatchObject({ toBranch: "far" })
  for (const { sound } of [forReaders, forOthers]) await sound()
})
