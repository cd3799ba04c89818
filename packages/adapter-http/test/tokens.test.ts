import { expect, it } from "vitest"
import { issueToken, tokenAuthenticator } from "../src/index.ts"
import { noon, openTown } from "./town.ts"

it("keeps no token, only its hash", async () => {
  const { library, town, close } = await openTown()
  const { rows } = await library.scan("town", "token", null, 10)
  const secrets = Object.values(town.tokens).map((token) => token.split("_").at(-1) as string)
  for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret)
  expect(rows.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true)
  await close()
})

it("feels at the next request that a token is removed, has fewer rights, or has expired", async () => {
  let now = noon
  const { library, ask, close } = await openTown({ clock: () => now })
  const { token, row } = await issueToken({ tenant: "town", role: "manager", subject: "max", branch: "main", at: noon })
  const addTitle = async (): Promise<number> =>
    (await ask(token, "POST", "/v1/titles", { description: { title: "Emma" } })).status
  await library.putToken("town", row)
  expect(await addTitle()).toBe(200)
  await library.removeToken("town", row.tokenHash)
  await library.putToken("town", { ...row, role: "desk", expiresAt: noon + 1_000 })
  expect(await addTitle()).toBe(403)
  now = noon + 1_000
  expect(await addTitle()).toBe(401)
  now = noon
  await library.removeToken("town", row.tokenHash)
  expect(await addTitle()).toBe(401)
  await close()
})

it("takes a token from its header only, and only as it was issued", async () => {
  const { ask, town, close } = await openTown()
  const { desk } = town.tokens
  expect((await ask(null, "GET", `/v1/me?token=${desk}`)).status).toBe(401)
  for (const authorization of [
    `Basic ${desk}`,
    desk,
    `Bearer ${desk}x`,
    `Bearer ${desk.replace("town", "city")}`,
    "Bearer "
  ])
    expect((await ask(null, "GET", "/v1/me", undefined, { authorization })).status).toBe(401)
  expect((await ask(null, "GET", "/v1/me", undefined, { authorization: `bearer ${desk}` })).status).toBe(200)
  await close()
})

it("lets a host sign people in by its own means", async () => {
  const { ask, close } = await openTown({
    authenticator: {
      authenticate: async (request) =>
        request.headers.get("x-host-user") === "eve"
          ? {
              tenant: "town",
              branch: "main",
              channel: "desk",
              actor: { kind: "staff", id: "eve", permissions: new Set() }
            }
          : null
    }
  })
  expect((await ask(null, "GET", "/v1/me")).status).toBe(401)
  expect((await ask(null, "GET", "/v1/me", undefined, { "x-host-user": "eve" })).body).toMatchObject({ id: "eve" })
  await close()
})

it.each(["a!b", "_x", "it's (new) *", "\u56fe\u4e66\u9986".repeat(21), "x_y"])(
  "signs in by a token of the tenant %j",
  async (tenant) => {
    const { token, row } = await issueToken({ tenant, role: "desk", subject: "max", branch: "main", at: noon })
    const read = async (of: string, { token: by }: { readonly token: { readonly tokenHash: string } }) => ({
      token: of === tenant && by.tokenHash === row.tokenHash ? row : null
    })
    const { authenticate } = tokenAuthenticator({ read } as never, () => noon)
    const request = new Request("http://library.test/", { headers: { authorization: `Bearer ${token}` } })
    expect(await authenticate(request)).toMatchObject({ tenant, actor: { id: "max" } })
  }
)

it("asks no storage about a tenant that can be none", async () => {
  const { ask, close } = await openTown()
  for (const name of ["%00", "%0A", "a%00", "%ED%A0%80", "%zz", "x".repeat(601)])
    expect((await ask(`osk_${name}_${"0".repeat(64)}`, "GET", "/v1/me")).status).toBe(401)
  await close()
})
