import type { Library } from "@openshelf/core"
import type { Locator, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { focused, press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openQueue, waitingFor } from "./queueScene.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()

const openWalden = async ({ page, tokens }: Scene): Promise<void> => {
  await tabTo(page, "Access token")
  await scan(page, tokens.manager)
  await press(page, "Titles")
  await page.locator("#main").focus()
  await tabTo(page, "Words of the title or the author, or an ISBN.")
  await scan(page, "walden")
  await said(page, "1 title found")
  await press(page, "Copies and queue of Walden")
  await page.getByRole("heading", { name: /^Queue/ }).waitFor()
}
const jobDesk = ({ library }: Scene) =>
  library.at({ tenant: "town", branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })

interface Policy {
  readonly rows: ReadonlyArray<object>
}

const publishing = async (library: Library, changed: (policy: Policy) => object): Promise<void> => {
  const { rows } = await library.scan("town", "document", null, 10)
  const policy: Policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}")
  const content = changed(policy)
  const published = await library.publishPolicy({ tenant: "town", content, at: Date.now() - 1, by: "t" })
  expect(published.ok).toBe(true)
}

const cancellationReasons = {
  mistake: { name: { en: "Placed by mistake", zh: "误约" } },
  bought: { name: { en: "Bought by the reader", zh: "读者已自购" } }
}

/** As a hand does it: in small steps, and let go only when the line underneath shows that it would take it. */
const drag = async (page: Page, handle: Locator, onto: Locator): Promise<void> => {
  await handle.hover()
  await page.mouse.down()
  const { x, y } = await middleOf(handle)
  await page.mouse.move(x + 2, y + 8, { steps: 4 })
  const to = await middleOf(onto)
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.move(to.x + 2, to.y + 1)
  await page.locator(".over").waitFor()
  await page.mouse.up()
}

const middleOf = async (place: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const { x, y, width, height } = (await place.boundingBox()) as NonNullable<
    Awaited<ReturnType<Locator["boundingBox"]>>
  >
  return { x: x + width / 2, y: y + height / 2 }
}

