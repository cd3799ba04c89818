import { deflateSync, inflateSync } from "fflate"
import type { MarcRecord } from "../record.ts"
import { dictionary } from "./dictionary.ts"
import { deserialise, serialise } from "./serialise.ts"

/** Raw deflate with a preset dictionary, by whatever does it best. */
export interface Deflate {
  readonly deflate: (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array
  /** Throws when the bytes are not what `deflate` gave. */
  readonly inflate: (bytes: Uint8Array, dictionary: Uint8Array) => Uint8Array
}

export interface Compression {
  /**
   * The whole record in about a third of its size, for keeping: leader, fields, their order, everything but the
   * lengths and addresses of its file. Separators of ISO 2709 inside a text become blanks.
   */
  readonly compressRecord: (record: MarcRecord) => Uint8Array
  /** Inverse of `compressRecord`, by whichever entry it was compressed. Throws `NotACompressedRecord`. */
  readonly decompressRecord: (bytes: Uint8Array) => MarcRecord
}

/** The bytes are damaged, are something else, or were written by a later version. */
export class NotACompressedRecord extends Error {
  override readonly name = "NotACompressedRecord"
}

/** The first byte says how the rest is written. */
const version = 1

export const compressionBy = ({ deflate, inflate }: Deflate): Compression => ({
  compressRecord: (record) => {
    const deflated = deflate(encoder.encode(serialise(record)), dictionary)
    const bytes = new Uint8Array(deflated.length + 1)
    bytes[0] = version
    bytes.set(deflated, 1)
    return bytes
  },
  decompressRecord: (bytes) => {
    if (bytes[0] !== version) throw new NotACompressedRecord(`version ${bytes[0]} of compressed records is not known`)
    try {
      return deserialise(decoder.decode(inflate(bytes.subarray(1), dictionary)))
    } catch (cause) {
      throw new NotACompressedRecord("the compressed record is damaged", { cause })
    }
  }
})

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** In any runtime. */
const portableCompression: Compression = compressionBy({
  deflate: (bytes, dictionary) => deflateSync(bytes, { dictionary }),
  inflate: (bytes, dictionary) => inflateSync(bytes, { dictionary })
})

export const { compressRecord, decompressRecord } = portableCompression
