import { createWriteStream, type WriteStream } from "node:fs"
import { basename, dirname, join } from "node:path"
import { finished } from "node:stream/promises"

/** The rejected records of a file, written beside it as they were, so that they can be repaired and fed again. */
export interface RejectedRecords {
  readonly keep: (raw: Uint8Array | string) => void
  /** The file's path; none when nothing was rejected. */
  readonly close: () => Promise<ReadonlyArray<string>>
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
      if (stream === undefined) return []
      if (failure !== undefined) throw failure
      stream.end()
      await finished(stream)
      return [path]
    }
  }
}

type Syntax = "iso2709" | "xml" | "json"
const extensions: Readonly<Record<Syntax, string>> = { iso2709: ".mrc", xml: ".xml", json: ".jsonl" }

/** The same for files of records, in whose midst the syntax may change: one file for each that was rejected of. */
export const rejectedBySyntax = (
  file: string,
  folder?: string
): { readonly keep: (syntax: Syntax, raw: Uint8Array) => void; readonly close: RejectedRecords["close"] } => {
  const kept = new Map<Syntax, RejectedRecords>()
  return {
    keep: (syntax, raw) => {
      const records = kept.get(syntax) ?? rejectedRecords(file, extensions[syntax], folder)
      kept.set(syntax, records)
      records.keep(raw)
    },
    close: async () => (await Promise.all([...kept.values()].map((records) => records.close()))).flat()
  }
}
