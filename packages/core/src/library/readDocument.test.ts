import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readDocument } from "./readDocument.ts"

const branch = { name: { en: "Main" }, zone: "UTC", hours: {} }
const problems = async (content: string | object): Promise<ReadonlyArray<object>> => {
  const read = await readDocument("calendar", content)
  return Result.isFailure(read) ? read.failure : []
}

describe("a calendar as text", () => {
  it("may have comments and a byte order mark, as a policy may", async () => {
    const text = `\uFEFF// hours as of spring\n${JSON.stringify({ branches: { main: branch } })}`
    expect(Result.isSuccess(await readDocument("calendar", text))).toBe(true)
  })

  it("is refused with the line of each mistake", async () => {
    const text = `{ "branches": {\n  "main": { "name": {}, "zone": "Mars/Base",\n    "hours": { "mon": ["9-17"] } } } }`
    expect(await problems(text)).toEqual([
      { path: "branches.main.zone", expected: 'an IANA time zone, as Asia/Shanghai, not "Mars/Base"', line: 2 },
      { path: "branches.main.hours.mon.0", expected: 'a span of opening hours, as "09:00-17:30", not "9-17"', line: 3 }
    ])
    expect(await problems('{\n "branches": {}\n "x": 1 }')).toMatchObject([{ line: 3 }])
  })

  it("names no branch that reaches into prototypes, nor one twice", async () => {
    const text = (name: string): string => `{"branches":{"main":${JSON.stringify(branch)},"${name}":{}}}`
    for (const name of ["__proto__", "constructor", "main"]) expect(await problems(text(name))).toHaveLength(1)
    expect(await problems(JSON.parse(text("__proto__")))).toHaveLength(1)
  })
})

describe("a calendar", () => {
  it.each(["", "a\0b", "a\nb", "\ud800"])("has no branch of the code %j", async (code) => {
    expect(await problems({ branches: { main: branch, [code]: branch } })).not.toEqual([])
  })

  it.each([
    ["2026-02-02", "2026-02-01"],
    ["1900-01-01", "9999-12-31"]
  ])("has no exception from %s to %s", async (from, to) => {
    const exceptions = [{ from, to, closed: true }]
    expect(await problems({ branches: { main: { ...branch, exceptions } } })).toMatchObject([
      { path: "branches.main.exceptions.0" }
    ])
  })
})
