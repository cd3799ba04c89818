import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Desk } from "@openshelf/core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { failureText } from "./commands/failureText.ts"
import { openDatabase } from "./openDatabase.ts"
import { program } from "./program.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openshelf-relay-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (...words: ReadonlyArray<string>): Promise<{ readonly code: number; readonly text: string }> => {
  const said: Array<string> = []
  let code = 0
  const finish = (given: number): void => {
    code = given
  }
  const terminal = { write: (text: string) => void said.push(text), finish }
  try {
    await program(terminal).parseAsync(words, { from: "user" })
  } catch (failure) {
    return { code: 2, text: failureText(failure) }
  }
  return { code, text: said.join("\n") }
}

const at = Date.parse("2026-03-02T09:00:00Z")
const file = (name: string, content = ""): string => {
  const path = join(folder, name)
  if (content !== "") writeFileSync(path, content)
  return path
}

const policy = {
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  partners: { town: { card: "town" }, hill: {} },
  rows: [
    {
      id: "all",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        overdueRate: "none",
        "loanCountMax.all": 5,
        debtMax: "unlimited",
        membershipMonths: 12
      }
    }
  ]
}
const calendar = { branches: { main: { name: {}, zone: "Europe/Paris", hours: { mon: ["09:00-17:00"] } } } }

const open = async (tenant: string, document: object = policy): Promise<ReadonlyArray<string>> => {
  const there = ["--database", file(`${tenant}.sqlite`), "--tenant", tenant]
  const papers = [
    "--policy",
    file("policy.json", JSON.stringify(document)),
    "--calendar",
    file("calendar.json", JSON.stringify(calendar))
  ]
  expect(await run("open", ...papers, ...there, "--at", "2026-03-01T00:00:00Z")).toMatchObject({ code: 0 })
  return there
}

/** Work at a desk of one of the systems. */
const atDesk = async (tenant: string, work: (desk: Desk) => Promise<unknown>): Promise<void> => {
  const library = await openDatabase(file(`${tenant}.sqlite`))
  const actor = { kind: "job", name: "test" } as const
  await work(library.at({ tenant, branch: "main", actor, channel: "job" })).finally(() => library.close())
}
const done = (answer: object): void => expect(answer).toEqual(expect.objectContaining({ ok: true }))

describe("openshelf relay", () => {
  it("carries a loan between two databases, of which the lists say how far it is", async () => {
    const [town, hill] = [await open("town"), await open("hill")]
    const relay = () => run("relay", ...town, "--partner", "hill", "--partner-database", file("hill.sqlite"))
    await atDesk("town", async (desk) =>
      done(await desk.requestInterloan({ partner: "hill", title: "Hill walks", at, key: "1" }))
    )
    expect(await relay()).toEqual({ code: 0, text: "1 told to hill, 0 by it" })
    const listed = async (there: ReadonlyArray<string>) => (await run("list", "interloans", ...there)).text
    expect(await listed(hill)).toMatch(/to +town +requested +lendOut, declineInterloan +Hill walks/)
    const loans = JSON.parse((await run("list", "interloans", ...hill, "--json")).text)
    const { interloanId: interloan } = loans[0].interloan
    await atDesk("hill", async (desk) => {
      done(await desk.registerReader({ card: "town", name: "Town library", category: "adult", at, key: "1" }))
      done(await desk.quickAdd({ barcode: "h1", title: "Hill walks", type: "book", at, key: "2" }))
      done(await desk.lendOut({ interloan, item: "h1", card: "town", at, key: "3" }))
    })
    expect(await relay()).toEqual({ code: 0, text: "0 told to hill, 1 by it" })
    expect(await relay()).toEqual({ code: 0, text: "0 told to hill, 0 by it" })
    expect(await listed(town)).toMatch(/from +hill +shipped +2026-03-16T16:00 +h1 +borrowIn +Hill walks/)
    await atDesk("hill", async (desk) => done(await desk.returnItem({ item: "h1", at, key: "4" })))
    const night = await run("night", ...hill, "--at", "2026-03-03T00:00:00Z")
    expect([night.code, night.text]).toEqual([0, expect.stringContaining("other systems: 1 loans completed")])
    await relay()
    expect(await listed(town)).toBe("nothing is borrowed from other systems or lent to them")
  })

  it("says what the other system does not take, and of a system that there is not", async () => {
    const town = await open("town")
    await open("hill", { ...policy, partners: {} })
    await atDesk("town", async (desk) =>
      done(await desk.requestInterloan({ partner: "hill", title: "Hill walks", at, key: "1" }))
    )
    const there = ["--partner-database", file("hill.sqlite")]
    const { code, text } = await run("relay", ...town, "--partner", "hill", ...there)
    expect([code, text]).toEqual([1, expect.stringContaining("PartnerUnknown")])
    expect(await run("relay", ...town, "--partner", "dale", ...there)).toEqual({
      code: 2,
      text: "there is no library system dale in that database"
    })
    expect(await run("relay", ...town, "--partner", "town")).toMatchObject({ code: 2 })
    expect(await run("relay", ...town, "--partner", "hill", "--partner-database", file("none.sqlite"))).toMatchObject({
      code: 2
    })
  })
})
