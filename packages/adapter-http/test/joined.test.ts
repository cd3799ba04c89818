import { Schema } from "effect"
import { afterAll, beforeAll, expect, it } from "vitest"
import { allRoutes } from "../src/routes/allRoutes.ts"
import { noon, openTown } from "./town.ts"

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

it("joins by a proxy, and says at each scan, on the shelf and to the reader how much of a set is there", async () => {
  const { ask, library, town: here } = town
  const { manager, ada, ben } = here.tokens
  const call = async (name: string, path: string, body?: object, token = manager): Promise<Record<string, never>> => {
    const route = allRoutes.find((one) => one.name === name)
    const answer = await ask(token, route?.method ?? "", path, body)
    expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()])
    Schema.decodeUnknownSync(route?.answer as never as Schema.ConstraintDecoder<unknown>)(answer.body, {
      onExcessProperty: "error"
    })
    return answer.body
  }
  expect(await call("place", "/v1/place")).toMatchObject({ reservationsJoined: [] })
  const { rows } = await library.scan("town", "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  policy.rows[0].set = { ...policy.rows[0].set, reservationsJoined: ["together"], togetherDays: 20 }
  await library.publishPolicy({ tenant: "town", content: policy, at: noon, by: "anna" })
  expect(await call("place", "/v1/place")).toMatchObject({ reservationsJoined: ["together"] })

  const reservations: Array<string> = []
  for (const barcode of ["s1", "s2"]) {
    const { titleId } = await call("addTitle", "/v1/titles", { description: { title: barcode } })
    await call("addItem", "/v1/items", { title: titleId, barcode, type: "book" })
    await call("checkOut", "/v1/loans", { item: barcode, card: "ben" })
    const { reservationId } = await call("reserve", "/v1/reservations", { title: titleId, card: "ada" }, ada)
    reservations.push(reservationId as never)
  }
  const join = { card: "ada", by: "ben", reservations, as: "together" }
  const refused = await ask(ben, "POST", "/v1/reservations/join", join)
  expect([refused.status, refused.body]).toMatchObject([404, { refusals: [{ code: "ReaderUnknown" }] }])
  await call("linkReaders", "/v1/readers/ada/links", { other: "ben", kind: "proxy" })
  await call("joinReservations", "/v1/reservations/join", join, ben)

  const ofSet = { here: 1, of: 2 }
  expect(await call("returnItem", "/v1/returns", { item: "s1" })).toMatchObject({ setAside: { ofSet } })
  expect(await call("inHand", "/v1/items/s1/in-hand")).toMatchObject({ keptFor: { ofSet } })
  expect(await call("pickupShelf", "/v1/branches/main/pickup-shelf")).toMatchObject({ rows: [{ ofSet }] })
  const joined = (nth: number) => ({ as: "together", reservations: [reservations[1 - nth]] })
  expect(await call("myReservations", "/v1/me/reservations", undefined, ada)).toMatchObject({
    rows: [{ joined: joined(0) }, { joined: joined(1) }]
  })
  await call("cancelReservation", `/v1/reservations/${reservations[1]}/cancel`, {}, ada)
  expect(await call("pickupShelf", "/v1/branches/main/pickup-shelf")).toMatchObject({ rows: [{ ofSet: null }] })
  expect(await call("myReservations", "/v1/me/reservations", undefined, ada)).toMatchObject({
    rows: [{ joined: null }]
  })
})