describe("the queue of a title, on the page", () => {
  it("shows copies, places and waits, and moves one by the keyboard, with a reason", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 4)
    const { page, library, ids } = at
    const [first, second, third, fourth, fifth] = ids
    const until = Date.now() + 9 * 86_400_000
    await jobDesk(at).suspendReservation({ reservation: fourth as string, until, at: Date.now(), key: "s" })
    await jobDesk(at).suspendReservation({ reservation: fifth as string, at: Date.now(), key: "s2" })
    await openWalden(at)
    await sees(page, /i4 · on loan/)
    await sees(page, /Wait of a new reservation: about \d+ (weeks|months)/)
    await sees(page, /Place 2 · about \d+/)
    await sees(page, /suspended until \d/)
    await sees(page, "suspended until it is resumed")
    await sees(page, "All 5 are shown.")
    expect(await lookTwice(page, "queue")).toEqual([])

    await page.locator("#main").focus()
    await press(page, "Move place 3 up")
    await said(page, "Place 2 of 5. Not saved yet.")
    expect(await focused(page)).toBe("Move place 2 up")
    await page.keyboard.press("ArrowUp")
    await said(page, "Place 1 of 5. Not saved yet.")
    expect(await focused(page)).toBe("Move place 1 down")
    await page.keyboard.press("ArrowDown")
    await said(page, "Place 2 of 5. Not saved yet.")
    expect(await focused(page)).toBe("Move place 2 down")
    expect(await lookTwice(page, "queue-moving")).toEqual([])
    await page.locator("#main").focus()
    await tabTo(page, "New place")
    await page.keyboard.press("Control+A")
    await page.keyboard.type("1")
    await said(page, "Place 1 of 5. Not saved yet.")
    expect(await waitingFor(library)).toEqual(ids)
    await tabTo(page, "Reason for moving it")
    await scan(page, "needs it for an exam")
    await said(page, "Moved from place 3 to place 1")
    expect(await waitingFor(library)).toEqual([third, first, second, fourth, fifth])
    expect(await focused(page)).toBe("Queue 5")
    const { rows } = await library.scan("town", "event", null, 1_000)
    expect(rows.find(({ tag }) => tag === "ReservationMoved")?.body).toContain("needs it for an exam")
    await at.close()
  })

  it("moves one by dragging it onto another's place, and leaves it where it was when asked to", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 3)
    const { page, library, ids } = at
    await openWalden(at)
    await page.setViewportSize({ width: 1280, height: 1_400 })
    const line = (place: number) => page.getByRole("listitem").filter({ hasText: `Place ${place} ·` })
    await drag(page, line(1).locator(".handle"), line(3))
    await said(page, "Place 3 of 4. Not saved yet.")
    await page.getByRole("button", { name: "Leave it where it was" }).click()
    await said(page, "Left where it was")
    expect(await page.getByLabel("Reason for moving it").count()).toBe(0)
    expect(await line(4).count()).toBe(1)
    await drag(page, line(4).locator(".handle"), line(1))
    await page.getByLabel("Reason for moving it").fill("came in person")
    await page.getByRole("button", { name: "Save the new place" }).click()
    await said(page, "Moved from place 4 to place 1")
    expect(await waitingFor(library)).toEqual([ids[3], ids[0], ids[1], ids[2]])
    await at.close()
  })

  it("says why it was not moved, where the neighbour left the queue meanwhile, and lets it be tried again", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 2)
    const { page, library, ids } = at
    await openWalden(at)
    await page.getByRole("button", { name: "Move place 3 up" }).click()
    await jobDesk(at).cancelReservation({ reservation: ids[0] as string, at: Date.now(), key: "gone" })
    await page.getByLabel("Reason for moving it").fill("as agreed")
    await page.getByRole("button", { name: "Save the new place" }).click()
    await page.getByRole("alert").getByText("Not moved from place 3").waitFor()
    expect(await waitingFor(library)).toEqual(ids.slice(1))
    await at.close()
  })

  it("loads a long queue page by page, and moves one across pages by the number of its place", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 59)
    const { page, library, ids } = at
    const asked: Array<string> = []
    page.on("request", (request) => asked.push(new URL(request.url()).pathname))
    await openWalden(at)
    await sees(page, "The first 20 of 60 are shown.")
    expect(asked.filter((path) => path.endsWith("/queue"))).toHaveLength(1)
    await page.getByRole("button", { name: "Show more" }).click()
    await sees(page, "The first 40 of 60 are shown.")
    await page.getByRole("button", { name: "Move place 38 up" }).click()
    await page.getByLabel("New place").fill("2")
    await page.getByLabel("Reason for moving it").fill("waited longest")
    await page.getByRole("button", { name: "Save the new place" }).click()
    await said(page, "Moved from place 38 to place 2")
    expect((await waitingFor(library)).slice(0, 3)).toEqual([ids[0], ids[37], ids[1]])
    await sees(page, "The first 40 of 60 are shown.")
    await page.getByRole("button", { name: "Show more" }).click()
    await said(page, "All 60 are shown.")
    await expect.poll(() => focused(page)).toBe("Queue 60")
    await at.close()
  })

  it("tells what lies ready from what waits, and counts no place for it", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 2)
    const { page } = at
    await jobDesk(at).returnItem({ item: "i4", at: Date.now(), key: "back" })
    await openWalden(at)
    await page.getByRole("heading", { name: "Copy set aside" }).waitFor()
    await sees(page, /^i4 · set aside$/)
    expect(await page.getByText(/^kept at Central Library until /).count()).toBe(2)
    expect(await page.getByText(/^Place \d+ ·/).count()).toBe(2)
    expect(await lookTwice(page, "queue-ready")).toEqual([])
    await page.locator("#main").focus()
    await press(page, "Back to the titles found")
    await press(page, "Copies and queue of Walden")
    await at.close()
  })

  it("expects no copy, and says so, where the rules let nobody have one", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 1)
    const { page, library } = at
    await publishing(library, (policy) => ({
      ...policy,
      rows: policy.rows.map((row) => ({ ...row, set: { ...(row as { readonly set: object }).set, reservable: false } }))
    }))
    await openWalden(at)
    const wait = page.getByText(/^Wait of a new reservation/)
    expect((await wait.textContent())?.trim()).toBe("Wait of a new reservation: nobody can say, no copy is expected.")
    await sees(page, "Place 2 · nobody can say, no copy is expected")
    expect(await lookTwice(page, "queue-without-copy")).toEqual([])
    await page.getByRole("button", { name: "中文" }).click()
    await sees(page, "现在新预约，预计等候：无法估计，没有可等到的馆藏。")
    await sees(page, "第 2 位 · 无法估计，没有可等到的馆藏")
    await at.close()
  })

  it("is shown to a desk that may not move anybody, without buttons for it", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 1)
    const { page } = at
    await page.route("**/v1/me", async (route) => {
      const answer = await route.fetch()
      const me = (await answer.json()) as { readonly permissions: ReadonlyArray<string> }
      const permissions = me.permissions.filter((permission) => permission !== "reservations.move")
      await route.fulfill({ response: answer, json: { ...me, permissions } })
    })
    await openWalden(at)
    await sees(page, /Place 2 ·/)
    expect(await page.getByRole("button", { name: /^Move place/ }).count()).toBe(0)
    expect(await page.locator(".handle").count()).toBe(0)
    await at.close()
  })
})

