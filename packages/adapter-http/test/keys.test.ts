import { expect, it } from "vitest"
import { openTown } from "./town.ts"

const keyed = (key: string) => ({ "idempotency-key": key })

it("carries a command out once for its key, says when it repeats, and refuses the key for another", async () => {
  const { ask, town, close } = await openTown()
  const { desk } = town.tokens
  const body = { item: "i1", card: "ada" }
  const first = await ask(desk, "POST", "/v1/loans", body, keyed("k"))
  const again = await ask(desk, "POST", "/v1/loans", body, keyed("k"))
  expect([first.status, again.status]).toEqual([200, 200])
  expect(again.body).toEqual(first.body)
  expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"])
  const other = await ask(desk, "POST", "/v1/loans", { item: "i2", card: "ada" }, keyed("k"))
  expect(other.body).toMatchObject({ status: 422, refusals: [{ code: "KeyUsedForOther" }] })
  await close()
})

it("asks for a key of bounded size, one only; a dry run takes none", async () => {
  const { ask, library, town, close } = await openTown()
  const { desk } = town.tokens
  const body = { item: "i1", card: "ada" }
  for (const key of ["", "x".repeat(201), "x".repeat(100_000), "a, b", "a b", "schl\u00fcssel"])
    expect((await ask(desk, "POST", "/v1/loans", body, keyed(key))).status).toBe(400)
  expect((await library.scan("town", "loan", null, 1)).rows).toEqual([])
  expect((await ask(desk, "POST", "/v1/loans?dryRun=true", body, keyed(""))).status).toBe(200)
  expect((await library.scan("town", "loan", null, 1)).rows).toEqual([])
  await close()
})

it("gives nobody another's stored answer: keys belong to the actor and the tenant", async () => {
  const { ask, town, city, close } = await openTown()
  const lend = async (token: string, item: string, card: string) =>
    (await ask(token, "POST", "/v1/loans", { item, card }, keyed("1"))).body as { readonly loanId?: string }
  const mine = await lend(town.tokens.desk, "i1", "ada")
  const colleague = await lend(town.tokens.manager, "i2", "ada")
  const elsewhere = await lend(city.tokens.desk, "i1", "ada")
  expect(new Set([mine.loanId, colleague.loanId, elsewhere.loanId]).size).toBe(3)
  const renew = (token: string) => ask(token, "POST", "/v1/loans/renew", { item: "i1" }, keyed("2"))
  expect((await renew(town.tokens.ada)).status).toBe(200)
  expect((await renew(town.tokens.ben)).status).toBe(404)
  await close()
})
