import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { focused, press, said, scan, sees, signIn, signInAtDesk, tabTo, toMain } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()

/** A test in a scene of its own, skipped where there is no browser. */
const inScene = (name: string, play: (at: Scene) => Promise<void>): void =>
  it(name, async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    await play(at)
    await at.close()
  })

const dueText = async ({ library }: Scene, item: string, tag: string): Promise<string> => {
  const { loanOfItem } = await library.read("town", { loanOfItem: { barcode: item as never } })
  return new Intl.DateTimeFormat(tag, {
    timeZone: "Asia/Shanghai",
    dateStyle: "medium",
    timeStyle: "short",
    hour12: false
  }).format(loanOfItem?.loan.dueAt)
}

/** Finds a title by words, reserves it, looks at the view that shows it, and cancels. */
const reserveAndCancel = async (page: Page, words: string, title: string, view: string): Promise<void> => {
  await tabTo(page, "Words of the title or the author, or an ISBN.")
  await scan(page, words)
  await said(page, "1 title found")
  await press(page, `Reserve ${title}`)
  await said(page, `${title}: reserved, next in the queue`)
  expect(await lookTwice(page, view)).toEqual([])
  await toMain(page)
  await press(page, `Cancel the reservation of ${title}`)
  await said(page, `${title}: reservation cancelled`)
}

