import type { DataField, Field, MarcRecord, Subfield } from "../src/record.ts"

const encoder = new TextEncoder()

/** Bytes of a text whose characters are all below U+0100, one each: for writing MARC-8 in tests. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** A data field from `"245 10$aTitle /$cWho"`. */
export const field = (written: string): DataField => {
  const subfields = written.slice(6).split("$").slice(1)
  return {
    tag: written.slice(0, 3),
    ind1: written.charAt(4),
    ind2: written.charAt(5),
    subfields: subfields.map((subfield): Subfield => ({ code: subfield.charAt(0), value: subfield.slice(1) }))
  }
}

/** A MARC 21 record from control fields (`"001 abc"`) and data fields (as for `field`). */
export const marc21 = (leader: string, ...fields: ReadonlyArray<string>): MarcRecord => ({
  leader: leader.padEnd(24),
  fields: fields.map(anyField),
  dialect: "marc21"
})

export const unimarc = (leader: string, ...fields: ReadonlyArray<string>): MarcRecord => ({
  ...marc21(leader, ...fields),
  dialect: "unimarc"
})

const anyField = (written: string): Field =>
  written.startsWith("00") ? { tag: written.slice(0, 3), value: written.slice(4) } : field(written)

/** How a sample of ISO 2709 departs from what is right. */
export interface IsoFaults {
  /** Leader positions 5 to 11. */
  readonly kind?: string
  readonly length?: string
  readonly base?: string
  readonly directory?: (directory: string) => string
  readonly terminator?: string
}

/** ISO 2709 from tags and the bytes of fields, one character a byte, with the faults that a test asks for. */
export const iso2709 = (
  fields: ReadonlyArray<readonly [tag: string, data: string]>,
  faults: IsoFaults = {}
): Uint8Array => {
  let directory = ""
  let data = ""
  for (const [tag, content] of fields) {
    directory += tag + digits(content.length + 1, 4) + digits(data.length, 5)
    data += `${content}\x1e`
  }
  directory = faults.directory?.(directory) ?? directory
  const start = faults.base ?? digits(24 + directory.length + 1, 5)
  const { kind = "nam  22", terminator = "\x1d" } = faults
  const body = `${kind}${start}   4500${directory}\x1e${data}${terminator}`
  return bytesOf((faults.length ?? digits(5 + body.length, 5)) + body)
}

const digits = (value: number, length: number): string => String(value).padStart(length, "0")

export const concat = (...parts: ReadonlyArray<Uint8Array>): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

/** An input in chunks of this size. */
export async function* chunked(bytes: Uint8Array, size: number = bytes.length): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += Math.max(1, size)) yield bytes.subarray(at, at + Math.max(1, size))
}

export const gathered = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}
