import { issueToken } from "@openshelf/adapter-http"
import type { PolicyDocument } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { focused, press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

const jobDesk = ({ library }: Scene) =>
  library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })

/** 2002 waits for Walden and another title, and this library joins reservations in these ways. */
const waitingForTwo = async (
  reservationsJoined: ReadonlyArray<string>
): Promise<Scene & { readonly other: string }> => {
  const at = await openScene(browser())
  const { library } = at
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}") as PolicyDocument
  const content = {
    ...policy,
    rows: [...policy.rows, { id: "joined", when: {}, set: { reservationsJoined, togetherDays: 20 } }]
  }
  const now = Date.now() - 1_000
  expect(await library.publishPolicy({ tenant, content, at: now, by: "anna" })).toMatchObject({ ok: true })
  const { titlesFound } = await library.read(tenant, { titlesFound: { text: "", after: null, limit: 50 } })
  const other = titlesFound.rows.find(({ title }) => title !== "Walden")
  const placed = await jobDesk(at).reserve({
    title: other?.titleId ?? "",
    card: "2002",
    kind: "wait",
    at: now,
    key: "o"
  })
  expect(placed).toMatchObject({ ok: true })
  return { ...at, other: other?.title ?? "" }
}

const kindsOf = async ({ library }: Scene) => {
  const { joinedOfReader } = await library.read(tenant, { joinedOfReader: { card: "2002" as never } })
  return joinedOfReader.map(({ groupKind }) => groupKind)
}

/** A token with which 2002 signs in. */
const ownToken = async ({ library }: Scene): Promise<string> => {
  const { reader } = await library.read(tenant, { reader: { card: "2002" as never } })
  const subject = reader?.reader.readerId ?? ""
  const { row, token } = await issueToken({ tenant, role: "reader", subject, branch: "central", at: Date.now() })
  await library.putToken(tenant, row)
  return token
}

/** Ticks a title and goes on. */
const tick = async ({ page }: Scene, title: string): Promise<void> => {
  if ((await focused(page)) !== title) await tabTo(page, title)
  await page.keyboard.press("Space")
}

describe("joining a reader's reservations, on the page", () => {
  it("at the desk, by the keyboard alone: a set is joined, said of a copy that came, and parted", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await waitingForTwo(["anyOf", "together"])
    const { page, tokens, other } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await page.locator("#main").focus()
    await press(page, "Join reservations")
    await tick(at, "Walden")
    expect(await page.getByRole("button", { name: "Join them" }).isDisabled()).toBe(true)
    await tick(at, other)
    await tabTo(page, "What are they to each other?")
    await page.keyboard.press("ArrowDown")
    await sees(page, "What comes first is kept until all are there.")
    expect(await lookTwice(page, "joining reservations")).toEqual([])
    await page.getByLabel("What are they to each other?").focus()
    await press(page, "Join them")
    await said(page, /^Joined: /)
    await sees(page, `kept until it is there together with ${other}`)
    expect(await kindsOf(at)).toEqual(["together", "together"])
    expect(await page.getByRole("button", { name: "Join reservations" }).count()).toBe(0)

    await jobDesk(at).returnItem({ item: "i4", at: Date.now(), key: "back" })
    await press(page, "Next reader")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await sees(page, "waits for the rest: 1 of 2 is here")
    expect(await lookTwice(page, "a set that waits")).toEqual([])
    await page.locator("#main").focus()
    await press(page, "Part Walden from the others")
    await said(page, "Walden: stands by itself again")
    await sees(page, /^ready at Central/)
    await at.close()
  })

  it("on the own page, and only in the ways that the library knows", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await waitingForTwo(["anyOf"])
    const { page, other } = at
    await tabTo(page, "Access token")
    await scan(page, await ownToken(at))
    await sees(page, "My reservations")
    await page.locator("#main").focus()
    await press(page, "Join reservations")
    await tick(at, "Walden")
    await tick(at, other)
    expect(await page.getByLabel("What are they to each other?").locator("option").allTextContents()).toEqual([
      "One of them is enough"
    ])
    await press(page, "Join them")
    await said(page, /^Joined: /)
    await sees(page, `one is enough: this or ${other}`)
    expect(await kindsOf(at)).toEqual(["anyOf", "anyOf"])
    await at.close()
  })

  it("is not offered where the library joins none", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await waitingForTwo([])
    const { page, tokens } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await sees(page, "place 1 in the queue")
    expect(await page.getByRole("button", { name: "Join reservations" }).count()).toBe(0)
    await at.close()
  })
})

describe("a copy that is kept for the rest of its set", () => {
  it("is called so as it is taken back, on its slip, as it is scanned again and on the pickup shelf", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const at = await waitingForTwo(["together"])
    const { page, tokens, library } = at
    const { reservationsOfReader } = await library.read(tenant, { reservationsOfReader: { card: "2002" as never } })
    const reservations = reservationsOfReader.map(({ reservation }) => reservation.reservationId)
    const join = { card: "2002", reservations, as: "together", at: Date.now(), key: "j" } as const
    expect(await jobDesk(at).joinReservations(join)).toMatchObject({ ok: true })
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await press(page, "Return")
    await scan(page, "i4")
    await sees(page, /it waits for the rest, 1 of 2 is here/)
    expect(await lookTwice(page, "a return for a set")).toEqual([])
    const opened = page.context().waitForEvent("page")
    await page.getByRole("button", { name: "Print the slip" }).click()
    const slip = await opened
    await slip.getByRole("heading", { name: "Set aside" }).waitFor()
    expect(await slip.locator("p").nth(2).textContent()).toMatch(/waits for the rest, 1 of 2 is here\.$/)
    await slip.close()
    await page.locator("#main").focus()
    await press(page, "What is this?")
    await scan(page, "i4")
    await page.getByRole("heading", { name: "Pickup shelf" }).waitFor()
    await sees(page, "waits for the rest: 1 of 2 is here")
    await press(page, "Lists")
    await page.getByRole("heading", { name: "On the pickup shelf" }).waitFor()
    await sees(page, "waits for the rest: 1 of 2 is here")
    await at.close()
  })
})
