import { Schema } from "effect"

/** An id made by the application (UUIDv7 text). Never shown as a barcode, never reused. */
export const id = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64))

/** A short code from a policy or calendar document: a branch, a category, an item type. */
export const Code = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64))

/** What a scanner reads. Kept as found but for surrounding blanks; never empty. */
export const barcode = Schema.Trim.check(
  Schema.isMinLength(1),
  Schema.isMaxLength(64),
  Schema.isPattern(/^[^\p{Cc}]*$/u)
)

/** Text that a person wrote, bounded so that one command cannot fill a disk. */
export const text = (max: number): Schema.String => Schema.String.check(Schema.isMaxLength(max))
