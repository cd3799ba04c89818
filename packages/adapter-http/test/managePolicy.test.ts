import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { noon, openTown } from "./town.ts"

let town: Awaited<ReturnType<typeof openTown>>
let current: Record<string, unknown> & { readonly rows: ReadonlyArray<object> }
beforeAll(async () => {
  town = await openTown({ clock: () => noon })
  const { body } = await town.ask(town.town.tokens.manager, "GET", "/v1/policy")
  current = (body as unknown as { readonly document: typeof current }).document
})
afterAll(() => town.close())

const longer = () => ({
  ...current,
  rows: [...current.rows, { id: "longer", when: { itemType: "book" }, set: { loanPeriod: { weeks: 6 } } }]
})

describe("a manager", () => {
  it("is told everything that is wrong with a draft, by line where it came as text", async () => {
    const { manager } = town.town.tokens
    const text = JSON.stringify(longer(), null, 2).replace('"weeks": 6', '"weeks": -6')
    const { status, body } = await town.ask(manager, "POST", "/v1/policies/check", { document: text })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      problems: [{ path: "rows[2].set.loanPeriod.weeks", line: expect.any(Number) }],
      findings: []
    })
    const sound = await town.ask(manager, "POST", "/v1/policies/check", { document: longer() })
    expect(sound.body).toMatchObject({
      problems: [],
      findings: [{ kind: "contradiction", of: "reservableNotLendable", rows: ["reference", "base"] }]
    })
  })

  it("is told of branches that the calendar in force does not know", async () => {
    const document = { ...longer(), transfers: { forbidden: [{ from: "main", to: "mian" }] } }
    const checked = await town.ask(town.town.tokens.manager, "POST", "/v1/policies/check", { document })
    expect((checked.body as unknown as { readonly findings: ReadonlyArray<object> }).findings).toContainEqual({
      kind: "branchUnknown",
      branch: "mian",
      at: "transfers.forbidden"
    })
  })

  it("tries a draft in one case beside what holds now, and publishes it from an instant on", async () => {
    const { manager } = town.town.tokens
    const given = { readerCategory: "adult", itemType: "book" }
    const tried = await town.ask(manager, "POST", "/v1/policies/try", { document: longer(), case: given })
    const rows = (tried.body as unknown as { readonly settings: ReadonlyArray<{ readonly setting: string }> }).settings
    expect(rows.find(({ setting }) => setting === "loanPeriod")).toMatchObject({
      now: { value: { days: 14 }, winner: "base" },
      draft: { value: { weeks: 6 }, winner: "longer", candidates: [{ row: "longer" }, { row: "base", matched: true }] }
    })
    const publishing = { document: longer(), validFrom: "2026-06-01T00:00:00+08:00" }
    const published = await town.ask(manager, "POST", "/v1/policies", publishing)
    expect(published.body).toEqual({ version: 2 })
    expect((await town.ask(manager, "GET", "/v1/policy")).body).toMatchObject({ version: 1 })
    expect((await town.ask(manager, "GET", "/v1/policies")).body).toMatchObject({
      rows: [{ version: 2, validFromAt: "2026-05-31T16:00:00.000Z" }, { version: 1 }]
    })
  })

  it("cannot publish what does not hold, and is told where", async () => {
    const document = { ...current, currency: "EUR", rounding: "up and down" }
    const { status, body } = await town.ask(town.town.tokens.manager, "POST", "/v1/policies", { document })
    expect(status).toBe(400)
    expect(body).toMatchObject({ invalid: [{ path: "document.rounding" }] })
    for (const validFrom of ["2026-06-01", "2026-06-01T00:00:00", "2026-02-30T00:00:00Z", "tomorrow"]) {
      const undated = await town.ask(town.town.tokens.manager, "POST", "/v1/policies", { document: current, validFrom })
      expect(undated.body).toMatchObject({ status: 400, invalid: [{ path: "validFrom" }] })
    }
  })

  it("is told which part of a case is no such thing, or no value of its kind", async () => {
    const wrong = {
      age: 7,
      readerAge: "ten",
      waiting: -1,
      itemAgeDays: 1.5,
      isRenewal: "yes",
      readerHome: "far",
      itemType: 3
    }
    const { status, body } = await town.ask(town.town.tokens.manager, "POST", "/v1/policies/try", { case: wrong })
    expect(status).toBe(400)
    expect(
      (body as { readonly invalid: ReadonlyArray<{ readonly path: string }> }).invalid.map(({ path }) => path)
    ).toEqual(Object.keys(wrong).map((name) => `case.${name}`))
    const right = { readerAge: 10, itemAgeDays: null, isRenewal: true, readerHome: "same", itemType: "book" }
    expect((await town.ask(town.town.tokens.manager, "POST", "/v1/policies/try", { case: right })).status).toBe(200)
  })
})

it("lets nobody else look at drafts or publish", async () => {
  const { desk, ada } = town.town.tokens
  for (const [method, path, body] of [
    ["POST", "/v1/policies", { document: longer() }],
    ["POST", "/v1/policies/check", { document: longer() }],
    ["POST", "/v1/policies/try", { case: {} }],
    ["GET", "/v1/policies", undefined]
  ] as const)
    for (const token of [desk, ada]) {
      const answer = await town.ask(token, method, path, body)
      expect(answer.body).toMatchObject({ status: 403, refusals: [{ code: "NotPermitted" }] })
    }
})

it("tells readers the regulations in their language, from the policy that decides", async () => {
  const { status, body } = await town.ask(town.town.tokens.ada, "GET", "/v1/regulations?language=zh")
  expect(status).toBe(200)
  expect(body).toMatchObject({
    language: "zh",
    categories: [
      { category: "adult", rows: [{ itemTypes: [{ code: "book" }], cells: { loanPeriod: { text: "14 天" } } }, {}] }
    ]
  })
})
