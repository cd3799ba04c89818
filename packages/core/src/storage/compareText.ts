/**
 * Order of text by code point, which is the order of its UTF-8 bytes: what SQLite's BINARY and PostgreSQL's "C" give.
 * JavaScript's own `<` differs, as it puts characters beyond U+FFFF before U+E000.
 */
export const compareText = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/** Surrogates stand for characters beyond all others, so they rank after U+FFFF. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
