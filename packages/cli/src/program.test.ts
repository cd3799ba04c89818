import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { type MarcRecord, writeIso2709 } from "@openshelf/marc"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { failureText } from "./commands/failureText.ts"
import { databaseName, openDatabase } from "./openDatabase.ts"
import { program } from "./program.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openshelf-cli-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Outcome {
  readonly code: number
  readonly text: string
}

/** Runs a command line in this process, on the test's own database. */
const run = async (...words: ReadonlyArray<string>): Promise<Outcome> => {
  const said: Array<string> = []
  let code = 0
  const terminal = { write: (text: string) => said.push(text), finish: (given: number) => (code = given) }
  try {
    await program({ ...terminal, write: (text) => void said.push(text) }).parseAsync(
      [...words, "--database", join(folder, "library.sqlite")],
      { from: "user" }
    )
  } catch (failure) {
    return { code: 2, text: failureText(failure) }
  }
  return { code, text: said.join("\n") }
}

const policy = `{
  // the least that lends
  "currency": "EUR", "rounding": "halfUp", "precedence": { "by": "mostCriteria" },
  "readerCategories": { "adult": {} }, "itemTypes": { "book": {} }, "limits": { "all": {} },
  "rows": [{ "id": "all", "when": {}, "set": { "lendable": true, "membershipMonths": 12 } }]
}`
const calendar = JSON.stringify({
  branches: { main: { name: { en: "Main" }, zone: "Europe/Paris", hours: { mon: ["09:00-17:00"] } } }
})

const open = (): Promise<Outcome> =>
  run("open", "--policy", file("policy.jsonc", policy), "--calendar", file("calendar.json", calendar), "--name", "Town")

const record = (number: string, title: string): Uint8Array => {
  const made: MarcRecord = {
    leader: "00000nam a2200000 a 4500",
    dialect: "marc21",
    fields: [
      { tag: "001", value: number },
      { tag: "003", value: "TEST" },
      { tag: "245", ind1: "1", ind2: "0", subfields: [{ code: "a", value: title }] }
    ]
  }
  const written = writeIso2709(made)
  if (!written.ok) throw new Error(written.reason)
  return written.bytes
}
const records = (...all: ReadonlyArray<Uint8Array>): Uint8Array => Buffer.concat(all)

describe("openshelf import marc", () => {
  it("takes over titles, brings known ones up to date, keeps broken ones to be repaired", async () => {
    await open()
    const broken = Buffer.from(
      "00090nam a2200049 a 4500 this is no directory at all, whatever its leader may say \u001d"
    )
    const first = file("first.mrc.gz", gzipSync(records(record("1", "Middlemarch"), broken, record("2", "红楼梦"))))
    const once = await run("import", "marc", first, "--json")
    const [report] = JSON.parse(once.text)
    expect(once.code).toBe(1)
    expect(report).toMatchObject({ read: 3, added: 2, changed: 0, rejected: [{ record: 2 }] })
    expect(readFileSync(report.rejectedFiles[0])).toEqual(broken)
    const again = await run(
      "import",
      "marc",
      file("second.mrc", records(record("1", "Middlemarch: a study"), record("2", "红楼梦"))),
      "--json"
    )
    expect(again.code).toBe(0)
    expect(JSON.parse(again.text)[0]).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    expect(await run("check")).toEqual({ code: 0, text: "every invariant holds" })
    expect(await run("replay")).toEqual({ code: 0, text: "the events give exactly the tables" })
  })
})

