import { GzipBroken, type Unpack } from "./gunzip.ts"
import { openingOf, wholeOf } from "./opening.ts"
import type { Syntax } from "./result.ts"
import { isGzip, sniffBytes, syntaxOf, utf16Of, withoutByteOrderMark } from "./sniff.ts"

/** An input made ready: unpacked, and in an encoding in which ASCII is ASCII. */
export interface Expanded {
  readonly syntax: Syntax
  readonly chunks: AsyncIterable<Uint8Array>
  /** What was wrong with the compression, known when `chunks` is through. */
  readonly broken: () => string | null
}

/** Tells by content what the input is. Throws only what the source throws. */
export const expand = async (source: AsyncIterable<Uint8Array>, unpack: Unpack): Promise<Expanded> => {
  let broken: string | null = null
  const mended = async function* (packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* unpack(packed)
    } catch (error) {
      if (!(error instanceof GzipBroken)) throw error
      broken = error.message
    }
  }
  const packed = await openingOf(source, sniffBytes)
  const { first, rest } = isGzip(packed.first) ? await openingOf(mended(wholeOf(packed)), sniffBytes) : packed
  const utf16 = utf16Of(first)
  const chunks = wholeOf({ first: withoutByteOrderMark(first), rest })
  return {
    syntax: utf16 === undefined ? syntaxOf(withoutByteOrderMark(first)) : "xml",
    chunks: utf16 === undefined ? chunks : asUtf8(chunks, utf16),
    broken: () => broken
  }
}

async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }))
}
