/** One record that was not taken over: which, where it stands, and why. */
export interface Rejected {
  /** Counts from 1 in its file. */
  readonly record: number
  /** `byte 1234` (after decompression) or `line 7`. */
  readonly position: string
  readonly reason: string
}

/** What an import did. */
export interface ImportReport {
  readonly file: string
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Records of another kind than the ones imported, by kind. */
  readonly otherKinds: Readonly<Record<string, number>>
  readonly rejected: ReadonlyArray<Rejected>
  /** The rejected records themselves, to be repaired and fed again: one file a syntax, none where nothing was rejected. */
  readonly rejectedFiles: ReadonlyArray<string>
}
