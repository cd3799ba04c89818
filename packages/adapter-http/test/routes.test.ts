import { describe, expect, it } from "vitest"
import { commandPaths } from "../src/client/commandAddress.ts"
import { allRoutes } from "../src/routes/allRoutes.ts"
import { openTown } from "./town.ts"

const addressOf = (path: string): string => path.replace(/:\w+/g, "x")

describe("every route", () => {
  it("that tells of a tenant answers 401 without a token, before it looks at anything else", async () => {
    const { ask, close } = await openTown()
    const signedIn = allRoutes.filter((route) => route.signedIn)
    expect(allRoutes.filter((route) => !route.signedIn).map(({ name }) => name)).toEqual(["paymentCallback", "health"])
    for (const { method, path, body } of signedIn) {
      const sent = body === undefined ? undefined : "not even JSON"
      for (const token of [null, "osk_town_00", `osk_town_${"0".repeat(64)}`, `osk_nowhere_${"0".repeat(64)}`]) {
        const answer = await ask(token, method, `${addressOf(path)}?unknown=1`, sent)
        expect([method, path, answer.status]).toEqual([method, path, 401])
        expect(answer.headers.get("www-authenticate")).toContain("Bearer")
        expect(answer.headers.get("cache-control")).toBe("no-store")
      }
    }
    await close()
  })

  it("finds nothing under an address with control characters in it, and breaks at none", async () => {
    const { ask, town, close } = await openTown()
    for (const { method, path, body, signedIn, params } of allRoutes) {
      if (!signedIn || params === undefined) continue
      for (const odd of ["%00", "x%00", "%0A", "%ED%A0%80", "%", "x".repeat(65)]) {
        const { status, body: told } = await ask(town.tokens.manager, method, path.replace(/:\w+/g, odd), body && {})
        expect([path, odd, status]).toEqual([path, odd, 404])
        if (odd.startsWith("x"))
          expect(told).toMatchObject({ what: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name) })
      }
    }
    await close()
  })

  it("refuses names in the query that it does not know, and names given twice", async () => {
    const { ask, town, close } = await openTown()
    for (const { method, path, body, signedIn } of allRoutes) {
      if (!signedIn) continue
      const sent = body === undefined ? undefined : {}
      const answer = await ask(town.tokens.manager, method, `${addressOf(path)}?tenant=city`, sent)
      expect([path, answer.status]).toEqual([path, 400])
      expect(answer.body).toMatchObject({ invalid: [{ path: "tenant" }] })
    }
    for (const query of ["id[]=1&id[]=2", "limit=1&limit=2", "sort=name;drop", "text[$ne]="])
      expect((await ask(town.tokens.desk, "GET", `/v1/titles?${query}`)).status).toBe(400)
    await close()
  })

  it("of a command is where the client looks for it", () => {
    const routes = Object.fromEntries(
      allRoutes.flatMap(({ name, path, body }) => (body && name in commandPaths ? [[name, path]] : []))
    )
    expect(routes).toEqual(commandPaths)
  })

  it("says which part of an address there is nothing of, the same whoever asks", async () => {
    const { ask, town, close } = await openTown()
    const told = async (path: string, token = town.tokens.desk) => (await ask(token, "GET", path)).body
    for (const list of ["pull-list", "pickup-shelf", "transits", "pickup-notices", "slots"])
      expect(await told(`/v1/branches/nowhere/${list}`)).toMatchObject({ status: 404, what: ["branch"] })
    for (const page of ["", "/queue", "/copies", "/wait"])
      expect(await told(`/v1/titles/nix${page}`)).toMatchObject({ status: 404, what: ["title"] })
    expect(await told("/v1/nothing")).not.toHaveProperty("what")
    expect(await told("/v1/readers/ben", town.tokens.ada)).toMatchObject({ status: 404, what: ["card"] })
    await close()
  })

  it("answers what is not there with a problem, a header that overrides the method with none", async () => {
    const { ask, town, close } = await openTown()
    const nothing = await ask(town.tokens.desk, "GET", "/v1/nothing")
    expect([nothing.status, nothing.headers.get("content-type")]).toEqual([404, "application/problem+json"])
    const wrongMethod = await ask(town.tokens.desk, "DELETE", "/v1/titles")
    expect([wrongMethod.status, wrongMethod.headers.get("allow")]).toEqual([405, "GET, POST"])
    const override = await ask(town.tokens.desk, "GET", "/v1/me", undefined, { "x-http-method-override": "DELETE" })
    expect(override.status).toBe(400)
    expect((await ask(town.tokens.desk, "GET", `/v1/titles?text=${"a".repeat(20_000)}`)).status).toBe(414)
    await close()
  })
})

it("answers all the same when the observer throws", async () => {
  const { ask, close } = await openTown({
    observe: () => {
      throw new Error("the log is full")
    }
  })
  expect((await ask(null, "GET", "/v1/health")).status).toBe(200)
  await close()
})

it("gives back a sane request id, makes one for any other, and tells the observer of both", async () => {
  const observed: Array<string> = []
  const { ask, close } = await openTown({ observe: ({ requestId, status }) => observed.push(`${requestId} ${status}`) })
  const sane = await ask(null, "GET", "/v1/health", undefined, { "x-request-id": "desk-7.42" })
  const other = await ask(null, "GET", "/v1/health", undefined, { "x-request-id": "a b\u00e4".repeat(30) })
  const made = other.headers.get("x-request-id") ?? ""
  expect(sane.headers.get("x-request-id")).toBe("desk-7.42")
  expect(made).toMatch(/^[0-9a-f-]{36}$/)
  expect(observed).toEqual(["desk-7.42 200", `${made} 200`])
  await close()
})
