import { Schema } from "effect"

/** What every storage keeps as it is: PostgreSQL takes no NUL, and half a character is none in UTF-8. */
const wellFormed = Schema.isPattern(/^[^\0\p{Cs}]*$/u, { expected: "well-formed text without NUL" })

const visible = Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { expected: "well-formed text without control characters" })

/** An id made by the application (UUIDv7 text). Never shown as a barcode, never reused. */
export const id = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64), visible)

/** A short code from a policy or calendar document: a branch, a category, an item type. */
export const Code = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64), visible)

/** What a scanner reads. Kept as found but for surrounding blanks; never empty. */
export const barcode = Schema.Trim.check(Schema.isMinLength(1), Schema.isMaxLength(64), visible)

/** Text that a person wrote, bounded so that one command cannot fill a disk. */
export const text = (max: number): Schema.String => Schema.String.check(Schema.isMaxLength(max), wellFormed)

/** The same without the blanks around it. */
export const trimmedText = (min: number, max: number): Schema.Trim =>
  Schema.Trim.check(Schema.isMinLength(min), Schema.isMaxLength(max), wellFormed)
