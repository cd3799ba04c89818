import { escapeAt } from "./escape.ts"
import { type Codetables, charset, codetables } from "./tables.ts"

/** Text that came from MARC-8, and how many of its codes no table knows. */
export interface Marc8Text {
  /** In Unicode's composed form (NFC); each unknown code is U+FFFD. */
  readonly text: string
  readonly unknown: number
}

/**
 * Decodes one piece of MARC-8: a subfield's or a control field's data. ASCII and ANSEL are selected at its start,
 * whatever stood before: an escape sequence reaches no further than its subfield.
 * Marks, which MARC-8 writes before their letter, move behind it. `&#x4E2D;` is the character of that number, the
 * Library of Congress's way to write what MARC-8 lacks. Never throws.
 */
export const decodeMarc8 = (bytes: Uint8Array): Marc8Text => {
  const run = new Decoding(codetables())
  for (let at = 0; at < bytes.length; ) at += run.step(bytes, at)
  return run.finish()
}

const replacement = 0xfffd
const escapeByte = 0x1b
const eaccBytes = 3

class Decoding {
  private readonly tables: Codetables
  private g0: number = charset.ascii
  private g1: number = charset.ansel
  private out = ""
  private marks = ""
  private unknown = 0
  /** Whether the last letter has the first half of a mark over two letters. */
  private joining = false

  constructor(tables: Codetables) {
    this.tables = tables
  }

  /** Takes what stands at `at`; gives the number of bytes used. */
  step(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] ?? 0
    if (byte === escapeByte) return this.escape(bytes, at)
    if (byte <= 0x20) return this.letter(byte)
    if (byte >= 0x80 && byte <= 0x9f) return this.letter(this.tables.controls.get(byte) ?? this.lost())
    const set = byte < 0x80 ? this.g0 : this.g1
    if (set === charset.eacc) return this.ideograph(bytes, at)
    return this.single(set, byte & 0x7f)
  }

  finish(): Marc8Text {
    const text = (this.out + this.marks).replace(/&#x([0-9A-Fa-f]{4,6});/g, referred).normalize("NFC")
    return { text, unknown: this.unknown }
  }

  private escape(bytes: Uint8Array, at: number): number {
    const found = escapeAt(bytes, at)
    if (found === undefined) {
      this.unknown += 1
      return 1
    }
    this[found.into] = found.charset
    return found.length
  }

  private single(set: number, byte: number): number {
    const meaning = this.tables.singles.get(set)?.[byte] ?? 0
    if (meaning & 1) return this.mark(meaning >> 1)
    if (meaning > 0) return this.letter(meaning >> 1)
    this.unknown += 1
    // Records forget to go back to ASCII: what the set does not have, ASCII may.
    return this.letter(set !== charset.ansel && byte > 0x20 && byte < 0x7f ? byte : replacement)
  }

  private ideograph(bytes: Uint8Array, at: number): number {
    const character = this.eaccAt(bytes, at)
    if (character !== undefined) {
      this.letter(character)
      return eaccBytes
    }
    const step = skipLost(bytes, at, (from) => this.eaccAt(bytes, from) !== undefined)
    this.unknown += 1
    this.letter(step === 1 && isPunctuation(bytes[at]) ? (bytes[at] ?? 0) : replacement)
    return step
  }

  private eaccAt(bytes: Uint8Array, at: number): number | undefined {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    return this.tables.eacc.get(((a & 0x7f) << 16) | ((b & 0x7f) << 8) | (c & 0x7f))
  }

  private letter(character: number): number {
    this.out += String.fromCodePoint(character) + this.marks
    this.joining = /[\u0360\u0361]/.test(this.marks)
    this.marks = ""
    return 1
  }

  /** A tie or tilde over two letters is one mark in Unicode: its second half, before the second letter, is dropped. */
  private mark(character: number): number {
    const secondHalf = character === 0xfe21 || character === 0xfe23
    if (!secondHalf || !this.joining) this.marks += String.fromCodePoint(character)
    return 1
  }

  private lost(): number {
    this.unknown += 1
    return replacement
  }
}

/** The signs that cataloguing rules put behind a title's parts, in ASCII, and that often forget to go back to it. */
const isPunctuation = (byte: number | undefined): boolean =>
  byte !== undefined && ".,:;/=)]".includes(String.fromCharCode(byte))

const referred = (reference: string, hex: string): string => {
  const character = Number.parseInt(hex, 16)
  return character > 0x10ffff ? reference : String.fromCodePoint(character)
}

/**
 * Where to go on behind an EACC code that no table has. Records lose single bytes, and then every code after the
 * gap is cut wrongly: of one, two and three bytes the step is taken after which most codes are known.
 */
const skipLost = (bytes: Uint8Array, at: number, known: (from: number) => boolean): number => {
  // No further than a line of text, so that long damage costs no more than its length.
  const line = bytes.subarray(at, at + 32 * eaccBytes)
  const escaped = line.indexOf(escapeByte)
  const end = at + (escaped < 0 ? line.length : escaped)
  const knownAfter = (step: number): number => {
    let count = 0
    for (let from = at + step; from + eaccBytes <= end; from += eaccBytes) if (known(from)) count += 1
    return count
  }
  const best = [eaccBytes, 2, 1].reduce((best, step) => (knownAfter(step) > knownAfter(best) ? step : best))
  return Math.max(1, Math.min(best, end - at))
}