describe("a reader's reservations, on the page", () => {
  it("say what they are to each other: one is enough, or they come together", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await publishing(library, (policy) => ({
      ...policy,
      rows: [...policy.rows, { id: "joined", when: {}, set: { reservationsJoined: ["anyOf", "together"] } }]
    }))
    const { titlesFound } = await library.read("town", { titlesFound: { text: "", after: null, limit: 50 } })
    const other = titlesFound.rows.find(({ title }) => title !== "Walden")
    const desk = jobDesk(at)
    const now = Date.now()
    const placed = await desk.reserve({ title: other?.titleId ?? "", card: "2002", kind: "wait", at: now, key: "o" })
    const { reservationsOfReader } = await library.read("town", { reservationsOfReader: { card: "2002" as never } })
    const reservations = reservationsOfReader.map(({ reservation }) => reservation.reservationId)
    expect([placed.ok, reservations.length]).toEqual([true, 2])
    const joined = await desk.joinReservations({ card: "2002", reservations, as: "anyOf", at: now, key: "j" })
    expect(joined).toMatchObject({ ok: true })
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await sees(page, `one is enough: this or ${other?.title}`)
    await sees(page, "one is enough: this or Walden")
    await page.getByRole("button", { name: "中文" }).click()
    await sees(page, "任取其一：本件或《Walden》")
  })

  it("are cancelled at the desk for one of the reasons that the library lists", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await publishing(library, (policy) => ({ ...policy, cancellationReasons }))
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await page.locator("#main").focus()
    await press(page, "Cancel the reservation of Walden")
    await page.getByLabel("Why is it cancelled?").selectOption({ label: "Bought by the reader" })
    expect(await lookTwice(page, "why it is cancelled")).toEqual([])
    await page.getByRole("button", { name: "Cancel the reservation", exact: true }).click()
    await said(page, "Walden: reservation cancelled")
    const { rows } = await library.scan("town", "event", null, 10_000)
    const cancelled = rows.filter(({ tag }) => tag === "ReservationCancelled")
    expect(cancelled.map(({ body }) => JSON.parse(body))).toMatchObject([{ reason: "bought" }])
  })

  it("say place and wait, are suspended and resumed, and fetched elsewhere: at the desk", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await sees(page, "place 1 in the queue")
    await sees(page, /estimated wait: about \d+ (days|weeks|months)/)
    await page.locator("#main").focus()
    await press(page, "Suspend the reservation of Walden")
    expect(await focused(page)).toBe("Last day of the suspension")
    await page.getByLabel("Last day of the suspension").fill("2099-03-04")
    expect(await lookTwice(page, "suspending")).toEqual([])
    await page.getByRole("button", { name: "Suspend it" }).click()
    await said(page, "Walden: suspended until 4 Mar 2099")
    await sees(page, "suspended until 4 Mar 2099")
    await sees(page, "estimated wait: more than two years")
    const { rows } = await library.scan("town", "reservation", null, 10)
    expect(new Date((rows[0]?.suspendedUntil ?? 0) + 8 * 3_600_000).toISOString()).toContain("2099-03-04T23:59")
    expect(await lookTwice(page, "suspended")).toEqual([])
    await page.getByRole("button", { name: "中文" }).click()
    await sees(page, "《Walden》已暂停至 2099年3月4日")
    await page.getByRole("button", { name: "English" }).click()
    await page.locator("#main").focus()
    await press(page, "Resume the reservation of Walden")
    await said(page, "Walden: resumed")
    await page.locator("#main").focus()
    await press(page, "Pick up elsewhere: Walden")
    await expect.poll(() => focused(page)).toBe("Branch to pick it up at")
    expect(await lookTwice(page, "pickup")).toEqual([])
    expect(await page.getByLabel("Branch to pick it up at").locator("option").allTextContents()).toEqual([
      "Hillside Branch"
    ])
    await page.getByRole("button", { name: "Pick it up there" }).click()
    await said(page, "Walden: to be picked up at Hillside Branch")
    await sees(page, "pick-up at Hillside Branch")
    await at.close()
  })

  it("are the reader's own to suspend until resumed, and offer no branch that the rules do not", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    const { rows } = await library.scan("town", "document", null, 10)
    const document = rows.find(({ kind }) => kind === "policy")
    const policy = JSON.parse(document?.content ?? "{}") as { rows: ReadonlyArray<{ id: string; set: object }> }
    const strict = policy.rows.map((row) =>
      row.id === "base" ? { ...row, set: { ...row.set, pickupBranches: "home" } } : row
    )
    const published = await library.publishPolicy({
      tenant: "town",
      content: { ...policy, rows: strict },
      validFrom: Date.now() - 1,
      at: Date.now(),
      by: "anna"
    })
    expect(published.ok).toBe(true)
    const { titlesFound } = await library.read("town", { titlesFound: { text: "pride", after: null, limit: 1 } })
    const title = titlesFound.rows[0]?.titleId ?? ""
    const lent = await jobDesk(at).checkOut({ item: "i2", card: "2002", at: Date.now() - 1000, key: "l" })
    const placed = await jobDesk(at).reserve({ title, card: "2001", at: Date.now() - 500, key: "p" })
    expect([lent.ok, placed.ok]).toEqual([true, true])
    await tabTo(page, "Access token")
    await scan(page, tokens.reader)
    await sees(page, "place 1 in the queue")
    await press(page, "Suspend the reservation of Pride and Prejudice")
    await page.keyboard.press("Enter")
    await said(page, "Pride and Prejudice: suspended until it is resumed")
    await sees(page, "suspended until it is resumed")
    await page.locator("#main").focus()
    await press(page, "Pick up elsewhere: Pride and Prejudice")
    await sees(page, "It can be picked up at no other branch.")
    expect(await lookTwice(page, "own-reservations")).toEqual([])
    await page.locator("#main").focus()
    await press(page, "Cancel the reservation of Pride and Prejudice")
    await said(page, "Pride and Prejudice: reservation cancelled")
    await at.close()
  })
})
