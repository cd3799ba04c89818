/** What begins at a `<`, as far as finding records goes. Names are without their prefix. */
export type Markup =
  | { readonly kind: "open" | "close"; readonly name: string }
  /** Nothing counts before `until`. */
  | { readonly kind: "skip"; readonly until: Uint8Array }
  | { readonly kind: "doctype" }
  | { readonly kind: "other" }
  /** Too few bytes to tell. */
  | { readonly kind: "unknown" }

/** As much as a tag's name takes; MARCXML's are shorter. */
const lookaheadBytes = 64

/** `at` is the place of a `<`; `complete`: nothing comes behind these bytes. */
export const markupAt = (bytes: Uint8Array, at: number, complete: boolean): Markup => {
  const sign = bytes[at + 1]
  if (sign === lessThan) return other
  const whole = complete || bytes.length - at >= lookaheadBytes
  if (sign === 0x21 || sign === 0x3f) return declarationAt(bytes, at, whole)
  const name = nameAt(bytes, sign === 0x2f ? at + 2 : at + 1)
  if (name === undefined) return whole ? other : { kind: "unknown" }
  return name === "" ? other : { kind: sign === 0x2f ? "close" : "open", name }
}

const other: Markup = { kind: "other" }

/** Names of elements that matter here, by length. */
const names: ReadonlyMap<number, Uint8Array> = new Map(
  ["record", "collection"].map((name) => [name.length, new TextEncoder().encode(name)])
)

/** The name that begins here, without its prefix, "" when it is none that matters; `undefined` when it has no end. */
const nameAt = (bytes: Uint8Array, from: number): string | undefined => {
  let start = from
  for (let at = from; at < from + lookaheadBytes && at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === colon) start = at + 1
    if (byte > 0x20 && byte !== slash && byte !== greaterThan) continue
    const name = names.get(at - start)
    return name?.every((letter, index) => bytes[start + index] === letter) ? String.fromCharCode(...name) : ""
  }
  return undefined
}

const lessThan = 0x3c
const colon = 0x3a
const slash = 0x2f
const greaterThan = 0x3e

const declarationAt = (bytes: Uint8Array, at: number, whole: boolean): Markup => {
  const head = String.fromCharCode(...bytes.subarray(at, at + lookaheadBytes))
  const skip = skipped.find(([start]) => head.startsWith(start))
  if (skip) return { kind: "skip", until: skip[1] }
  if (/^<!\w/.test(head)) return { kind: "doctype" }
  return whole ? other : { kind: "unknown" }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const skipped: ReadonlyArray<readonly [start: string, until: Uint8Array]> = [
  ["<!--", bytesOf("-->")],
  ["<![CDATA[", bytesOf("]]>")],
  ["<?", bytesOf("?>")]
]

/** Place of the sequence at or behind `from`, or -1. */
export const indexOfBytes = (bytes: Uint8Array, sequence: Uint8Array, from: number): number => {
  let at = bytes.indexOf(sequence[0] ?? 0, from)
  while (at >= 0 && !sequence.every((byte, index) => bytes[at + index] === byte))
    at = bytes.indexOf(sequence[0] ?? 0, at + 1)
  return at
}
