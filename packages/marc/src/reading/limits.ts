/** Bounds that keep memory flat whatever is fed. */
export interface Limits {
  /** Longest record in bytes: ISO 2709 itself ends at 99,999; XML and joined records may be longer. */
  readonly recordBytesMax: number
  /** Most fields and subfields of one record, taken together; in XML half as many, as each takes two tags. */
  readonly partCountMax: number
  /** Reading stops after so many bytes in a row that are no record: what goes on like that is no catalogue. */
  readonly strayBytesMax: number
}

export const defaultLimits: Limits = {
  recordBytesMax: 4 * 1024 * 1024,
  partCountMax: 100_000,
  strayBytesMax: 64 * 1024 * 1024
}