describe("openshelf import readers and items", () => {
  const header = "card,name,category,home_branch,birth_date,language,expires_on\n"

  it("registers readers, and gives rejected rows with reasons that can be repaired and fed again", async () => {
    await open()
    const rows =
      "c1,Ada,adult,main,1990-02-28,en,2030-01-01\nc2,Ben,grown-up,main,1990-02-30,en,\nc1,Twice,adult,main,,,\n"
    const once = await run("import", "readers", file("readers.csv", header + rows), "--json")
    const [report] = JSON.parse(once.text)
    expect(once.code).toBe(1)
    expect(report).toMatchObject({ read: 3, added: 1 })
    expect(
      report.rejected.map(({ position, reason }: { position: string; reason: string }) => [
        position,
        reason.split(":")[0]
      ])
    ).toEqual([
      ["line 3", "bornOn"],
      ["line 4", "CardTaken c1"]
    ])
    const kept = readFileSync(report.rejectedFiles[0], "utf8")
    expect(kept).toContain("rejected_because")
    const repaired = file(
      "repaired.csv",
      kept.replace("grown-up", "adult").replace("1990-02-30", "1990-02-28").replace("c1,Twice", "c3,Twice")
    )
    expect(JSON.parse((await run("import", "readers", repaired, "--json")).text)[0]).toMatchObject({
      added: 2,
      rejected: []
    })
  })

  it("adds items to titles by control number, under other column names and with defaults", async () => {
    await open()
    await run("import", "marc", file("titles.mrc", record("t1", "Emma")))
    const items = file("items.csv", "code,bib\nb1,t1\nb2,nowhere\n")
    const columns = [
      "--source",
      "TEST",
      "--column",
      "barcode=code",
      "--column",
      "control_number=bib",
      "--default",
      "item_type=book",
      "--default",
      "branch=main"
    ]
    const { code, text } = await run("import", "items", items, ...columns, "--json")
    expect(code).toBe(1)
    expect(JSON.parse(text)[0]).toMatchObject({
      read: 2,
      added: 1,
      rejected: [{ record: 2, position: "line 3", reason: "TitleUnknown TEST nowhere" }]
    })
  })

  it("takes a price in its own currency, with as many decimals as that has", async () => {
    await open()
    await run("import", "marc", file("titles.mrc", record("t1", "Emma")))
    const rows = "b1,t1,book,main,1200,JPY\nb2,t1,book,main,12.5,JPY\nb3,t1,book,main,12.50,\nb4,t1,book,main,1,yen\n"
    const items = file("items.csv", `barcode,control_number,item_type,branch,price,price_currency\n${rows}`)
    const { code, text } = await run("import", "items", items, "--source", "TEST", "--json")
    expect(code).toBe(1)
    expect(JSON.parse(text)[0]).toMatchObject({
      added: 2,
      rejected: [
        { record: 2, reason: "price: expected an amount with at most 0 decimal places, as 12" },
        { record: 4, reason: expect.stringContaining('priceCurrency: expected a currency of ISO 4217 such as "USD"') }
      ]
    })
  })

  it("names the columns that are missing, and takes nothing over", async () => {
    await open()
    const { code, text } = await run("import", "readers", file("wrong.csv", "number,who\n1,Ada\n"))
    expect(code).toBe(2)
    expect(text).toContain("columns missing: card, name, category, home_branch; the file has: number, who")
  })
})

