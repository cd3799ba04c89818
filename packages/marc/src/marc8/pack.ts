import { deflateSync, inflateSync } from "fflate"
import { fromBase64, toBase64 } from "./base64.ts"

/** One line of the Library of Congress's code tables. */
export interface CodeRow {
  /** Final byte of the escape sequence that selects the set: 0x31 is EACC. */
  readonly charset: number
  /** The bytes in MARC-8, read as one number; of a 94-character set the byte of its G0 form. */
  readonly code: number
  /** The Unicode code point. */
  readonly character: number
  /** In MARC-8 the mark stands before its letter. */
  readonly combining: boolean
}

/**
 * The rows as text: sorted by set and code, each code as its distance from the one before, each character
 * likewise, as varints, deflated, base64. 16,406 rows take 33 kB. Inverse of `unpackCodetables`.
 */
export const packCodetables = (rows: ReadonlyArray<CodeRow>): string => {
  const sorted = rows.toSorted((a, b) => a.charset - b.charset || a.code - b.code)
  const keys: Array<number> = []
  const characters: Array<number> = []
  let previous: CodeRow = { charset: 0, code: 0, character: 0, combining: false }
  for (const row of sorted) {
    const sameSet = row.charset === previous.charset
    pushVarint(keys, row.charset - previous.charset)
    pushVarint(keys, (sameSet ? row.code - previous.code : row.code) * 2 + (row.combining ? 1 : 0))
    pushVarint(characters, zigzag(row.character - previous.character))
    previous = row
  }
  // Apart, the two columns deflate far better than in turns.
  return toBase64(deflateSync(Uint8Array.from([...varint(rows.length), ...keys, ...characters]), { level: 9 }))
}

export const unpackCodetables = (packed: string): ReadonlyArray<CodeRow> => {
  const next = varintsOf(inflateSync(fromBase64(packed)))
  const keys = Array.from({ length: next() }, () => ({ step: next(), code: next() }))
  let [charset, code, character] = [0, 0, 0]
  return keys.map((key) => {
    code = (key.step === 0 ? code : 0) + (key.code >> 1)
    charset += key.step
    character += unzigzag(next())
    return { charset, code, character, combining: (key.code & 1) === 1 }
  })
}

const zigzag = (n: number): number => (n < 0 ? -n * 2 - 1 : n * 2)
const unzigzag = (n: number): number => (n & 1 ? -((n + 1) >> 1) : n >> 1)

const varint = (n: number): Array<number> => {
  const bytes: Array<number> = []
  pushVarint(bytes, n)
  return bytes
}

const pushVarint = (bytes: Array<number>, n: number): void => {
  let rest = n
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  bytes.push(rest)
}

const varintsOf = (bytes: Uint8Array): (() => number) => {
  let at = 0
  return () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
}
