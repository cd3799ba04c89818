import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { type MarcRecord, writeIso2709 } from "@openshelf/marc"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { failureText } from "./commands/failureText.ts"
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

  it("names the columns that are missing, and takes nothing over", async () => {
    await open()
    const { code, text } = await run("import", "readers", file("wrong.csv", "number,who\n1,Ada\n"))
    expect(code).toBe(2)
    expect(text).toContain("columns missing: card, name, category, home_branch; the file has: number, who")
  })
})

describe("openshelf with what cannot be used", () => {
  it("names the line of a mistake in a policy, and opens nothing", async () => {
    const wrong = file("wrong.jsonc", policy.replace('"lendable": true', '"lendabel": true'))
    const { code, text } = await run("open", "--policy", wrong, "--calendar", file("calendar.json", calendar))
    expect(code).toBe(2)
    expect(text).toMatch(/wrong\.jsonc:5: .*lendabel.*did you mean "lendable"/)
  })

  it.each([
    ["a file that is not there", ["import", "marc", "/nowhere/at/all.mrc"], /no such file/],
    ["an instant without a zone", ["check", "--at", "2026-01-01T00:00"], /with a zone/],
    ["a library system that nobody opened", ["import", "readers", "FILE"], /no such library system/],
    ["a port that is none", ["serve", "--port", "99999"], /expected a number from 0 to 65535/]
  ])("says what is wrong with %s", async (_, words, expected) => {
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
    for (const name of ["open", "publish", "import", "check", "replay", "token", "serve"])
      expect(help).toContain(`\n  ${name} `)
  })
})

describe("openshelf nightly", () => {
  it("says how many reservations it expired, and ends well where there are none", async () => {
    await open()
    expect(await run("nightly")).toEqual({ code: 0, text: "0 expired, 0 handed on to the next in the queue" })
    expect(JSON.parse((await run("nightly", "--json")).text)).toEqual({ expired: 0, handedOn: 0, failed: [] })
  })
})
