import { type FileHandle, open } from "node:fs/promises"

/** The rejected records of a file, written beside it as they were, so that they can be repaired and fed again. */
export interface RejectedRecords {
  readonly keep: (raw: Uint8Array) => void
  /** The file's path; `null` when nothing was rejected. */
  readonly close: () => Promise<string | null>
}

export const rejectedRecords = (file: string): RejectedRecords => {
  const path = `${file.replace(/\.gz$/, "")}.rejected`
  const waiting: Array<Uint8Array> = []
  return {
    keep: (raw) => {
      waiting.push(raw)
    },
    close: async () => {
      if (waiting.length === 0) return null
      const handle: FileHandle = await open(path, "w")
      try {
        for (const raw of waiting) await handle.write(raw)
      } finally {
        await handle.close()
      }
      return path
    }
  }
}
