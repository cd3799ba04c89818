import { learnWaits } from "@openshelf/core/queues"
import { expect, it } from "vitest"
import { createClient, NotSignedIn, ServerBusy, ServerFault, Unreachable } from "../src/index.ts"
import { noon, openTown } from "./town.ts"

it("is a desk: the same answers as the library's own, instants as numbers", async () => {
  const { library, handler, town, close } = await openTown()
  const client = createClient({ baseUrl: "http://library.test/", token: town.tokens.desk, fetch: handler })
  const staff = { kind: "staff", id: "dora", permissions: new Set((await identity(client)).permissions) } as const
  const desk = library.at({ tenant: "town", branch: "main", channel: "desk", actor: staff })

  const would = await client.dryRun.checkOut({ item: "i1", card: "ada", at: noon })
  expect(withoutIds(would)).toEqual(withoutIds(await desk.dryRun.checkOut({ item: "i1", card: "ada", at: noon })))
  const lent = await client.checkOut({ item: "i1", card: "ada", key: "1" })
  expect(await desk.checkOut({ item: "i1", card: "ada", at: noon + 5, key: "1" })).toEqual({ ...lent, repeated: true })
  expect(await client.checkOut({ item: "i1", card: "ada", key: "1" })).toEqual({ ...lent, repeated: true })

  const again = { item: "i1", card: "ada" }
  expect(await client.checkOut({ ...again, key: "2" })).toEqual(await desk.checkOut({ ...again, at: noon, key: "2" }))
  const wrong = await client.checkOut({ item: "", card: "ada", key: "3" })
  expect(wrong).toMatchObject({ ok: false, invalid: [{ path: "item" }] })
  await client.renew({ item: "i1", key: "4" })
  const all = await client.renewAll({ card: "ada", key: "5" })
  expect(all).toEqual(
    await desk.renewAll({ card: "ada", at: noon, key: "5" }).then((own) => ({ ...own, repeated: false }))
  )
  expect(await client.changeReader({ card: "ada", expiresAt: noon, key: "6" })).toMatchObject({ ok: true })
  expect(await client.cancelReservation({ reservation: "a/b", key: "7" })).toMatchObject({
    ok: false,
    refusals: [{ _tag: "ReservationUnknown", reservation: "a/b" }]
  })
  const { titleId: title } = town
  const placed = await client.reserve({ title, item: "i1", card: "ben", key: "8" })
  const reservation = placed.ok ? placed.receipt.reservationId : ""
  await learnWaits(library, { tenant: "town", at: noon })
  const queue = await client.queues.ofTitle(title, { limit: 1 })
  expect(queue).toMatchObject({ waitingCount: 1, rows: [{ reservationId: reservation, placedAt: noon }], next: null })
  expect(await client.queues.wait({ reservation })).toMatchObject({ position: 1, wait: queue?.rows[0]?.wait })
  expect(await client.queues.wait({ title })).toMatchObject({ position: 2, reservationId: null })
  expect(await client.queues.wait({ title: "a/b" })).toBeNull()
  expect(await client.queues.ofTitle("nothing")).toBeNull()
  expect(await client.read("/v1/readers/nobody")).toBeNull()
  expect(await client.read("/v1/readers/ada")).toMatchObject({ expiresAt: noon })
  await close()
})

it("tells faults apart by class", async () => {
  const answering = (status: number, body: unknown) => () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "x-request-id": "r7" } }))
  const problem = (name: string, status: number) =>
    answering(status, { type: `urn:openshelf:problem:${name}`, title: "t", status })
  const lend = (fetch: () => Promise<Response>) =>
    createClient({ baseUrl: "http://x", token: "t", fetch }).checkOut({ item: "i", card: "c", key: "k" })
  await expect(lend(() => Promise.reject(new TypeError("no route to host")))).rejects.toBeInstanceOf(Unreachable)
  await expect(lend(answering(200, undefined))).rejects.toBeInstanceOf(Unreachable)
  await expect(lend(answering(502, { sorry: true }))).rejects.toBeInstanceOf(Unreachable)
  await expect(lend(problem("busy", 503))).rejects.toBeInstanceOf(ServerBusy)
  await expect(lend(problem("outcomeUnknown", 503))).rejects.toMatchObject({ name: "OutcomeUnknown" })
  await expect(lend(problem("signedOut", 401))).rejects.toBeInstanceOf(NotSignedIn)
  await expect(lend(problem("fault", 500))).rejects.toMatchObject({ name: "ServerFault", requestId: "r7" })
  expect(new ServerFault("t", null).requestId).toBeNull()
})

const identity = async (client: { readonly read: (address: "/v1/me") => Promise<unknown> }) =>
  (await client.read("/v1/me")) as { readonly permissions: ReadonlyArray<string> }

const withoutIds = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer).replace(/"loanId":"[^"]+"/, '"loanId":""'))
