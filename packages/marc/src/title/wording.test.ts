import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { field } from "../../test/samples.ts"
import { heading, joined, shown } from "./wording.ts"

describe("shown", () => {
  it.each([
    ["A title /", "A title"],
    ["New York :", "New York"],
    ["  two   blanks ", "two blanks"],
    ["e\u0301te\u0301", "été"],
    ["\u0098The \u009cend", "The end"],
    ["\u0088La \u0089favola", "La favola"],
    ["line\nbreak\ttab", "line break tab"],
    ["by Jane Austen.", "by Jane Austen"],
    ["1775-1817.", "1775-1817"],
    ["Smith, J.", "Smith, J."],
    ["Bantam ed.", "Bantam ed."],
    ["King, Martin Luther, Jr.", "King, Martin Luther, Jr."],
    ["中西直樹編・解題.", "中西直樹編・解題"],
    ["[Paris].", "[Paris]"],
    ["What next?", "What next?"],
    ["Wait...", "Wait..."],
    [" / ", ""]
  ])("%j is %j", (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it("is composed, without control characters or blanks to cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const result = shown(text)
        expect(result).toBe(result.normalize("NFC").trim())
        expect(result).not.toMatch(/[\0-\x1f\x7f-\x9f]/)
      })
    )
  })
})

describe("joined", () => {
  const leadIns = { b: " : ", n: ". ", p: ". " }
  it.each([
    ["245 10$aA title :$brest /$cwho", "A title : rest"],
    ["245 10$aA title$brest", "A title : rest"],
    ["245 10$aA title$n2,$pThe part", "A title. 2, The part"],
    ["245 10$bA rest first", "A rest first"],
    ["245 10$a$b ", ""],
    ["245 10$aA$b, and B", "A, and B"]
  ])("%j is %j", (written, expected) => {
    expect(joined(field(written), "abnp", leadIns)).toBe(expected)
  })
})

describe("heading", () => {
  it.each([
    ["650  0$aRailroads$zSweden$xHistory.", "Railroads--Sweden--History"],
    ["600 10$aAusten, Jane,$d1775-1817.", "Austen, Jane, 1775-1817"],
    ["650  0$xHistory", "History"]
  ])("%j is %j", (written, expected) => {
    expect(heading(field(written), { tag: "6xx", codes: "ad", subdivisions: "vxyz" })).toBe(expected)
  })
})
