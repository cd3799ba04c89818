import { expect, it } from "vitest"
import { createClient } from "../src/index.ts"
import { noon, openTown } from "./town.ts"

const title = (controlNumber: string, words: string, key = controlNumber) => ({
  origin: { source: "town", controlNumber },
  description: { title: words },
  key,
  at: noon
})

it("takes titles with their whole records, items and readers, many in one request", async () => {
  const { library, handler, town, close } = await openTown()
  const client = createClient({ baseUrl: "http://library.test", token: town.tokens.manager, fetch: handler })
  const content = Uint8Array.from({ length: 300 }, (_, n) => n % 256)
  const first = await client.many("addTitle", [
    { ...title("1", "Middlemarch"), record: { encoding: "openshelf-marc-1", content } },
    title("2", "红楼梦")
  ])
  expect(first).toMatchObject([
    { ok: true, repeated: false, receipt: { outcome: "added" } },
    { ok: true, receipt: { outcome: "added" } }
  ])
  const kept = await library.scan("town", "titleRecord", null, 10)
  expect(kept.rows.map((row) => [...row.content])).toEqual([[...content]])

  const titleId = (first[0] as { readonly receipt: { readonly titleId: string } }).receipt.titleId
  const item = { title: titleId, type: "book", homeBranch: "main", at: noon } as never as { readonly title: never }
  expect(
    await client.many("addItem", [
      { ...item, barcode: "n1", key: "n1" } as never,
      { ...item, barcode: "i1", key: "taken" } as never
    ])
  ).toMatchObject([{ ok: true }, { ok: false, refusals: [{}] }])
  const reader = { card: "new", name: "New", category: "adult", at: noon, key: "new" }
  expect(await client.many("registerReader", [reader as never])).toMatchObject([{ ok: true }])
  await close()
})

it("carries each record out once by its key, and brings a known control number up to date", async () => {
  const { handler, town, close } = await openTown()
  const client = createClient({ baseUrl: "http://library.test", token: town.tokens.manager, fetch: handler })
  await client.many("addTitle", [title("1", "Middelmarch", "first")])
  expect(
    await client.many("addTitle", [title("1", "Middelmarch", "first"), title("1", "Middlemarch", "second")])
  ).toMatchObject([
    { ok: true, repeated: true, receipt: { outcome: "added" } },
    { ok: true, repeated: false, receipt: { outcome: "changed" } }
  ])
  await close()
})

it("tells of each bad record what is wrong with it, and takes the others", async () => {
  const { ask, town, close } = await openTown()
  const { at, ...sound } = { ...title("1", "Sound"), at: new Date(noon).toISOString() }
  const records = [
    { ...sound, at, key: "1" },
    { ...sound, at: "yesterday", key: "2" },
    { ...sound, key: "a, b" },
    { ...sound, key: "4", record: { encoding: "x", content: "not base64" } },
    { ...sound, key: "5", record: { encoding: "x" } },
    { ...sound, key: "6", colour: "red" },
    "record"
  ]
  const { status, body } = await ask(town.tokens.manager, "POST", "/v1/titles/batch", { records })
  const { answers } = body as { readonly answers: ReadonlyArray<{ readonly status: number; readonly body: object }> }
  expect(status).toBe(200)
  expect(answers.map((answer) => answer.status)).toEqual([200, 400, 400, 400, 400, 400, 400])
  expect(JSON.stringify(answers[3])).toContain("record.content")
  await close()
})

it.each([
  ["no list", { records: {} }],
  ["more than it may", { records: Array.from({ length: 201 }, () => ({})) }],
  ["anything beside the list", { records: [], tenant: "city" }]
])("refuses a body with %s", async (_, body) => {
  const { ask, town, close } = await openTown()
  expect((await ask(town.tokens.manager, "POST", "/v1/items/batch", body)).status).toBe(400)
  await close()
})

it("is for staff who may do the single command, and says so before it reads a body", async () => {
  const { ask, town, close } = await openTown()
  const answers = await Promise.all([
    ask(town.tokens.ada, "POST", "/v1/titles/batch", "not even JSON"),
    ask(town.tokens.desk, "POST", "/v1/items/batch", "not even JSON"),
    ask(town.tokens.ada, "POST", "/v1/readers/batch", "not even JSON"),
    ask(town.tokens.ada, "POST", "/v1/nightly-close", "not even JSON")
  ])
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  await close()
})

it("ends the day once, whoever asks how often", async () => {
  let now = noon
  const { ask, town, close } = await openTown({ clock: () => now })
  const { tokens } = town
  const added = await ask(tokens.manager, "POST", "/v1/titles", { description: { title: "Emma" } })
  const { titleId } = added.body as { readonly titleId: string }
  const item = { title: titleId, barcode: "e1", type: "book", homeBranch: "main" }
  await ask(tokens.manager, "POST", "/v1/items", item)
  await ask(tokens.desk, "POST", "/v1/loans", { item: "e1", card: "ada" })
  expect((await ask(tokens.desk, "POST", "/v1/reservations", { title: titleId, card: "ben" })).status).toBe(200)
  await ask(tokens.desk, "POST", "/v1/returns", { item: "e1" })
  const at = new Date(noon + 30 * 86_400_000).toISOString()
  const early = await ask(tokens.desk, "POST", "/v1/nightly-close", { at })
  expect(early.body).toMatchObject({ status: 422, refusals: [{ code: "InFuture" }] })
  now = Date.parse(at)
  const close1 = await ask(tokens.desk, "POST", "/v1/nightly-close", { at })
  expect(close1).toMatchObject({ status: 200, body: { expired: 1, handedOn: 0, failed: 0 } })
  expect((await ask(tokens.desk, "POST", "/v1/nightly-close", { at })).body).toMatchObject({ expired: 0 })
  expect((await ask(tokens.desk, "POST", "/v1/nightly-close", { when: at })).status).toBe(400)
  await close()
})
