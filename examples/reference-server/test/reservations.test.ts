import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { changeRules, withSettings } from "./changedRules.ts"
import { press, said, scan, sees, signIn, signInAtDesk, toMain } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openQueue } from "./queueScene.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

const deskOf = ({ library }: Pick<Scene, "library">) =>
  library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })

const reserving = async (at: Scene, text: string, card: string, more: object = {}): Promise<string> => {
  const { titlesFound } = await at.library.read(tenant, { titlesFound: { text, after: null, limit: 1 } })
  const title = titlesFound.rows[0]?.titleId ?? ""
  const key = `${text} for ${card}`
  const placed = await deskOf(at).reserve({ title, card, at: Date.now() - 1_000, key, ...more })
  if (!placed.ok) throw new Error(JSON.stringify(placed))
  return placed.receipt.reservationId
}

/** At the desk, with this reader's file open. */
const serving = async ({ page, tokens }: Scene, card: string): Promise<void> => {
  await signInAtDesk(page, tokens.desk)
  await scan(page, card)
  await said(page, /^Reader: /)
}

const closeHillside = async ({ library }: Scene): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  const { branches } = JSON.parse(rows.find(({ kind }) => kind === "calendar")?.content ?? "{}")
  const content = { branches: { central: branches.central } }
  expect(await library.publishCalendar({ tenant, content, at: Date.now() - 1, by: "anna" })).toMatchObject({ ok: true })
}

describe("a reservation, on the page", () => {
  it("is fetched elsewhere while its copy travels to a branch that was closed for good", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, library, tokens } = at
    await changeRules(library, (policy) => ({ ...policy, transfers: { kept: true } }))
    const id = await reserving(at, "红楼梦", "2001", { pickupBranch: "hillside" })
    expect(await deskOf(at).returnItem({ item: "i1", at: Date.now(), key: "i1" })).toMatchObject({
      ok: true,
      receipt: { setAside: { reservationId: id }, transit: { toBranch: "hillside" } }
    })
    await signIn(page, tokens.reader)
    await sees(page, "on its way to Hillside Branch")
    await sees(page, "estimated wait: about 2 days (between 1 and 3)")
    expect(await page.getByRole("button", { name: "Pick up elsewhere: 红楼梦" }).count()).toBe(0)
    await closeHillside(at)
    await page.reload()
    await sees(page, "hillside was closed for good: choose where to pick it up")
    await press(page, "Pick up elsewhere: 红楼梦")
    await sees(page, "Branch to pick it up at")
    expect(await lookTwice(page, "closed-branch")).toEqual([])
    await page.getByLabel("Branch to pick it up at").focus()
    await press(page, "Pick it up there")
    await said(page, "红楼梦: to be picked up at Central Library")
    await sees(page, "on its way to Central Library")
    expect(await page.getByRole("button", { name: "Pick up elsewhere: 红楼梦" }).count()).toBe(0)
    const { rows } = await library.scan(tenant, "reservation", null, 10)
    expect(rows.find(({ reservationId }) => reservationId === id)).toMatchObject({
      state: "inTransit",
      pickupBranch: "central"
    })
    await at.close()
  })

  it("says until when what was asked back for it may be kept, once it is suspended or cancelled", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, library } = at
    const recalls = { recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
    await changeRules(library, withSettings({ ...recalls, reservationsPerCopyMax: "unlimited" }))
    await deskOf(at).registerReader({ card: "2003", name: "Cem", category: "adult", at: Date.now() - 1, key: "cem" })
    await reserving(at, "walden", "2003", { kind: "recall" })
    await serving(at, "2003")
    await press(page, "Cancel the reservation of Walden")
    await said(page, /^Walden: reservation cancelled\. The copy that was asked back for it no longer is: it is due /)
    await reserving(at, "walden", "2003", { kind: "recall", key: "again" })
    await page.getByLabel("Reader's card").focus()
    await scan(page, "2003")
    await press(page, "Suspend the reservation of Walden")
    await press(page, "Suspend it")
    const due = (await library.read(tenant, { loanOfItem: { barcode: "i4" as never } })).loanOfItem?.loan.dueAt
    const format = { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "short", hour12: false } as const
    const day = new Intl.DateTimeFormat("en-GB", format).format(due)
    await said(
      page,
      `Walden: suspended until it is resumed. The copy that was asked back for it no longer is: it is due ${day}.`
    )
    expect(await lookTwice(page, "recall-over")).toEqual([])
    await at.close()
  })

  it("says at the desk what becomes of the copy that was kept for it, once it is cancelled", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page } = at
    await deskOf(at).registerReader({ card: "2003", name: "Cem", category: "adult", at: Date.now() - 1, key: "cem" })
    await reserving(at, "walden", "2003", { pickupBranch: "hillside" })
    expect(await deskOf(at).returnItem({ item: "i4", at: Date.now(), key: "back" })).toMatchObject({ ok: true })
    await serving(at, "2002")
    await press(page, "Cancel the reservation of Walden")
    await said(
      page,
      "Walden: reservation cancelled. Its copy is for the next in the queue, to be picked up at Hillside Branch. This item goes to Hillside Branch: somebody fetches it there."
    )
    expect(await lookTwice(page, "cancelled-kept")).toEqual([])
    await page.getByLabel("Reader's card").focus()
    await scan(page, "2003")
    await said(page, "Reader: Cem")
    await press(page, "Cancel the reservation of Walden")
    await said(page, "Walden: reservation cancelled. Its copy goes back on its shelf.")
    await at.close()
  })

  it("of a long queue says how many were looked at for a copy", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openQueue(browser(), 33)
    const { page, ids } = at
    for (const reservation of ids.slice(0, 33))
      expect(
        await deskOf(at).suspendReservation({ reservation, at: Date.now(), key: `not ${reservation}` })
      ).toMatchObject({ ok: true })
    await signIn(page, at.tokens.desk)
    await press(page, "Return")
    await scan(page, "i4")
    await said(page, /The first 34 who wait were looked at until one could have it\.$/)
    expect(await lookTwice(page, "far-down")).toEqual([])
    await toMain(page)
    await press(page, "Check out")
    await scan(page, "q33")
    await said(page, "Reader: Reader 33")
    await press(page, "Cancel the reservation of Walden")
    await said(page, /goes back on its shelf\. The first 33 who wait were looked at; none of them may have it now\.$/)
    await at.close()
  })
})
