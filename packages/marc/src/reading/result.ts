import type { MarcRecord } from "../record.ts"

/** How the records of an input are written. */
export type Syntax = "iso2709" | "xml" | "json"

/** Why no record could be made of some bytes. The codes are stable; what they mean in words stands in the result. */
export type RejectionCode =
  | "NotARecord"
  | "RecordCutShort"
  | "RecordTooLong"
  | "TooManyFields"
  | "DirectoryUnreadable"
  | "XmlNotWellFormed"
  | "XmlNotMarc"
  | "XmlDoctypeRefused"
  | "JsonUnreadable"
  | "GzipBroken"
  | "TooMuchThatIsNoRecord"

/** What was wrong with a record that could be read all the same. */
export type RepairCode =
  | "LengthWrong"
  | "TerminatorMissing"
  | "BaseAddressWrong"
  | "DirectoryWrong"
  | "LeaderWrong"
  | "TagWrong"
  | "IndicatorsWrong"
  | "SubfieldCodeWrong"
  | "NoSubfields"
  | "ControlCharacters"
  | "EncodingWrong"
  | "TextUnreadable"

export interface Rejection {
  readonly code: RejectionCode
  /** For people, in English, with the numbers that matter. */
  readonly message: string
}

export interface Repair {
  readonly code: RepairCode
  readonly message: string
  /** The field concerned; `null`: the record as a whole. */
  readonly tag: string | null
}

export interface Position {
  /** Counts from 1 and counts rejected records too. */
  readonly record: number
  /** Bytes from the start of the input, after decompression, to the record's first byte. */
  readonly offset: number
}

export interface ReadRecord {
  readonly ok: true
  readonly record: MarcRecord
  readonly position: Position
  /** Empty when the record was sound. */
  readonly repairs: ReadonlyArray<Repair>
  readonly syntax: Syntax
  /** The record's bytes: a view of the chunk it arrived in. Copy what is to be kept. */
  readonly raw: Uint8Array
}

export interface RejectedRecord {
  readonly ok: false
  readonly reason: Rejection
  readonly position: Position
  readonly syntax: Syntax
  /**
   * The bytes that were rejected, to be repaired and fed again: rejected records of one syntax written one behind
   * the other are an input of that syntax. Cut at the record limit; `size` says how many there were.
   */
  readonly raw: Uint8Array
  readonly size: number
}

export type ReadResult = ReadRecord | RejectedRecord

/** A record from its bytes alone, before it has a place in an input. */
export type Parsed =
  | { readonly ok: true; readonly record: MarcRecord; readonly repairs: ReadonlyArray<Repair> }
  | { readonly ok: false; readonly reason: Rejection }
