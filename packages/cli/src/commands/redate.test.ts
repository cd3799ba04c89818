import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Actor, staffRoles } from "@openshelf/core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "../openDatabase.ts"
import { program } from "../program.ts"
import { failureText } from "./failureText.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openshelf-redate-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (...words: ReadonlyArray<string>): Promise<{ readonly code: number; readonly text: string }> => {
  const said: Array<string> = []
  let code = 0
  const terminal = {
    write: (text: string): void => void said.push(text),
    finish: (given: number): void => {
      code = given
    }
  }
  try {
    await program(terminal).parseAsync([...words, "--database", join(folder, "library.sqlite")], { from: "user" })
  } catch (failure) {
    return { code: 2, text: failureText(failure) }
  }
  return { code, text: said.join("\n") }
}

const file = (name: string, content: object): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = Object.fromEntries(week.map((name) => [name, ["09:00-18:00"]]))
const calendar = (...closed: ReadonlyArray<string>): object => ({
  branches: {
    main: { name: { en: "Main" }, zone: "UTC", hours, exceptions: closed.map((from) => ({ from, closed: true })) }
  }
})
const policy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  rows: [
    {
      id: "all",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        "loanCountMax.all": "unlimited",
        debtMax: "unlimited",
        membershipMonths: 12
      }
    }
  ]
}
const at = Date.parse("2026-03-02T12:00:00Z")
const later = ["--at", "2026-03-03T12:00:00Z"]

/** A library with one loan, due on 16 March. */
const lent = async (): Promise<void> => {
  const files = ["--policy", file("policy.json", policy), "--calendar", file("calendar.json", calendar())]
  expect((await run("open", ...files, "--at", "2026-03-01T12:00:00Z")).code).toBe(0)
  const library = await openDatabase(join(folder, "library.sqlite"))
  const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
  const desk = library.at({ tenant: "library", branch: "main", actor: anna, channel: "desk" })
  const title = await desk.addTitle({ description: { title: "Emma" }, at, key: "t" })
  if (!title.ok) throw new Error(JSON.stringify(title))
  await desk.addItem({ title: title.receipt.titleId, barcode: "e1", type: "book", at, key: "i" })
  await desk.registerReader({ card: "ada", name: "Ada", category: "adult", at, key: "r" })
  expect(await desk.checkOut({ item: "e1", card: "ada", at, key: "o" })).toMatchObject({ ok: true })
  await library.close()
}

describe("openshelf redate", () => {
  it("a calendar is previewed, published and followed; the second time nothing is left to move", async () => {
    await lent()
    const closed = file("closed.json", calendar("2026-03-16"))
    const preview = await run("calendar", "publish", closed, "--preview", ...later)
    expect(preview.code).toBe(0)
    expect(preview.text).toContain("main  2026-03-16")
    expect(preview.text).toContain("loans: 1 looked at, would move 1")
    expect(preview.text).toMatch(/loan {2}\S+ {2}main {2}2026-03-16T18:00:00Z {2}2026-03-17T18:00:00Z/)
    expect((await run("redate", "--preview", ...later)).text).toContain("no day differs")

    const published = await run("calendar", "publish", closed, ...later)
    expect(published).toEqual({ code: 0, text: expect.stringMatching(/calendar 2 .*openshelf redate --preview/) })
    expect((await run("redate", "--preview", ...later)).text).toContain("would move 1")
    const done = JSON.parse((await run("redate", "--json", ...later)).text)
    expect(done).toMatchObject({ preview: false, calendarVersion: 2, loans: { looked: 1, moved: 1 }, failedCount: 0 })
    expect((await run("redate", "--at", "2026-03-04T12:00:00Z")).text).toContain(
      "loans: 1 looked at, moved 0, left asDated 1"
    )
    expect((await run("check")).text).toBe("every invariant holds")
    expect((await run("replay")).text).toBe("the events give exactly the tables")
  })

  it("a calendar that does not hold is not previewed, and told by its path", async () => {
    await lent()
    const wrong = await run("calendar", "publish", file("wrong.json", { branches: {} }), "--preview")
    expect(wrong.code).toBe(2)
    expect(wrong.text).toContain("wrong.json")
  })

  it("a policy is published with nothing to re-date", async () => {
    await lent()
    expect(await run("publish", "policy", file("new.json", policy), ...later)).toEqual({
      code: 0,
      text: "policy 2 is published"
    })
    expect((await run("publish", "calendar", file("c.json", calendar()), ...later)).text).toContain("calendar 2")
  })
})
