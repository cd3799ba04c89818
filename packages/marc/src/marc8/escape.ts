import { charset } from "./tables.ts"

/** What an escape sequence selects, and how many bytes it takes. */
export interface Escape {
  readonly into: "g0" | "g1"
  readonly charset: number
  readonly length: number
}

/** Sets selected by one byte alone ("technique 1"): Greek symbols, subscripts, superscripts, back to ASCII. */
const shortForms: Readonly<Record<number, number>> = { 103: 0x67, 98: 0x62, 112: 0x70, 115: charset.ascii }

/** The sets of the long forms; those of one byte are met in them too. */
const finals: ReadonlySet<number> = new Set([0x31, 0x32, 0x33, 0x34, 0x42, 0x45, 0x4e, 0x51, 0x53, 0x62, 0x67, 0x70])

/**
 * Reads the escape sequence that begins at `at`, or `undefined` when there is none that MARC-8 knows.
 * Forms: ESC s; ESC ( F, ESC , F into G0; ESC ) F, ESC - F into G1; the same behind `$` for sets of three bytes,
 * where ESC $ F alone means G0; ANSEL writes its F as `!E`. Source: MARC 21 Specifications, MARC-8 environment.
 */
export const escapeAt = (bytes: Uint8Array, at: number): Escape | undefined => {
  const short = shortForms[bytes[at + 1] ?? 0]
  if (short !== undefined) return { into: "g0", charset: short, length: 2 }
  let next = at + 1
  const multibyte = bytes[next] === 0x24
  if (multibyte) next += 1
  const intermediate = bytes[next]
  const g1 = intermediate === 0x29 || intermediate === 0x2d
  const g0 = intermediate === 0x28 || intermediate === 0x2c
  if (g0 || g1) next += 1
  else if (!multibyte) return undefined
  if (bytes[next] === 0x21) next += 1
  const final = bytes[next] ?? 0
  if (!finals.has(final) || multibyte !== (final === charset.eacc)) return undefined
  return { into: g1 ? "g1" : "g0", charset: final, length: next - at + 1 }
}
