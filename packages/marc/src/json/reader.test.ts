import { describe, expect, it } from "vitest"
import { field, utf8 } from "../../test/samples.ts"
import { defaultLimits, type Limits } from "../reading/limits.ts"
import type { ReadResult } from "../reading/result.ts"
import { JsonLinesReader } from "./reader.ts"

const read = (text: string, size: number = 10_000, limits: Partial<Limits> = {}): ReadonlyArray<ReadResult> => {
  const bytes = utf8(text)
  const reader = new JsonLinesReader({ dialect: "auto", encoding: "auto", limits: { ...defaultLimits, ...limits } })
  const results: Array<ReadResult> = []
  for (let at = 0; at < bytes.length && !reader.stopped; at += size)
    results.push(...reader.push(bytes.subarray(at, at + size)))
  return [...results, ...reader.end()]
}

const line = `{"leader":"00000nam a2200000 a 4500","fields":[{"001":"a"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Tïtle"}]}}]}`

describe("JsonLinesReader", () => {
  it.each([10_000, 1, 50])("reads one record a line, in chunks of %i bytes", (size) => {
    expect(read(`${line}\n\n${line}`, size)).toMatchObject(
      [0, utf8(line).length + 2].map((offset, index) => ({
        ok: true,
        syntax: "json",
        position: { record: index + 1, offset },
        record: { dialect: "marc21", fields: [{ tag: "001", value: "a" }, field("245 10$aTïtle")] }
      }))
    )
  })

  it.each([
    ["no JSON", "{oops"],
    ["a list", "[]"],
    ["no fields", '{"leader":"x"}'],
    ["no leader", '{"fields":[]}'],
    ["a field that is a number", '{"leader":"","fields":[{"001":1}]}'],
    ["a field without subfields", '{"leader":"","fields":[{"245":{"ind1":"1"}}]}'],
    ["a subfield that is no text", '{"leader":"","fields":[{"245":{"subfields":[{"a":null}]}}]}']
  ])("rejects %s and goes on", (_, bad) => {
    expect(read(`${bad}\n${line}`)).toMatchObject([{ ok: false, reason: { code: "JsonUnreadable" } }, { ok: true }])
  })

  it("leaves out a field whose tag is none, __proto__ too", () => {
    const results = read('{"leader":"00000nam a2200000 a 4500","fields":[{"__proto__":"x"},{"001":"a"}]}')
    expect(results).toMatchObject([{ ok: true, repairs: [{ code: "TagWrong" }], record: { fields: [{ tag: "001" }] } }])
  })

  it("turns separators of ISO 2709 into blanks, and says so", () => {
    const results = read('{"leader":"00000nam a2200000 a 4500","fields":[{"001":"a\\u001eb"}]}')
    expect(results).toMatchObject([
      { ok: true, repairs: [{ code: "ControlCharacters" }], record: { fields: [{ value: "a b" }] } }
    ])
  })

  it("keeps no more than the limit of a line too long", () => {
    const results = read(`{"leader":"${"x".repeat(5_000)}"}\n${line}`, 100, { recordBytesMax: 1_000 })
    expect(results).toMatchObject([{ ok: false, reason: { code: "RecordTooLong" } }, { ok: true }])
    expect(results[0]?.raw).toHaveLength(1_000)
  })
})
