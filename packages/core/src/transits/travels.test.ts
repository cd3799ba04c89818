import { expect, it } from "vitest"
import type { Barcode } from "../catalogue/model.ts"
import { amendPolicy, openBranch } from "../testing/amending.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

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
