import { afterEach, expect, it } from "vitest"
import { createClient } from "../src/index.ts"
import { closedOn, openTown, published } from "./town.ts"

type Town = Awaited<ReturnType<typeof openTown>>
let open: Town | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

/** The town with other rules: the branch hill has no open day any more, dale is there for nobody yet, moor is as main. */
const townWith = async (set: object): Promise<Town> => {
  open = await openTown()
  const { branches } = closedOn([])
  const { main, hill } = branches
  await published(
    open.library,
    { reservableByBorrower: false, ...set },
    {
      branches: { main, hill: { ...hill, hours: {} }, moor: { ...hill, name: { en: "Moor" } } }
    }
  )
  return open
}

it("a reservation of what one has already names the loan, and one that is there already the reservation", async () => {
  const { ask, town } = await townWith({ reservableOnShelf: true })
  const { desk, ada } = town.tokens
  const title = town.titleId
  const lent = await ask(desk, "POST", "/v1/loans", { item: "i1", card: "ada" })
  const { loanId } = lent.body as { readonly loanId: string }
  const own = await ask(ada, "POST", "/v1/reservations", { title, card: "ada" })
  expect([own.status, own.body]).toMatchObject([409, { refusals: [{ code: "LentToReader", loanId, liftedBy: null }] }])
  const placed = await ask(desk, "POST", "/v1/reservations", { title, card: "ben" })
  const { reservationId } = placed.body as { readonly reservationId: string }
  const again = await ask(desk, "POST", "/v1/reservations", { title, card: "ben" })
  expect([again.status, again.body]).toMatchObject([409, { refusals: [{ code: "AlreadyReserved", reservationId }] }])
})

it("a pickup branch that does not exist, or never opens again, is named", async () => {
  const { ask, town } = await townWith({ reservableOnShelf: true })
  const { desk } = town.tokens
  const reserve = (pickupBranch: string) =>
    ask(desk, "POST", "/v1/reservations", { title: town.titleId, card: "ada", pickupBranch })
  const nowhere = await reserve("moon")
  expect([nowhere.status, nowhere.body]).toMatchObject([
    404,
    { refusals: [{ code: "BranchUnknown", branch: "moon", liftedBy: null }] }
  ])
  const shut = await reserve("hill")
  expect([shut.status, shut.body]).toMatchObject([
    422,
    { refusals: [{ code: "CalendarHasNoOpenDay", branch: "hill", liftedBy: null }] }
  ])
  const placed = await reserve("main")
  const { reservationId } = placed.body as { readonly reservationId: string }
  for (const [pickupBranch, code] of [
    ["moon", "BranchUnknown"],
    ["hill", "CalendarHasNoOpenDay"]
  ] as const) {
    const changed = await ask(desk, "PATCH", `/v1/reservations/${reservationId}`, { pickupBranch })
    expect(changed.body).toMatchObject({ refusals: [{ code, branch: pickupBranch }] })
  }
})

it("too many of a category name the limit, the number and the maximum", async () => {
  const { ask, town } = await townWith({ reservableOnShelf: true, "reservationCountMax.all": 0 })
  const answer = await ask(town.tokens.ada, "POST", "/v1/reservations", { title: town.titleId, card: "ada" })
  expect([answer.status, answer.body]).toMatchObject([
    422,
    {
      refusals: [
        {
          code: "CategoryReservationsReached",
          limit: "all",
          count: 0,
          countMax: 0,
          liftedBy: "reservations.override.limit"
        }
      ]
    }
  ])
})

it("says at which branches something could be fetched, to staff and to the reader alone", async () => {
  const { ask, handler, town } = await townWith({ reservableOnShelf: true, pickupBranches: "home" })
  const { desk, ada, ben } = town.tokens
  const asked = { title: town.titleId, card: "ada" }
  const path = "/v1/reservations/pickup-branches"
  const told = await ask(ada, "POST", path, asked)
  expect([told.status, told.body]).toEqual([
    200,
    {
      everywhere: [],
      branches: [
        { branch: "main", refusals: [] },
        {
          branch: "hill",
          refusals: [
            { code: "PickupNotAllowed", branch: "hill", liftedBy: "reservations.override.pickup" },
            { code: "CalendarHasNoOpenDay", branch: "hill", liftedBy: null }
          ]
        },
        {
          branch: "moor",
          refusals: [{ code: "PickupNotAllowed", branch: "moor", liftedBy: "reservations.override.pickup" }]
        }
      ]
    }
  ])
  const others = await ask(ben, "POST", path, asked)
  expect(others.body).toMatchObject({ everywhere: [{ code: "ReaderUnknown", reader: "ada" }] })
  expect((await ask(desk, "POST", path, { ...asked, pickupBranch: "main" })).body).toMatchObject({
    invalid: [{ path: "pickupBranch" }]
  })
  expect((await ask(ada, "POST", path, { ...asked, at: "2026-03-02T12:00:00+08:00" })).status).toBe(400)
  const { reservationId } = (await ask(desk, "POST", "/v1/reservations", asked)).body as Record<string, string>
  const own = `/v1/reservations/${reservationId}/pickup-branches`
  expect((await ask(ada, "GET", own)).body).toEqual(told.body)
  expect((await ask(ben, "GET", own)).status).toBe(404)
  expect((await ask(desk, "GET", "/v1/reservations/01a/pickup-branches")).status).toBe(404)
  const client = createClient({ baseUrl: "http://library.test", token: desk, fetch: handler })
  expect(await client.queues.pickupBranches({ reservation: reservationId ?? "" })).toEqual(told.body)
  const again = await client.queues.pickupBranches({
    ...asked,
    notAfter: Date.parse("2026-04-01T12:00:00+08:00")
  } as never)
  expect(again?.everywhere).toMatchObject([{ code: "AlreadyReserved" }])
})
