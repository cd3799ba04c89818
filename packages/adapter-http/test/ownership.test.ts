import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openTown } from "./town.ts"

type Town = Awaited<ReturnType<typeof openTown>>
let town: Town
let reservation: string

const plain = ({ status, body }: { readonly status: number; readonly body: object }) => ({ status, body })

beforeAll(async () => {
  town = await openTown()
  const { ask } = town
  const { desk } = town.town.tokens
  for (const item of ["i1", "i2"])
    expect((await ask(desk, "POST", "/v1/loans", { item, card: "ben" })).status).toBe(200)
  const placed = await ask(desk, "POST", "/v1/reservations", { title: town.town.titleId, item: "i1", card: "ben" })
  expect(placed.status).toBe(200)
  reservation = (placed.body as { readonly reservationId: string }).reservationId
})
afterAll(() => town.close())

describe("a reader", () => {
  it("sees what is somebody else's as if it were not there, and changes nothing of it", async () => {
    const { ask } = town
    const { ada, desk } = town.town.tokens
    const before = (await ask(desk, "GET", "/v1/readers/ben/loans")).body
    for (const page of ["", "/loans", "/reservations", "/account", "/statement", "/bill", "/receipts/x"])
      expect(plain(await ask(ada, "GET", `/v1/readers/ben${page}`))).toEqual(
        plain(await ask(ada, "GET", `/v1/readers/nobody${page}`))
      )
    const same = async (path: string, others: object, nobodys: object, hide: ReadonlyArray<string>): Promise<void> => {
      const answers = [await ask(ada, "POST", path, others), await ask(ada, "POST", path, nobodys)].map((answer) =>
        hide.reduce((text, value) => text.replaceAll(value, "…"), JSON.stringify(plain(answer)))
      )
      expect(answers[0]).toBe(answers[1])
      expect(answers[0]).toContain('"status":404')
    }
    await same("/v1/loans/renew", { item: "i1" }, { item: "i9" }, ["i1", "i9"])
    await same("/v1/loans/renew-all", { card: "ben" }, { card: "nob" }, ["ben", "nob"])
    const { titleId: title } = town.town
    await same("/v1/reservations", { title, card: "ben" }, { title, card: "nob" }, ["ben", "nob"])
    const cancelled = await ask(ada, "POST", `/v1/reservations/${reservation}/cancel`, {})
    const unknown = await ask(ada, "POST", "/v1/reservations/01a/cancel", {})
    expect(cancelled.status).toBe(404)
    expect(JSON.stringify(cancelled.body).replace(reservation, "01a")).toBe(JSON.stringify(unknown.body))
    expect((await ask(desk, "GET", "/v1/readers/ben/loans")).body).toEqual(before)
  })

  it("is told how long they wait themselves, and nothing of who else waits, or for how long", async () => {
    const { ask } = town
    const { ada, ben, desk } = town.town.tokens
    const wait = `/v1/reservations/${reservation}/wait`
    const own = await ask(ben, "GET", wait)
    expect(own.body).toMatchObject({ position: 1, waitingCount: 1, wait: { median: expect.any(Number) } })
    expect(own.headers.get("cache-control")).toBe("no-store")
    const titlePages = `/v1/titles/${town.town.titleId}`
    for (const path of [`${titlePages}/queue`, `${titlePages}/copies`, "/v1/titles/nothing/queue"])
      expect((await ask(ada, "GET", path)).body).toMatchObject({ status: 403, refusals: [{ code: "NotPermitted" }] })
    expect(plain(await ask(ada, "GET", wait))).toEqual(plain(await ask(ada, "GET", "/v1/reservations/01a/wait")))
    expect((await ask(ada, "GET", wait)).status).toBe(404)
    expect((await ask(ada, "GET", `${titlePages}/wait`)).body).toMatchObject({ position: 2, reservationId: null })
    const { ben: readerId } = town.town.readers
    for (const token of [desk, ben])
      expect(JSON.stringify((await ask(token, "GET", wait)).body)).not.toContain(readerId)
    expect(JSON.stringify((await ask(desk, "GET", `${titlePages}/queue`)).body)).not.toContain(readerId)
  })

  it("gives no command of staff, and has no say in what time it is", async () => {
    const { ask } = town
    const { ada } = town.town.tokens
    const staffOnly: ReadonlyArray<readonly [string, object]> = [
      ["/v1/loans", { item: "r1", card: "ada" }],
      ["/v1/returns", { item: "i1" }],
      ["/v1/payments", { card: "ada", amount: 5, method: "cash" }],
      ["/v1/waivers", { card: "ada", charge: "c", reason: "mine" }],
      ["/v1/readers", { card: "new", name: "New", category: "adult" }],
      ["/v1/titles", { description: { title: "Mine" } }],
      [`/v1/reservations/${reservation}/expire`, {}]
    ]
    for (const [path, body] of staffOnly) {
      const answer = await ask(ada, "POST", path, body)
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.body).toMatchObject({ refusals: [{ code: "NotPermitted" }] })
    }
    const early = await ask(ada, "POST", "/v1/loans/renew-all", { card: "ada", at: "2026-01-01T00:00:00Z" })
    expect(early.body).toMatchObject({ status: 400, invalid: [{ path: "at" }] })
  })

  it("is shown nothing that staff wrote of them for one another", async () => {
    const { ask } = town
    const { ada, desk } = town.town.tokens
    const block = { kind: "conduct", actions: ["reserve"], note: "shouts" }
    expect((await ask(desk, "POST", "/v1/readers/ada/blocks", block)).status).toBe(200)
    expect((await ask(desk, "POST", "/v1/readers/ada/notes", { text: "<b>shouts</b>" })).status).toBe(200)
    for (const page of ["blocks", "notes", "links"]) {
      expect((await ask(ada, "GET", `/v1/readers/ada/${page}`)).status).toBe(403)
      expect((await ask(desk, "GET", `/v1/readers/ada/${page}`)).status).toBe(200)
    }
    const title = town.town.titleId
    const { body } = await ask(ada, "POST", "/v1/reservations", { title, item: "i1", card: "ada" })
    expect(body).toMatchObject({ refusals: [{ code: "ReaderBlocked", note: "" }] })
  })

  it("gives themselves no card for one that is lost", async () => {
    const { ask } = town
    const { ada, desk } = town.town.tokens
    const lost = await ask(ada, "POST", "/v1/readers/ada/lost-card", { replacement: "printed-0001" })
    expect(lost.body).toMatchObject({ status: 403, refusals: [{ code: "NotPermitted", permission: "readers.write" }] })
    expect((await ask(desk, "GET", "/v1/readers/printed-0001")).status).toBe(404)
  })

  it("sees loans, reservations and account of their own, and of a copy never who has it", async () => {
    const { ask } = town
    const { ben } = town.town.tokens
    const loans = await ask(ben, "GET", "/v1/me/loans")
    expect(loans.body).toMatchObject({ rows: [{ barcode: "i1" }, { barcode: "i2" }] })
    expect((await ask(ben, "GET", "/v1/readers/ben/loans")).body).toEqual(loans.body)
    expect((await ask(ben, "GET", "/v1/me/reservations")).body).toMatchObject({
      rows: [{ state: "waiting", ahead: 0 }]
    })
    expect((await ask(ben, "GET", "/v1/me/account")).body).toMatchObject({ balance: 0, charges: [] })
    const item = await ask(ben, "GET", "/v1/items/i1")
    expect(item.body).toMatchObject({ status: "onLoan", waitingCount: 1 })
    expect(JSON.stringify(item.body)).not.toMatch(/loanId|reservationId|ben/)
    for (const { headers } of [loans, item]) expect(headers.get("cache-control")).toBe("no-store")
  })
})

