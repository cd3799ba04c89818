import { createHmac } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hmacProvider } from "../src/index.ts"
import { noon, openTown } from "./town.ts"

const secret = "a secret of a good length"
const hmac = { tenant: "town", branch: "main", secret: ["the one before it, long", secret] }
const paypost = hmacProvider(hmac)
const broken = { ...hmac, read: () => Promise.reject(new Error("its database is gone")) }

const now = noon
let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown({ clock: () => now, bodyBytesMax: 4096, paymentProviders: { paypost, broken } })
  const charge = { card: "ada", kind: "fee", amount: 1000, reason: "copies" }
  expect((await town.ask(town.town.tokens.manager, "POST", "/v1/charges", charge)).status).toBe(200)
})
afterAll(() => town.close())

const sign = (body: string, seconds: number, by = secret): string =>
  createHmac("sha256", by).update(`${seconds}.${body}`).digest("hex")

interface Sent {
  readonly body: string
  readonly at?: number
  readonly signature?: string
  readonly provider?: string
}

const send = async ({ body, at = now, signature, provider = "paypost" }: Sent) => {
  const seconds = Math.floor(at / 1000)
  const response = await town.handler(
    new Request(`http://library.test/v1/payments/callback/${provider}`, {
      method: "POST",
      headers: {
        "content-type": "text/plain",
        "openshelf-timestamp": String(seconds),
        "openshelf-signature": signature ?? sign(body, seconds)
      },
      body
    })
  )
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

const payment = (fields: object = {}): string =>
  JSON.stringify({ id: "p1", card: "ada", amount: 100, currency: "CNY", ...fields })

const paid = async (): Promise<number> => {
  const { rows } = await town.library.scan("town", "entry", null, 1000)
  return rows.filter(({ kind }) => kind === "payment").reduce((sum, { amount }) => sum - amount, 0)
}

describe("a payment told by callback", () => {
  it("is taken when it is signed, once however often it is told, and not again with another amount", async () => {
    const first = await send({ body: payment() })
    expect([first.status, first.body]).toMatchObject([200, { amount: 100, credit: 0 }])
    const again = await Promise.all([1, 2, 3].map(() => send({ body: payment() })))
    for (const { status, headers, body } of again)
      expect([status, headers.get("idempotency-replayed"), body]).toEqual([200, "true", first.body])
    const other = await send({ body: payment({ amount: 101 }) })
    expect([other.status, other.body.refusals]).toMatchObject([422, [{ code: "KeyUsedForOther" }]])
    expect(await paid()).toBe(100)
  })

  it("is refused when forged, altered, unsigned, too old or of a time to come, and nothing is written", async () => {
    const body = payment({ id: "p2" })
    const seconds = Math.floor(now / 1000)
    const before = await paid()
    const wrong: ReadonlyArray<Sent> = [
      { body, signature: sign(body, seconds, "a secret that is not theirs") },
      { body: payment({ id: "p2", amount: 1 }), signature: sign(body, seconds) },
      { body, signature: "" },
      { body, signature: sign(body, seconds).slice(1) },
      { body, signature: `${sign(body, seconds)}00` },
      { body, at: now - 301_000 },
      { body, at: now + 301_000 },
      { body, at: now - 60_000, signature: sign(body, seconds) }
    ]
    for (const sent of wrong) {
      const { status, body: told } = await send(sent)
      expect([status, told.type]).toEqual([401, "urn:openshelf:problem:distrusted"])
    }
    expect(await paid()).toBe(before)
  })

  it("is taken by either secret while one takes the other's place", async () => {
    const body = payment({ id: "p3" })
    const signature = sign(body, Math.floor(now / 1000), "the one before it, long")
    expect((await send({ body, signature })).status).toBe(200)
  })

  it("that was signed and makes no sense is a bad request; of nobody's card, not found; of no provider, nothing", async () => {
    for (const body of [
      "",
      "[]",
      "null-ish",
      "{}",
      payment({ id: "p4", amount: -5 }),
      payment({ id: "p4", amount: 1.5 })
    ])
      expect([body, (await send({ body })).status]).toEqual([body, body === "" || body === "null-ish" ? 401 : 400])
    expect((await send({ body: payment({ id: "p4", currency: "EUR" }) })).body.invalid).toEqual([
      { path: "currency", expected: "CNY" }
    ])
    expect((await send({ body: payment({ id: "p4", card: "nobody" }) })).status).toBe(404)
    for (const provider of ["nobody", "constructor", "__proto__"])
      expect((await send({ body: payment({ id: "p4" }), provider })).status).toBe(404)
    expect((await send({ body: payment({ id: "x".repeat(5000) }) })).status).toBe(413)
  })

  it("whose provider breaks is a fault that tells nothing of it", async () => {
    const { status, body } = await send({ body: payment({ id: "p5" }), provider: "broken" })
    expect([status, JSON.stringify(body).includes("database")]).toEqual([500, false])
  })

  it("stays away from other tenants, and leaves the books whole", async () => {
    expect((await town.library.scan("city", "entry", null, 10)).rows).toEqual([])
    expect(await town.library.check("town")).toEqual([])
  })
})

it("wants a secret that is one", () => {
  expect(() => hmacProvider({ ...hmac, secret: "short" })).toThrow(RangeError)
})
