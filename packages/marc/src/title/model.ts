/** What a title is, read off the leader and the coded fields. */
export type TitleFormat =
  | "book"
  | "serial"
  | "article"
  | "manuscript"
  | "score"
  | "map"
  | "image"
  | "video"
  | "sound"
  | "electronic"
  | "object"
  | "kit"

/** What it is read, heard or seen from. */
export type TitleCarrier = "physical" | "online" | "microform" | "braille" | "largePrint"

/** An ISBN or ISSN. */
export interface StandardNumber {
  /** Thirteen digits of an ISBN, `1234-567X` of an ISSN; when not valid, as it stands in the record. */
  readonly value: string
  /** The check digit is right, and the record does not call it cancelled or wrong. */
  readonly valid: boolean
}

export interface Classification {
  /** `ddc`, `lcc`, `clc`, `sudoc`, `nlm`, `udc`, or the code of another scheme as the record gives it. */
  readonly scheme: string
  readonly number: string
}

/** The words that describe a title, in one script. */
export interface Wording {
  readonly title: string
  readonly responsibility: string | null
  readonly edition: string | null
  readonly publisher: string | null
  /** Headings of those who made it, the main one first. */
  readonly creators: ReadonlyArray<string>
  readonly subjects: ReadonlyArray<string>
}

/** The same in the script of the original (or of the transcription, where the original is the main one). */
export interface LinkedWording extends Wording {
  /** ISO 15924: `Jpan`, `Hani`, `Kore`, `Arab`, `Cyrl`, `Latn` … */
  readonly script: string
}

/** What a catalogue shows and searches of a record. Plain data: survives JSON. All text is NFC, without control characters. */
export interface TitleDescription extends Wording {
  /** Who gave the control number: 003 in MARC 21, 801 $b in UNIMARC. */
  readonly source: string | null
  readonly controlNumber: string | null
  readonly format: TitleFormat
  readonly carrier: TitleCarrier
  /** Of publication, or its first; 1000 to 2100. */
  readonly year: number | null
  /** MARC (ISO 639-2/B) code of three letters. */
  readonly language: string | null
  readonly isbns: ReadonlyArray<StandardNumber>
  readonly issns: ReadonlyArray<StandardNumber>
  readonly classifications: ReadonlyArray<Classification>
  readonly otherScripts: ReadonlyArray<LinkedWording>
}