describe("openshelf import readers", () => {
  const header = "card,name,category,home_branch\n"
  const taken = async (name: string, content: string | Uint8Array): Promise<object> => {
    await open()
    const { code, text } = await run("import", "readers", file(name, content), "--json")
    const [{ read, added, rejected }] = code === 2 ? [{}] : JSON.parse(text)
    return code === 2 ? { text } : { code, read, added, rejected: rejected.map(({ reason }: never) => reason) }
  }

  it("rejects rows with too few or too many fields, and takes the others", async () => {
    const rows = `${header}1,A,adult,main\n2,B,adult\n3,C,adult,main,x\n4,D,adult,main\n`
    expect(await taken("ragged.csv", rows)).toEqual({
      code: 1,
      read: 4,
      added: 2,
      rejected: ["expected 4 fields, not 3", "expected 4 fields, not 5"]
    })
    expect(readFileSync(join(folder, "ragged.csv.rejected.csv"), "utf8")).toBe(
      "card,name,category,home_branch,rejected_because\n" +
        '2,B,adult,"expected 4 fields, not 3"\n3,C,adult,main,x,"expected 4 fields, not 5"\n'
    )
  })

  it("rejects rows that are not UTF-8 or hold NUL, and takes the others", async () => {
    const rows = Buffer.from(`${header}1,Ren\u00e9,adult,main\n2,a\0b,adult,main\n3,C,adult,main\n`, "latin1")
    expect(await taken("latin1.csv", rows)).toMatchObject({
      code: 1,
      added: 1,
      rejected: ["name: expected text in UTF-8", "name: expected well-formed text without NUL"]
    })
  })

  it("takes stray quotes for text, and reports where a quote that is never closed begins", async () => {
    expect(await taken("quotes.csv", `${header}1,"A,adult,main\n2,B,adult,main\n`)).toMatchObject({
      text: expect.stringMatching(/quotes\.csv: cannot be read further: Quote Not Closed/)
    })
    const late = await taken("late.csv", `${header}1,A "the" B,adult,main\n2,"B,adult,main\n3,C,adult,main\n`)
    expect(late).toMatchObject({ code: 1, read: 1, added: 1, rejected: [expect.stringMatching(/Quote Not Closed/)] })
  })

  it("sees gzip by content, and keeps what came before a truncation", async () => {
    const rows = gzipSync(`${header}1,A,adult,main\n`)
    expect(await taken("zipped.csv", rows)).toMatchObject({ code: 0, added: 1 })
    expect(await taken("cut.csv.gz", rows.subarray(0, 30))).toMatchObject({
      text: expect.stringMatching(/cut\.csv\.gz: cannot be read further: unexpected end of file/)
    })
  })

  it.each([
    ["is empty", "", /it is empty/],
    ["has a header of other columns and no rows", "foo,bar\n", /columns missing: card, name/],
    ["names a column twice", "card,card,name,category,home_branch\n", /columns there twice: card/],
    ["is UTF-16", Buffer.from(`\ufeff${header}`, "utf16le"), /UTF-8, not UTF-16/]
  ])("takes no file that %s", async (_, content, expected) => {
    expect(await taken("odd.csv", content)).toEqual({ text: expect.stringMatching(expected) })
  })

  it("lets no file command the terminal", async () => {
    await open()
    const rows = "barcode,item_type,branch,title_id\n1,book,main,\u001b]0;owned\u0007\n"
    const { text } = await run("import", "items", file("escape.csv", rows))
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
  })

  it("tells what was taken over before a file that is not there", async () => {
    await open()
    const { code, text } = await run("import", "readers", file("a.csv", `${header}1,A,adult,main\n`), "/nowhere.csv")
    expect(code).toBe(2)
    expect(text).toMatch(/nowhere\.csv.*\n.*\n.*a\.csv: 1 read, 1 added/)
  })
})

describe("openshelf with what cannot be used", () => {
  it.each(["check", "replay", "night", "serve"])("makes no database to %s", async (word) => {
    const { code, text } = await run(word)
    expect(code).toBe(2)
    expect(text).toMatch(/there is no database .*library\.sqlite/)
    expect(readdirSync(folder)).toEqual([])
  })

  it("does not find all well with a library system that is not there", async () => {
    await open()
    for (const word of ["check", "replay"])
      expect(await run(word, "--tenant", "twon")).toMatchObject({
        code: 2,
        text: expect.stringMatching(/no such library system/)
      })
  })

  it("names no password of an address that is no database's", async () => {
    const failure = await openDatabase("mysql://me:secret@host/db").catch(String)
    expect(failure).toMatch(/postgres:\/\/ address, not mysql/)
    expect(failure).not.toContain("secret")
    expect(databaseName("postgres://me:secret@host:5433/db")).toBe("host:5433/db")
  })

  it.each([
    [["--subject", "max", "--branch", "mian"], /--branch mian: expected one of main/],
    [["--subject", " ", "--branch", "main"], /--subject: expected a name/]
  ])("issues no token for %j", async (words, expected) => {
    await open()
    const { code, text } = await run("token", "--role", "desk", ...words)
    expect(code).toBe(2)
    expect(text).toMatch(expected)
  })

  it("says that a library system is open already, and names the line of a mistake in a calendar", async () => {
    await open()
    expect((await open()).text).toMatch(/was open already/)
    const wrong = file("wrong.json", '{ "branches": {\n "main": { "name": {}, "zone": "Nowhere", "hours": {} } } }')
    const { text } = await run("publish", "calendar", wrong)
    expect(text).toMatch(/wrong\.json:2: branches\.main\.zone: expected an IANA time zone/)
  })

  it("names the line of a mistake in a policy, and opens nothing", async () => {
    const wrong = file("wrong.jsonc", policy.replace('"lendable": true', '"lendabel": true'))
    const { code, text } = await run("open", "--policy", wrong, "--calendar", file("calendar.json", calendar))
    expect(code).toBe(2)
    expect(text).toMatch(/wrong\.jsonc:5: .*lendabel.*did you mean "lendable"/)
  })

  it.each([
    ["a file that is not there", ["import", "marc", "/nowhere/at/all.mrc"], /no such file/],
    ["an instant without a zone", ["check", "--at", "2026-01-01T00:00"], /with a zone/],
    [
      "a library system that nobody opened",
      ["import", "readers", "FILE", "--tenant", "other"],
      /no such library system/
    ],
    ["a port that is none", ["serve", "--port", "99999"], /expected a number from 0 to 65535/]
  ])("says what is wrong with %s", async (_, words, expected) => {
    await open()
    const readers = file("some.csv", "card,name,category,home_branch\n1,A,adult,main\n")
    const { code, text } = await run(...words.map((word) => (word === "FILE" ? readers : word)))
    expect(code).toBe(2)
    expect(text).toMatch(expected)
  })

  it("says that a file is no database, and leaves it as it is", async () => {
    const other = file(
      "library.sqlite",
      "this is a letter, and no database, however long one reads on in it".repeat(20)
    )
    const { code, text } = await run("check")
    expect(code).toBe(2)
    expect(text).toContain(other)
    expect(readFileSync(other, "utf8")).toContain("this is a letter")
  })
})

