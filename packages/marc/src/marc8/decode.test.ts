import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bytesOf } from "../../test/samples.ts"
import { decodeMarc8 } from "./decode.ts"
import { packedCodetables } from "./generated/codetables.ts"
import { type CodeRow, unpackCodetables } from "./pack.ts"

const esc = "\x1b"
const decode = (text: string): string => decodeMarc8(bytesOf(text)).text

/** The bytes of a row's code, in G0 form or, with the high bit, in G1 form. */
const codeBytes = ({ charset, code }: CodeRow, highBit: number): string => {
  const bytes = charset === 0x31 ? [code >> 16, (code >> 8) & 0xff, code & 0xff] : [code]
  return String.fromCharCode(...bytes.map((byte) => byte | highBit))
}

/** The escape sequence that selects a row's set into G0 (`(`) or G1 (`)`). */
const selecting = ({ charset }: CodeRow, into: "(" | ")"): string => {
  if (charset === 0x31) return into === "(" ? `${esc}$1` : `${esc}$)1`
  return `${esc}${into}${charset === 0x45 ? "!" : ""}${String.fromCharCode(charset)}`
}

const rows = unpackCodetables(packedCodetables)
/** Blanks and control characters stand outside the sets; 0x1B begins an escape sequence. */
const inSets = rows.filter(({ charset, code }) => charset === 0x31 || (code > 0x20 && code < 0x80))
const expected = ({ character }: CodeRow): string => String.fromCodePoint(character).normalize("NFC")

describe("the code tables", () => {
  it("give every character by itself, selected into G0", () => {
    for (const row of inSets)
      expect({ row, ...decodeMarc8(bytesOf(selecting(row, "(") + codeBytes(row, 0))) }).toEqual({
        row,
        text: expected(row),
        unknown: 0
      })
  })

  it("give every character by itself, selected into G1", () => {
    // Seven codes of EACC have a byte that is outside of G1 when the high bit is set.
    const inG1 = inSets.filter((row) => !/[\x80-\xa0\xff]/.test(codeBytes(row, 0x80)))
    expect(inSets.length - inG1.length).toBe(7)
    for (const row of inG1)
      expect({ row, ...decodeMarc8(bytesOf(selecting(row, ")") + codeBytes(row, 0x80))) }).toEqual({
        row,
        text: expected(row),
        unknown: 0
      })
  })

  it("give every mark on a letter, behind it", () => {
    for (const row of inSets.filter(({ combining }) => combining))
      expect(decode(`${selecting(row, "(")}${codeBytes(row, 0)}${esc}(Bo`)).toBe(
        `o${String.fromCodePoint(row.character)}`.normalize("NFC")
      )
  })

  it("are all in a set, but for the blank, the controls of ASCII and those of 0x80 to 0x9F", () => {
    const outside = rows.filter((row) => !inSets.includes(row)).map(({ charset, code }) => [charset, code])
    expect(outside).toEqual([
      [0x34, 0x8d],
      [0x34, 0x8e],
      [0x42, 0x1b],
      [0x42, 0x1d],
      [0x42, 0x1e],
      [0x42, 0x1f],
      [0x42, 0x20],
      [0x45, 0x88],
      [0x45, 0x89],
      [0x45, 0x8d],
      [0x45, 0x8e]
    ])
    expect(decode("a\x20b")).toBe("a b")
    expect(decode("\x88The\x89 end")).toBe("\u0098The\u009c end")
    expect(decode("a\x8db\x8ec")).toBe("a\u200db\u200cc")
  })
})

describe("decodeMarc8", () => {
  it.each([
    ["ASCII", "Plain text", "Plain text"],
    ["a mark before its letter", "caf\xe2e", "café"],
    ["two marks on one letter, the first nearest", "\xf2\xe3a", "ậ"],
    ["Vietnamese", "H\xe1a-ti\xe3en", "Hà-tiên"],
    ["a tie over two letters as one mark", "\xebi\xeca", "i\u0361a"],
    ["a tilde over two letters as one mark", "\xfan\xfbg", "n\u0360g"],
    ["the second half of a tie alone", "\xeca", "a\ufe21"],
    ["subscripts", `H${esc}b2${esc}sO`, "H₂O"],
    ["superscripts and Greek symbols", `E${esc}p3${esc}s ${esc}ga${esc}s`, "E³ α"],
    ["Cyrillic", `${esc}(NmOSKWA${esc}(B 1990`, "Москва 1990"],
    ["Hebrew, selected with a comma", `${esc},2ylem${esc},B`, "שלום"],
    ["a set in G1", `${esc})N\xed\xcf\xd3\xcb\xd7\xc1`, "Москва"],
    ["EACC", `${esc}$1!0d!5,${esc}(B`, "人口"],
    ["a blank within EACC", `${esc}$1!0d !5,${esc}(B.`, "人 口."],
    ["a mark that waits across an escape", `\xe2${esc}(Be`, "é"],
    ["a mark at the end", "x\xe2", "x\u0301".normalize("NFC")],
    ["what MARC-8 lacks, by number", "&#x4E2D;&#x1F600;", "中😀"],
    ["numbers that are no character", "&#xFFFFFF;", "&#xFFFFFF;"]
  ])("reads %s", (_, marc8, text) => {
    expect(decodeMarc8(bytesOf(marc8))).toEqual({ text, unknown: 0 })
  })

  it.each([
    ["a code that is in no table", "a\xffb", "a\ufffdb", 1],
    ["an escape that selects nothing", `a${esc}?b`, "a?b", 1],
    ["ASCII that forgot its escape, behind Greek", `${esc}(Sa :`, "α :", 1],
    ["ASCII that forgot its escape, behind EACC", `${esc}$1!0d!5,;`, "人口;", 1],
    ["a byte lost from EACC: what follows is in step again", `${esc}$1!0!5,!0d!5,${esc}(B`, "一\ufffd人口", 1],
    ["EACC cut short", `${esc}$1!0d!5`, "人\ufffd", 1]
  ])("marks %s and goes on", (_, marc8, text, unknown) => {
    expect(decodeMarc8(bytesOf(marc8))).toEqual({ text, unknown })
  })

  it("never throws, and gives composed text, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x1b, 0x24, 0x31, 0x28, 0x42))),
        (bytes) => {
          const { text, unknown } = decodeMarc8(Uint8Array.from(bytes))
          expect(text).toBe(text.normalize("NFC"))
          expect(unknown).toBeLessThanOrEqual(bytes.length)
        }
      )
    )
  })

  it("takes time in proportion to the damage", () => {
    const damaged = bytesOf(`${esc}$1${"\x7e\x7e\x7e".repeat(300_000)}`)
    const start = performance.now()
    expect(decodeMarc8(damaged).unknown).toBe(300_000)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
