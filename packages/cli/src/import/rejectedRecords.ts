import { createWriteStream, type WriteStream } from "node:fs"
import { basename, dirname, join } from "node:path"
import { finished } from "node:stream/promises"

/** The rejected records of a file, written beside it as they were, so that they can be repaired and fed again. */
export interface RejectedRecords {
  readonly keep: (raw: Uint8Array | string) => void
  /** The file's path; `null` when nothing was rejected. */
  readonly close: () => Promise<string | null>
}

/** Made with the first rejected record, as `FILE.rejected.mrc`; replaces an older one. `folder`: not beside the file but there. */
export const rejectedRecords = (file: string, extension: string, folder = dirname(file)): RejectedRecords => {
  const path = join(folder, `${basename(file).replace(/\.gz$/, "")}.rejected${extension}`)
  let stream: WriteStream | undefined
  let failure: Error | undefined
  return {
    keep: (raw) => {
      if (stream === undefined) {
        stream = createWriteStream(path)
        stream.on("error", (error) => {
          failure = error
        })
      }
      stream.write(raw)
    },
    close: async () => {
      if (stream === undefined) return null
      if (failure !== undefined) throw failure
      stream.end()
      await finished(stream)
      return path
    }
  }
}
