import { type FlateError, FlateErrorCode, Gunzip } from "fflate"

/** Unpacks an input whose first bytes are gzip's. Throws `GzipBroken` behind what could be unpacked. */
export type Unpack = (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/** The compressed data are damaged or end too early. */
export class GzipBroken extends Error {}

/** Deflate makes at most some 1,032 bytes of one: pieces this small keep what a bomb makes of them small too. */
const pieceBytes = 4096

/**
 * Gzip in any runtime: any number of members, one behind the other; what stands behind the last and is no gzip is left
 * out, as gzip itself does. Checksums are not checked.
 */
export const unpackGzip: Unpack = async function* (source) {
  const unpacked: Array<Uint8Array> = []
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length > 0) unpacked.push(bytes)
  })
  for await (const piece of pieces(source)) {
    const broken = attempt(() => gunzip.push(piece))
    yield* unpacked.splice(0)
    // The first header was looked at before: a wrong one is that of something else behind the last member.
    if (broken?.code === FlateErrorCode.InvalidHeader) return
    if (broken !== undefined) throw new GzipBroken(broken.message)
  }
  const broken = attempt(() => gunzip.push(new Uint8Array(0), true))
  yield* unpacked.splice(0)
  if (broken !== undefined) throw new GzipBroken(broken.message)
}

async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source)
    for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes)
}

const attempt = (push: () => void): FlateError | undefined => {
  try {
    push()
    return undefined
  } catch (error) {
    return error as FlateError
  }
}
