/** Bounds that keep memory flat whatever is fed. */
export interface Limits {
  /** Longest record in bytes: ISO 2709 itself ends at 99,999; XML and joined records may be longer. */
  readonly recordBytesMax: number
  readonly fieldCountMax: number
  /** Reading stops after so many bytes in a row that are no record: what goes on like that is no catalogue. */
  readonly strayBytesMax: number
}

export const defaultLimits: Limits = {
  recordBytesMax: 4 * 1024 * 1024,
  fieldCountMax: 20_000,
  strayBytesMax: 256 * 1024 * 1024
}