describe("openshelf as a process", () => {
  const main = join(import.meta.dirname, "main.ts")
  const given = ["--conditions=@openshelf/source", main]

  it("ends with its exit code, and says why on standard error", () => {
    const { status, stderr } = spawnSync(process.execPath, [...given, "check", "--at", "today"], { encoding: "utf8" })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^openshelf: today: expected an instant with a zone/)
  })

  it("shows its commands", () => {
    const help = execFileSync(process.execPath, [...given, "--help"], { encoding: "utf8" })
    for (const name of ["open", "publish", "import", "check", "replay", "night", "token", "serve"])
      expect(help).toContain(`\n  ${name} `)
  })
})

describe("openshelf night", () => {
  it("sums up what each job did, and ends well where there is nothing to do", async () => {
    await open()
    const { code, text } = await run("night")
    expect(code).toBe(0)
    expect(text.split("\n")).toEqual([
      "reservations: 0 expired, 0 handed on to the next in the queue, 0 waited in vain, 0 resumed",
      "renewals: 0 renewed, 0 not",
      "overdue: 0 looked at, 0 changed, 0 reminders, 0 charged",
      "losses: 0 counted as lost, 0 charged, 0 over",
      "small debts: 0 forgiven, 0 in all"
    ])
    expect(Object.keys(JSON.parse((await run("night", "--json")).text))).toEqual([
      "close",
      "overdue",
      "losses",
      "smallDebts",
      "rotations",
      "interloans"
    ])
  })

  it("charges, reminds and counts losses, tells what it could not do, and ends with 1 for that", async () => {
    const rules = JSON.parse(policy.replace(/^\s*\/\/.*$/m, ""))
    Object.assign(rules.rows[0].set, {
      loanPeriod: { days: 14 },
      dueTime: "closing",
      closedDays: "nextOpenDay",
      "loanCountMax.all": 9,
      debtMax: "unlimited",
      overdueRate: { amount: "0.10", per: "day" },
      overdueCap: "1.00",
      overdueOnClosedDays: true,
      overdueAccrues: true,
      reminders: [{ daysAfterDue: 7, fee: "0.50" }],
      lostAfterDays: 30,
      compensation: "books"
    })
    rules.compensations = { books: { basis: { from: [{ from: "recordedPrice" }] } } }
    await run("open", "--policy", file("p.json", JSON.stringify(rules)), "--calendar", file("c.json", calendar))
    await run("import", "marc", file("t.mrc", record("t1", "Emma")))
    await run("import", "readers", file("r.csv", "card,name,category,home_branch\nada,Ada,adult,main\n"))
    const items = "barcode,control_number,item_type,branch,price\nb1,t1,book,main,20.00\nb2,t1,book,main,\n"
    await run("import", "items", file("i.csv", items), "--source", "TEST")
    const library = await openDatabase(join(folder, "library.sqlite"))
    const [tenant = { tenant: "" }] = await library.tenants()
    const actor = { kind: "job", name: "test" } as const
    const desk = library.at({ tenant: tenant.tenant, branch: "main", actor, channel: "desk" })
    const at = Date.now()
    for (const item of ["b1", "b2"])
      expect(await desk.checkOut({ item, card: "ada", at, key: item })).toMatchObject({ ok: true })
    await library.close()
    const night = (days: number) => run("night", "--at", new Date(at + days * 86_400_000).toISOString())
    const early = await night(28)
    expect(early.code).toBe(0)
    expect(early.text).toMatch(/^overdue: 2 looked at, 2 changed, 2 reminders, \d+ charged$/m)
    const late = await night(60)
    expect(late.code).toBe(1)
    expect(late.text).toContain("losses: 2 counted as lost, 1 charged, 0 over")
    expect(late.text).toContain("BasisMissing")
    const again = await night(60)
    expect(again.code).toBe(1)
    expect(again.text).toContain("losses: 0 counted as lost, 0 charged, 0 over")
    expect(await run("check")).toEqual({ code: 0, text: "every invariant holds" })
  })
})

