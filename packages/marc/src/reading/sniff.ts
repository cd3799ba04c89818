import type { Syntax } from "./result.ts"

/** Bytes of a start that suffice: a byte order mark and some blank lines may come first. */
export const sniffBytes = 512

export const isGzip = (first: Uint8Array): boolean => first[0] === 0x1f && first[1] === 0x8b && first[2] === 8

/** The UTF-16 that a byte order mark announces, or that XML shows by a `<` of two bytes. */
export const utf16Of = (first: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  const [a, b] = first
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le"
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be"
  return undefined
}

/** By the first character that is no blank: what is neither XML nor JSON is taken for ISO 2709. */
export const syntaxOf = (first: Uint8Array): Syntax => {
  const sign = first.find((byte) => byte > 0x20)
  if (sign === 0x3c) return "xml"
  return sign === 0x7b || sign === 0x5b ? "json" : "iso2709"
}

/** A UTF-8 byte order mark becomes three blanks, so that no reader stumbles over it and no position moves. */
export const withoutByteOrderMark = (first: Uint8Array): Uint8Array => {
  if (first[0] !== 0xef || first[1] !== 0xbb || first[2] !== 0xbf) return first
  const copy = first.slice()
  copy.fill(0x20, 0, 3)
  return copy
}