describe("staff", () => {
  it("of one tenant find nothing of another's: barcodes, cards, ids, cursors, keys", async () => {
    const { ask, city } = town
    const { desk } = city.tokens
    const reserved = await ask(desk, "POST", `/v1/reservations/${reservation}/cancel`, {})
    expect(reserved.body).toMatchObject({ status: 404, refusals: [{ code: "ReservationUnknown" }] })
    const pages = ["", "/queue", "/copies", "/wait"].map((page) => `/v1/titles/${town.town.titleId}${page}`)
    for (const page of [...pages, `/v1/reservations/${reservation}/wait`])
      expect([page, (await ask(desk, "GET", page)).status]).toEqual([page, 404])
    expect((await ask(desk, "GET", "/v1/readers/ben/loans")).body).toMatchObject({ rows: [] })
    const copies = await ask(town.town.tokens.desk, "GET", `/v1/titles/${town.town.titleId}/copies?limit=1`)
    const cursor = (copies.body as { readonly next: string }).next
    for (const list of [`${town.town.titleId}/queue`, "nothing/copies"])
      expect((await ask(town.town.tokens.desk, "GET", `/v1/titles/${list}?after=${cursor}`)).status).toBe(400)
    expect((await ask(desk, "GET", `/v1/titles/${city.titleId}/copies?after=${cursor}`)).status).toBe(400)
    const page = await ask(town.town.tokens.desk, "GET", `/v1/titles/${town.town.titleId}?limit=1`)
    const { next } = (page.body as { readonly items: { readonly next: string } }).items
    const foreign = await ask(desk, "GET", `/v1/titles/${city.titleId}?limit=1&after=${next}`)
    expect(foreign.body).toMatchObject({ status: 400, invalid: [{ path: "after" }] })
  })

  it("without the right lift nothing; with it, by name and reason", async () => {
    const { ask } = town
    const { desk, manager } = town.town.tokens
    const body = { item: "r1", card: "ada", override: { reason: "for the exam" } }
    expect((await ask(desk, "POST", "/v1/loans", body)).body).toMatchObject({
      status: 422,
      refusals: [{ code: "ItemNotLendable", itemType: "reference", liftedBy: "loans.override.notLendable" }]
    })
    expect((await ask(manager, "POST", "/v1/loans?dryRun=true", body)).body).toMatchObject({
      overrides: [{ refusal: "ItemNotLendable", reason: "for the exam" }]
    })
  })
})
