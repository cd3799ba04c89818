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
  const head = String.fromCharCode(...bytes.subarray(at, at + lookaheadBytes))
  for (const [start, until] of skipped) if (head.startsWith(start)) return { kind: "skip", until }
  const tag = /^<(\/?)(?:[^\s<>/:!?]*:)?([^\s<>/:!?]+)[\s/>]/.exec(head)
  if (tag) return { kind: tag[1] === "" ? "open" : "close", name: tag[2] ?? "" }
  if (/^<!\w/.test(head)) return { kind: "doctype" }
  return head.length < lookaheadBytes && !complete ? { kind: "unknown" } : { kind: "other" }
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
