import type { ReadResult } from "./result.ts"

/** Takes the bytes of an input in chunks of any size and gives the records that are complete. */
export interface RecordReader {
  push(chunk: Uint8Array): ReadonlyArray<ReadResult>
  /** The input is over: what is left. */
  end(): ReadonlyArray<ReadResult>
  /** Set when going on makes no sense: the rest of the input is not wanted. */
  readonly stopped: boolean
}
