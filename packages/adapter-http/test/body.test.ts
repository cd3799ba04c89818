import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { unsafeJson } from "../src/body/unsafeJson.ts"
import { cursorText } from "../src/wire/cursor.ts"
import { openTown } from "./town.ts"

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const secret = "do-not-echo"
const sound = { item: "i1", card: "ada" }

describe("a body that does not hold is refused, named, and not shown", () => {
  const cases: ReadonlyArray<readonly [what: string, body: string, status: number, path: string | null]> = [
    ["no JSON", `{"item": ${secret}`, 400, ""],
    ["NaN", '{"item": "i1", "card": NaN}', 400, ""],
    ["nothing", " ", 400, ""],
    ["a list", `["${secret}"]`, 400, ""],
    ["a text", `"${secret}"`, 400, ""],
    ["100,000 brackets", "[".repeat(100_000), 413, null],
    ["30,000 brackets, closed", `${"[".repeat(30_000)}${"]".repeat(30_000)}`, 400, ""],
    ["a name twice", `{"item": "i1", "item": "${secret}", "card": "ada"}`, 400, ""],
    ["a name twice, once escaped", `{"item": "i1", "\\u0069tem": "${secret}", "card": "ada"}`, 400, ""],
    ["__proto__", `{"item": "i1", "card": "ada", "__proto__": {"role": "${secret}"}}`, 400, ""],
    ["constructor, deep", `{"item": "i1", "card": "ada", "override": {"constructor": "${secret}"}}`, 400, ""],
    ["1e400", '{"card": "ada", "amount": 1e400, "method": "cash"}', 400, "amount"],
    ["a huge integer", '{"card": "ada", "amount": 99999999999999999999, "method": "cash"}', 400, "amount"],
    ["-0", '{"card": "ada", "amount": -0, "method": "cash"}', 400, "amount"],
    ["a lone surrogate", '{"item": "i1", "card": "\\ud800"}', 400, "card"],
    ["NUL", '{"item": "i1", "card": "a\\u0000"}', 400, "card"],
    ["an object for a text", '{"item": {"$ne": ""}, "card": "ada"}', 400, "item"],
    ["a list for a text", '{"item": ["i1"], "card": "ada"}', 400, "item"],
    ["fields of its own", `{"item": "i1", "card": "ada", "dueAt": "${secret}"}`, 400, "dueAt"],
    ["a tenant", `{"item": "i1", "card": "ada", "tenant": "${secret}"}`, 400, "tenant"],
    ["a key", `{"item": "i1", "card": "ada", "key": "${secret}"}`, 400, "key"],
    ["an instant without zone", '{"item": "i1", "card": "ada", "at": "2026-03-02T12:00:00"}', 400, "at"],
    ["a day that is none", '{"item": "i1", "card": "ada", "at": "2026-02-30T12:00:00Z"}', 400, "at"],
    ["the year 0", '{"item": "i1", "card": "ada", "at": "0000-01-01T00:00:00Z"}', 400, "at"],
    ["the year 9999", '{"item": "i1", "card": "ada", "at": "9999-01-01T00:00:00Z"}', 400, "at"],
    ["milliseconds for an instant", '{"item": "i1", "card": "ada", "at": 1772424000000}', 400, "at"],
    ["70,000 bytes", JSON.stringify({ ...sound, override: { reason: secret.repeat(7_000) } }), 413, null]
  ]
  it.each(cases)("%s", async (_, body, status, path) => {
    const route = body.includes("amount") ? "/v1/payments" : "/v1/loans"
    const answer = await town.ask(town.town.tokens.desk, "POST", route, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(JSON.stringify(answer.body)).not.toContain(secret)
    if (path !== null) expect(answer.body).toMatchObject({ invalid: [expect.objectContaining({ path })] })
    expect((await town.library.scan("town", "loan", null, 10)).rows).toEqual([])
  })

  it("amounts that are none: zero, below, fractions, beyond the range, text", async () => {
    for (const amount of [0, -1, 0.5, 1e13, "5", null]) {
      const body = { card: "ada", amount, method: "cash" }
      const answer = await town.ask(town.town.tokens.desk, "POST", "/v1/payments", body)
      expect(answer.body).toMatchObject({ status: 400, invalid: [{ path: "amount" }] })
    }
  })

  it("what is not plain JSON in UTF-8", async () => {
    const { desk } = town.town.tokens
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", ""])
      expect((await town.ask(desk, "POST", "/v1/loans", sound, { "content-type": type })).status).toBe(415)
    const zipped = { "content-encoding": "gzip" }
    expect((await town.ask(desk, "POST", "/v1/loans", sound, zipped)).status).toBe(415)
    const charset = { "content-type": "application/json; charset=utf-8" }
    expect((await town.ask(desk, "POST", "/v1/loans?dryRun=true", sound, charset)).status).toBe(200)
  })
})

it("finds odd characters literally or refuses them", async () => {
  const { desk } = town.town.tokens
  for (const text of ["%", "_", "'", '"', "\\", "а", "' or 1=1 --", "(a+)+$", "<script>"]) {
    const found = await town.ask(desk, "GET", `/v1/titles?${new URLSearchParams({ text })}`)
    expect([text, found.status]).toEqual([text, 200])
  }
  expect((await town.ask(desk, "GET", "/v1/titles?text=%00")).status).toBe(400)
  for (const barcode of ["%25", "_", "i%27", "%F0%9F%93%9A"])
    expect((await town.ask(desk, "GET", `/v1/items/${barcode}`)).status).toBe(404)
  for (const barcode of ["%00", "%20", "x".repeat(65), "%ff"])
    expect((await town.ask(desk, "GET", `/v1/items/${barcode}`)).status).toBe(404)
})

it("refuses limits and cursors that do not fit, and follows those that do to the end", async () => {
  const { ask, town: here } = town
  const { desk } = here.tokens
  for (const limit of ["0", "-1", "1000000000", "text", "", "1.5"])
    expect((await ask(desk, "GET", `/v1/titles?limit=${limit}`)).status).toBe(400)
  interface Page {
    readonly items: { readonly rows: ReadonlyArray<{ readonly barcode: string }>; readonly next: string | null }
  }
  const seen: Array<string> = []
  let after = ""
  do {
    const page: Page = (await ask(desk, "GET", `/v1/titles/${here.titleId}?limit=1${after}`)).body
    seen.push(...page.items.rows.map(({ barcode }) => barcode))
    if (page.items.next === null) break
    after = `&after=${page.items.next}`
  } while (seen.length < 9)
  expect(seen).toEqual(["i1", "i2", "r1"])
  const cursor = after.slice("&after=".length)
  const altered = [
    cursor.slice(1),
    `${cursor}A`,
    cursor.replace(/^./, (char) => (char === "0" ? "1" : "0")),
    "x",
    "%00"
  ]
  for (const one of altered)
    expect((await ask(desk, "GET", `/v1/titles/${here.titleId}?after=${one}`)).status).toBe(400)
  expect((await ask(desk, "GET", `/v1/titles?after=${cursor}`)).status).toBe(400)
})

it("refuses what is no place in a list under the seal of one", async () => {
  const { ask, town: here } = town
  const forged = (next: string, question: ReadonlyArray<string>) => cursorText(next, ["town", ...question])
  for (const next of ["x", "{}", "[]", "[1,2,3]", '["\\u0000"]', '[{"a":1}]']) {
    const after = forged(next, ["title", here.titleId])
    const answer = await ask(here.tokens.desk, "GET", `/v1/titles/${here.titleId}?after=${after}`)
    expect(answer.body).toMatchObject({ status: 400, invalid: [{ path: "after" }] })
  }
})

it("takes every JSON value that has no name twice and none that reaches into prototypes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
      const text = JSON.stringify(value)
      const isHarmful = /"(__proto__|constructor|prototype)":/.test(text)
      expect(unsafeJson(text) === null).toBe(!isHarmful)
    })
  )
})