describe("the desk page", () => {
  inScene("lends, refuses and lends all the same, by a scanner and a keyboard alone", async (at) => {
    const { page, tokens } = at
    expect(await lookTwice(page, "sign-in")).toEqual([])
    await tabTo(page, "Access token")
    await scan(page, "not-a-token")
    await sees(page, "This token is not known, or no longer holds.")
    await page.keyboard.press("Control+A")
    await page.keyboard.type(tokens.manager)
    await tabTo(page, "This desk")
    await scan(page, "front 1")
    await sees(page, "Circulation desk")
    expect(await focused(page)).toBe("Reader's card")

    await scan(page, "9999")
    await sees(page, "No reader has the card 9999.")
    await expect.poll(() => focused(page)).toBe("Reader's card")
    await scan(page, "2001")
    await said(page, "Reader: 赵书签")
    expect(await focused(page)).toBe("Item barcode")
    await scan(page, "i1")
    await said(page, `红楼梦: lent, due ${await waitForDue(at, "i1")}`)

    await scan(page, "r1")
    await sees(page, "The reader has 3 on loan, and 3 is the most allowed (limit “all”).")
    await sees(page, "This is not lent: Reference work.")
    expect(await lookTwice(page, "refused")).toEqual([])
    await toMain(page)
    await tabTo(page, "Reason for the exception")
    await scan(page, "for the exam")
    await said(page, /辞海: lent/)
    await sees(page, "Exception: for the exam")
    const { rows } = await at.library.scan("town", "event", null, 1_000)
    expect(rows.filter(({ desk }) => desk === "front-1").map(({ tag }) => tag)).toContain("ItemCheckedOut")
    expect(await focused(page)).toBe("Item barcode")

    await scan(page, "nothing")
    await sees(page, "No item has the barcode nothing.")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await page.keyboard.press("Enter")
    await sees(page, "The reader appears here once the card is scanned.")
    expect(await focused(page)).toBe("Reader's card")
  })

  inScene("renews, reserves, cancels, waives and takes money, and keeps its language", async (at) => {
    const { page, tokens } = at
    await signIn(page, tokens.manager)
    await press(page, "Return")
    await scan(page, "i3")
    await sees(page, "¥2.60 was charged for being late.")
    expect(await lookTwice(page, "charged")).toEqual([])
    await toMain(page)
    await press(page, "Check out")
    await scan(page, "2001")
    await said(page, "Reader: 赵书签")
    await press(page, "Renew Walden")
    await sees(page, "Another reader is waiting for it.")
    await reserveAndCancel(page, "austen", "Pride and Prejudice", "reader")
    expect(await focused(page)).toBe("Reservations 0")
    await tabTo(page, "Amount")
    await page.keyboard.press("Control+A")
    await scan(page, "1.00")
    await said(page, "¥1.00 paid; still owed: ¥1.60")
    await toMain(page)
    await press(page, "Waive ¥1.60")
    await scan(page, "first time")
    await said(page, "¥1.60 waived")
    await sees(page, "Nothing is owed.")
    await press(page, "Skip to the main part")
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main")
    await press(page, "中文")
    await page.reload()
    await sees(page, "流通服务台")
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN")
  })

  inScene("says large where a returned item goes", async (at) => {
    const { page, tokens } = at
    await signIn(page, tokens.desk)
    await press(page, "Return")
    await scan(page, "i4")
    await page.getByRole("heading", { name: "Set aside" }).waitFor()
    expect(await lookTwice(page, "set-aside")).toEqual([])
    const opened = page.context().waitForEvent("page")
    await page.getByRole("button", { name: "Print the slip" }).click()
    const slip = await opened
    await slip.getByRole("heading", { name: "Set aside" }).waitFor()
    expect(await slip.locator("p").allTextContents()).toEqual([
      "Walden",
      "i4",
      expect.stringMatching(/^For a reservation, to be picked up at Central Library until /),
      expect.stringMatching(/\d{4}/)
    ])
    await slip.close()
    await toMain(page)
    await tabTo(page, "Item barcode")
    await scan(page, "h1")
    await page.getByRole("heading", { name: "Send on → Hillside Branch" }).waitFor()
    await said(page, /was not on loan; scanned in\. This item goes to Hillside Branch\./)
    await scan(page, "nothing")
    await sees(page, "No item has the barcode nothing.")
  })

  inScene(
    "takes what lay in the book drop back as of the evening before, and says what was written of it",
    async (at) => {
      const { page, tokens, library } = at
      const desk = library.at({ tenant: "town", branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
      const note = { item: "i4", returnAlert: "check the map", parts: 2 }
      await desk.changeItem({ ...note, at: Date.now(), key: "note" })
      await signIn(page, tokens.desk)
      await press(page, "Return")
      await tabTo(page, "From the book drop: counts as returned when the library last closed")
      await page.keyboard.press("Space")
      await toMain(page)
      await tabTo(page, "Item barcode")
      await scan(page, "i4")
      await page.getByRole("heading", { name: "Count the parts" }).waitFor()
      await sees(page, "check the map")
      expect(await lookTwice(page, "book-drop")).toEqual([])
      const { rows } = await library.scan("town", "event", null, 1_000)
      const returned = rows.find(({ tag }) => tag === "ItemReturned")
      expect(new Date((returned?.at ?? 0) + 8 * 3_600_000).toISOString()).toContain("T18:00:00.000Z")
    }
  )

  inScene("shows what colleagues wrote of a reader, as they typed it, and takes a note", async (at) => {
    const { page, tokens, library } = at
    const desk = library.at({ tenant: "town", branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    const given = { card: "2002", at: Date.now() }
    await desk.placeBlock({ ...given, kind: "conduct", actions: ["reserve"], note: "ask for the manager", key: "b" })
    await desk.addReaderNote({ ...given, text: "<img src=x onerror=alert(1)>", key: "n" })
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2002")
    await sees(page, "ask for the manager")
    await sees(page, "<img src=x onerror=alert(1)>")
    await toMain(page)
    await tabTo(page, "New note for colleagues")
    await scan(page, "left a red umbrella")
    await said(page, "Note added")
    await sees(page, "left a red umbrella")
    expect(await lookTwice(page, "notes")).toEqual([])
    await toMain(page)
    await press(page, "Remove the note: left a red umbrella")
    await said(page, "Note removed")
    expect(await page.getByText("left a red umbrella").count()).toBe(0)
  })

  inScene("says of what is in hand what it is and where it goes", async (at) => {
    const { page, tokens } = at
    await signIn(page, tokens.desk)
    await press(page, "What is this?")
    await scan(page, "h1")
    await page.getByRole("heading", { name: "Send on → Hillside Branch" }).waitFor()
    await scan(page, "i3")
    await page.getByRole("heading", { name: "Take it back" }).waitFor()
    await sees(page, "Overdue")
    expect(await lookTwice(page, "in-hand")).toEqual([])
    await toMain(page)
    await tabTo(page, "Item barcode")
    await scan(page, "nothing")
    await sees(page, "There is no such thing.")
  })

  inScene("repeats with the same key when the answer is lost, and lends once", async (at) => {
    const { page, tokens } = at
    const keys: Array<string | undefined> = []
    await page.route("**/v1/loans", async (route) => {
      keys.push(route.request().headers()["idempotency-key"])
      if (keys.length > 1) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2002")
    await scan(page, "i1")
    await said(page, /红楼梦: lent/)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  inScene("says that the server is out of reach, and tries again with the same key when asked to", async (at) => {
    const { page, tokens } = at
    const keys: Array<string | undefined> = []
    await page.route("**/v1/loans", async (route) => {
      keys.push(route.request().headers()["idempotency-key"])
      return keys.length <= 3 ? route.abort() : route.continue()
    })
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2002")
    await scan(page, "i1")
    await page.getByRole("alert").getByText("The server cannot be reached.").waitFor()
    await press(page, "Try again")
    await said(page, /红楼梦: lent/)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
  })

  inScene("offers no override to who may not lift the refusal", async (at) => {
    const { page, tokens } = at
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2002")
    await scan(page, "r1")
    await sees(page, "You have no permission to lift this.")
    expect(await page.getByLabel("Reason for the exception").count()).toBe(0)
  })
})

describe("the rules of the library, on the page", () => {
  inScene("says why a loan is due when it is, and changes the date by hand", async (at) => {
    const { page, tokens } = at
    await signInAtDesk(page, tokens.manager)
    await scan(page, "2001")
    await said(page, "Reader: 赵书签")
    await toMain(page)
    await press(page, "Why is Walden due then?")
    await sees(page, "Why it is due then")
    await sees(page, /Due when the library closes/)
    await press(page, "Rules that gave it (version 1)")
    await sees(page, "Loan period")
    await sees(page, "14 days")
    const panel = await page.getByRole("region", { name: "Why it is due then" }).boundingBox()
    expect(panel?.width).toBeGreaterThan(400)
    expect(await lookTwice(page, "why")).toEqual([])
    await toMain(page)
    await press(page, "Change date of Walden")
    await tabTo(page, "New due date")
    await page.getByLabel("New due date").fill("2099-01-02")
    await tabTo(page, "Reason for the new date")
    await scan(page, "for the exhibition")
    await said(page, /Walden: now due .*2099/)
    expect(await lookTwice(page, "new-date")).toEqual([])
  })

  inScene("checks a draft while it is written, tries it on a reader and an item, and publishes it", async (at) => {
    const { page, tokens, library } = at
    await signIn(page, tokens.manager)
    await press(page, "Rules")
    await sees(page, "Rules of the library")
    await sees(page, "The draft can be published.")
    const draft = page.getByRole("textbox", { name: "Draft of the rules" })
    const text = await draft.inputValue()
    await draft.fill(text.replace('"loanPeriod": {', '"loanPeriodd": {'))
    await sees(page, /1 mistake: the draft cannot be published/)
    await sees(page, /Line \d+, rows\.0\.set\.loanPeriodd|Line \d+, rows\[0\]\.set\.loanPeriodd/)
    expect(await lookTwice(page, "draft-wrong")).toEqual([])
    expect(await page.getByRole("button", { name: "Publish the draft" }).isDisabled()).toBe(true)
    await draft.fill(text.replace('"days": 14', '"days": 3').replace('"lendable": false', '"lendable": true'))
    await sees(page, "The draft can be published.")
    await toMain(page)
    await tabTo(page, "Card of a reader")
    await page.keyboard.type("2002")
    await tabTo(page, "Barcode of an item")
    await scan(page, "r1")
    const now = page.getByRole("region", { name: "Rules in force" })
    await now.getByText("This is not lent: Reference work.").waitFor()
    const drafted = page.getByRole("region", { name: "Draft", exact: true })
    await drafted.getByText(/Allowed, due/).waitFor()
    await drafted.getByText("Which rows decide").click()
    expect(await lookTwice(page, "tried")).toEqual([])
    await toMain(page)
    await tabTo(page, "I have tried the draft and want it to hold.")
    await page.keyboard.press("Space")
    await press(page, "Publish the draft")
    await said(page, "Published as version 2")
    await sees(page, "Version 2")
    await page.getByRole("listitem").filter({ hasText: "Version 2" }).getByText("in force now").waitFor()
    expect(await page.getByText("in force now").count()).toBe(1)
    const { rows } = await library.scan("town", "document", null, 10)
    expect(rows.filter(({ kind }) => kind === "policy")).toHaveLength(2)
  })

  inScene("is not offered to who may not publish", async (at) => {
    const { page, tokens } = at
    await signInAtDesk(page, tokens.desk)
    expect(await page.getByRole("button", { name: "Rules" }).count()).toBe(0)
  })
})

describe("the reader's page", () => {
  inScene("shows what is theirs, renews, reserves and cancels, by the keyboard alone", async (at) => {
    const { page, tokens } = at
    await signIn(page, tokens.reader)
    await sees(page, "Hello, 赵书签")
    await sees(page, "西游记")
    await press(page, "Renew 西游记")
    await said(page, `西游记: renewed, due ${await waitForDue(at, "i3")}`)
    await toMain(page)
    await press(page, "Renew all")
    await said(page, "Renewed: 0; not renewed: 2")
    await sees(page, "Another reader is waiting for it.")
    await reserveAndCancel(page, "红楼", "红楼梦", "own")
    await press(page, "Sign out")
    await sees(page, "Access token")
  })
})

/** When the item is due, once it is lent. */
const waitForDue = async (at: Scene, item: string): Promise<string> => {
  await at.page
    .getByTestId("announcement")
    .getByText(/(lent|renewed), due/)
    .waitFor({ state: "attached" })
  return dueText(at, item, "en-GB")
}