describe("openshelf list", () => {
  const twoBranches = JSON.stringify({
    branches: Object.fromEntries(
      ["main", "west"].map((code) => [
        code,
        { name: { en: code }, zone: "Europe/Paris", hours: { mon: ["09:00-17:00"] } }
      ])
    )
  })
  const at = "2026-03-02T10:00:00+01:00"
  const list = (...words: ReadonlyArray<string>) => run("list", ...words, "--at", at)

  /** Ada waits at the other branch for two titles: of one there is a free copy, of the other none any more. */
  const waitedFor = async (): Promise<ReadonlyMap<string, string>> => {
    const rules = JSON.parse(policy.replace(/^\s*\/\/.*$/m, ""))
    Object.assign(rules.rows[0].set, {
      reservable: true,
      reservableOnShelf: true,
      reservationCountMax: 9,
      reservationsJoined: ["together"],
      pickupPeriod: { days: 7 },
      pickupClosedDays: "keep",
      debtMax: "unlimited"
    })
    rules.transfers = { kept: true }
    const given = ["--policy", file("p.json", JSON.stringify(rules)), "--calendar", file("c.json", twoBranches)]
    expect(await run("open", ...given, "--at", "2026-03-01T10:00:00Z")).toEqual({ code: 0, text: "library is open" })
    await run(
      "import",
      "marc",
      file("t.mrc", Buffer.concat([record("t1", "Emma"), record("t2", "Persuasion")])),
      "--at",
      at
    )
    await run("import", "readers", file("r.csv", "card,name,category,home_branch\nada,Ada,adult,west\n"), "--at", at)
    const items =
      "barcode,control_number,item_type,branch,location,call_number\nb1,t1,book,main,A,823 AUS\nb2,t2,book,main,A,824\n"
    await run("import", "items", file("i.csv", items), "--source", "TEST", "--at", at)
    const library = await openDatabase(join(folder, "library.sqlite"))
    const desk = library.at({
      tenant: "library",
      branch: "west",
      actor: { kind: "job", name: "test" },
      channel: "desk"
    })
    const { titlesFound } = await library.read("library", { titlesFound: { text: "", after: null, limit: 9 } })
    const reservations = new Map<string, string>()
    for (const { titleId, title } of titlesFound.rows) {
      const given = { title: titleId, card: "ada", pickupBranch: "west", at: Date.parse(at), key: titleId }
      const placed = await desk.reserve(given)
      if (!placed.ok) throw new Error(JSON.stringify(placed))
      reservations.set(title, placed.receipt.reservationId)
    }
    expect(await desk.changeItem({ item: "b2", status: "missing", at: Date.parse(at), key: "missing" })).toMatchObject({
      ok: true
    })
    await library.close()
    return reservations
  }

  it("prints what to fetch, what travels, what waits and what is in demand, each with a head", async () => {
    const reservation = (await waitedFor()).get("Emma")
    const lines = async (...words: ReadonlyArray<string>) =>
      (await list(...words)).text.split("\n").map((line) => line.trim().split(/ {2,}/))
    expect(await lines("pull", "--branch", "main")).toEqual([
      ["location", "call number", "volume", "barcode", "pick up at", "reservation", "title"],
      ["A", "823 AUS", "b1", "west", reservation, "Emma"]
    ])
    expect(await list("pull", "--branch", "west")).toEqual({ code: 0, text: "nothing to fetch" })
    expect(await list("shelf", "--branch", "west")).toEqual({ code: 0, text: "nothing waits on the shelf" })
    expect(
      (await lines("demand"))
        .slice(1)
        .map((cells) => cells.at(-1))
        .sort()
    ).toEqual(["Emma", "Persuasion"])
    expect((await list("demand")).text).toContain("1 to buy")

    const library = await openDatabase(join(folder, "library.sqlite"))
    const main = library.at({
      tenant: "library",
      branch: "main",
      actor: { kind: "job", name: "test" },
      channel: "desk"
    })
    expect(await main.returnItem({ item: "b1", at: Date.parse(at), key: "fetched" })).toMatchObject({ ok: true })
    await library.close()
    for (const branch of ["main", "west"])
      expect((await lines("transits", "--branch", branch))[1]).toEqual([
        ...["main", "west", "reservation", "2026-03-02T09:00", "b1", "Emma"]
      ])

    const there = await openDatabase(join(folder, "library.sqlite"))
    const west = there.at({ tenant: "library", branch: "west", actor: { kind: "job", name: "test" }, channel: "desk" })
    expect(await west.returnItem({ item: "b1", at: Date.parse(at), key: "arrived" })).toMatchObject({ ok: true })
    await there.close()
    expect((await lines("shelf", "--branch", "west"))[1]?.slice(1)).toEqual(["b1", "Emma"])
    expect(await list("transits", "--branch", "west")).toEqual({ code: 0, text: "nothing is on its way" })
    const since = async (instant: string) => (await lines("notices", "--branch", "west", "--since", instant))[1]
    expect(await since("2026-03-02T08:00:00Z")).toMatchObject([expect.any(String), "ready", "1", expect.any(String)])
    expect(await since(at)).toBeUndefined()
  })

  it("gives any command at a desk, with what a list names: suspended, fetched elsewhere, cancelled, and refused by its codes", async () => {
    await waitedFor()
    const given = (name: string, fields: object, ...more: ReadonlyArray<string>) =>
      run("give", name, JSON.stringify(fields), "--branch", "main", "--at", at, ...more)
    const [first, second] = JSON.parse((await list("reservations", "ada", "--json")).text)
    const { reservationId: reservation } = first.reservation
    const until = "2026-03-20T18:00:00+01:00"
    const suspended = await given("suspendReservation", { reservation, until })
    expect([suspended.code, JSON.parse(suspended.text)]).toMatchObject([
      0,
      { suspendedUntil: "2026-03-20T17:00:00.000Z" }
    ])
    expect((await list("reservations", "ada")).text).toMatch(/suspended +wait|suspended +page/)
    expect(await given("changeReservation", { reservation, pickupBranch: "main" })).toMatchObject({ code: 0 })
    const dry = await given("cancelReservation", { reservation }, "--dry-run")
    expect([dry.code, (await list("reservations", "ada")).text.split("\n")]).toEqual([
      0,
      [
        expect.any(String),
        expect.stringContaining(reservation),
        expect.stringContaining(second.reservation.reservationId)
      ]
    ])
    for (const repeated of [false, true])
      expect([repeated, await given("cancelReservation", { reservation }, "--key", "once")]).toMatchObject([
        repeated,
        { code: 0 }
      ])
    expect(await given("cancelReservation", { reservation })).toEqual({
      code: 1,
      text: `refused: ReservationUnknown ${reservation}`
    })
    for (const [name, fields, text] of [
      ["suspendReservation", "{", /the fields are no JSON/],
      ["suspendReservation", '{"reservation":"x","until":"friday"}', /^until: expected an instant/],
      ["suspendReservation", "{}", /^suspendReservation: reservation: expected/],
      ["suspend", "{}", /^suspend: there is no such command; there are accrueOverdue, /]
    ] as const)
      expect(await run("give", name, fields, "--branch", "main")).toEqual({
        code: 2,
        text: expect.stringMatching(text)
      })
    expect((await run("give", "reserve", "{}", "--branch", "nowhere")).text).toContain("expected one of main, west")
    expect(await run("check")).toMatchObject({ code: 0 })
  })

  it("gives no command whose key stands among its fields, where it would not count", async () => {
    await waitedFor()
    const refused = await run("give", "cancelReservation", '{"reservation":"x","key":"once"}', "--branch", "main")
    expect(refused).toEqual({ code: 2, text: "key: expected as --key, not among the fields" })
  })

  it("prints no receipt that commands a terminal", async () => {
    await waitedFor()
    const given = (...words: ReadonlyArray<string>) => run("give", ...words, "--branch", "main", "--at", at)
    const alert = "\u009b2J\u2028"
    expect(await given("changeItem", JSON.stringify({ item: "b1", returnAlert: alert }))).toMatchObject({ code: 0 })
    for (const json of [[], ["--json"]]) {
      const { code, text } = await given("returnItem", '{"item":"b1"}', ...json)
      expect([code, JSON.stringify(JSON.parse(text))]).toEqual([0, expect.stringContaining(alert)])
      expect(text).not.toMatch(/[\u007f-\u009f\u2028]/)
    }
  })

  it("says where a title may be fetched, and what forbids it elsewhere", async () => {
    await waitedFor()
    const library = await openDatabase(join(folder, "library.sqlite"))
    const { titlesFound } = await library.read("library", { titlesFound: { text: "emma", after: null, limit: 1 } })
    const { rows } = await library.scan("library", "reservation", null, 9)
    await library.close()
    const title = titlesFound.rows[0]?.titleId ?? ""
    const reservation = rows.find(({ titleId }) => titleId === title)?.reservationId ?? ""
    const told = async (...words: ReadonlyArray<string>) =>
      (await list("pickup", ...words)).text.split("\n").map((line) => line.trim())
    expect(await told("--reservation", reservation)).toEqual(["branch  forbidden by", "main", "west"])
    expect(await told("--title", title, "--card", "ada")).toEqual([
      `everywhere: AlreadyReserved ${reservation}`,
      "branch  forbidden by",
      "main",
      "west"
    ])
    expect(await list("pickup", "--title", title)).toEqual({
      code: 2,
      text: "expected --title and --card, or --reservation alone"
    })
    expect(JSON.parse((await list("pickup", "--reservation", reservation, "--json")).text)).toMatchObject({
      everywhere: [],
      branches: [{ branch: "main", refusals: [] }, { branch: "west" }]
    })
    const asked = ["--title", title, "--card", "ada"]
    expect(await told(...asked, "--kind", "recall")).toContain("everywhere: NothingToRecall")
    expect(await told(...asked, "--item-type", "film")).toContain("everywhere: TitleWithoutItems")
    expect(await told(...asked, "--proxy", "nobody")).toContain("everywhere: NotProxy nobody")
    expect(await list("pickup", ...asked, "--copies", "many")).toMatchObject({
      code: 2,
      text: expect.stringContaining("copies: expected a whole number of copies")
    })
    expect(await list("pickup", "--reservation", reservation, "--copies", "2")).toEqual({
      code: 2,
      text: "expected --title and --card, or --reservation alone"
    })
  })

  it("names the slot of what stands on the pickup shelf, and how much of its set is there", async () => {
    const reservations = [...(await waitedFor()).values()]
    const library = await openDatabase(join(folder, "library.sqlite"))
    const permissions = new Set(["pickupSlots.write", "pickupSlots.take", "reservations.place", "loans.return"])
    const actor = { kind: "staff", id: "anna", permissions } as never
    const west = library.at({ tenant: "library", branch: "west", actor, channel: "desk" })
    const given = (key: string) => ({ at: Date.parse(at), key })
    const slot = await west.addPickupSlot({ kind: "locker", name: "Locker 7", capacity: 2, ...given("slot") })
    if (!slot.ok) throw new Error(JSON.stringify(slot))
    const { slotId } = slot.receipt
    const joined = await west.joinReservations({ card: "ada", reservations, as: "together", ...given("join") } as never)
    expect(joined).toMatchObject({ ok: true })
    const shelf = async () =>
      (await list("shelf", "--branch", "west")).text.split("\n").map((line) => line.trim().split(/ {2,}/))
    expect(await west.returnItem({ item: "b1", ...given("b1") })).toMatchObject({ ok: true })
    expect(await shelf()).toEqual([
      ["until", "slot", "of a set", "barcode", "title"],
      ["2026-03-09T22:59", "1 of 2", "b1", "Emma"]
    ])
    expect(await west.returnItem({ item: "b2", ...given("b2") })).toMatchObject({ ok: true })
    const taken = await west.takeSlot({ reservation: reservations[0] as never, slot: slotId, ...given("take") })
    expect(taken).toMatchObject({ ok: true })
    await library.close()
    expect(await shelf()).toEqual([
      ["until", "slot", "of a set", "barcode", "title"],
      ["2026-03-09T22:59", "Locker 7", "b1", "Emma"],
      ["2026-03-09T22:59", "b2", "Persuasion"]
    ])
  })

  it("answers as JSON", async () => {
    await waitedFor()
    expect(JSON.parse((await list("pull", "--branch", "main", "--json")).text)).toMatchObject([{ barcode: "b1" }])
  })

  it("prints the queue of a title with what is to be expected, by its id or a barcode, and how its copies stand", async () => {
    await waitedFor()
    const titleId = JSON.parse((await list("demand", "--json")).text).find(
      ({ title }: { readonly title: { readonly title: string } }) => title.title === "Emma"
    ).title.titleId
    const queue = await list("queue", "b1")
    expect(await list("queue", titleId)).toEqual(queue)
    const [head, first, ...others] = queue.text.split("\n").map((line) => line.trim().split(/ {2,}/))
    expect(head).toEqual(["place", "since", "pick up at", "state", "days, half", "eight in ten", "reservation"])
    expect(first?.slice(0, 4)).toEqual(["1", "2026-03-02T09:00", "west", "waiting"])
    expect(first?.[4]).toMatch(/^\d+(\.\d)?$/)
    expect(first?.[5]).toMatch(/^\d+(\.\d)? to \d+(\.\d)?$/)
    expect(others).toEqual([])
    const told = JSON.parse((await list("queue", "b1", "--json")).text)
    expect(told).toMatchObject([
      { position: 1, reservation: { pickupBranch: "west" }, wait: { low: expect.anything() } }
    ])
    const library = await openDatabase(join(folder, "library.sqlite"))
    const { rows } = await library.scan("library", "document", null, 9)
    const rules = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
    const content = { ...rules, transfers: { forbidden: [{ from: "main", to: "west" }] } }
    const published = await library.publishPolicy({ tenant: "library", content, at: Date.parse(at), by: "anna" })
    await library.close()
    expect(published.ok).toBe(true)
    const [, kept] = (await list("queue", "b1")).text.split("\n").map((line) => line.trim().split(/ {2,}/))
    expect(kept?.slice(4, 6)).toEqual(["?", "no copy expected"])
    expect(await list("queue", "b9")).toEqual({ code: 2, text: "b9: no title has this id, no copy this barcode" })
    expect((await list("copies", "b1")).text.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["barcode", "at", "status", "until"],
      ["b1", "main", "available"]
    ])
    expect((await list("copies", "b2")).text).toContain("missing")
  })

  it("prints the pickup slots of a branch that may still be taken", async () => {
    await waitedFor()
    expect(await list("slots", "--branch", "west")).toEqual({ code: 0, text: "there are no pickup slots" })
    const library = await openDatabase(join(folder, "library.sqlite"))
    const actor = { kind: "staff", id: "anna", permissions: new Set(["pickupSlots.write"]) } as never
    const west = library.at({ tenant: "library", branch: "west", actor, channel: "desk" })
    const slot = { kind: "locker", name: "Locker 7", capacity: 2, at: Date.parse(at), key: "slot" } as const
    expect(await west.addPickupSlot(slot)).toMatchObject({ ok: true })
    await library.close()
    expect(
      (await list("slots", "--branch", "west")).text.split("\n").map((line) => line.trim().split(/ {2,}/))
    ).toEqual([
      ["taken", "of", "from", "until", "kind", "name"],
      ["0", "2", "locker", "Locker 7"]
    ])
  })

  it("tells of a branch that there is none of", async () => {
    await waitedFor()
    expect(await list("shelf", "--branch", "wset")).toEqual({
      code: 2,
      text: "--branch wset: expected one of main, west"
    })
  })
})
