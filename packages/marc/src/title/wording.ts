import type { DataField } from "../record.ts"
import type { HeadingSource, LeadIns } from "./map.ts"

/**
 * Text as it is shown: NFC, control characters gone (the signs around a leading article that does not sort are
 * among them), blanks single, the punctuation that leads over to the next element cut off.
 */
export const shown = (text: string): string => {
  const tidy = untidy.test(text) ? text.normalize("NFC").replace(controls, "").replace(/\s+/g, " ").trim() : text
  const last = tidy.at(-1)
  if (last === ".") return tidy.replace(fullStop, "$1")
  return last !== undefined && "/:;,=".includes(last) ? tidy.replace(/\s*[/:;,=]+$/, "") : tidy
}

/** Anything but plain ASCII with single blanks inside; most text is that. */
const untidy = /[^ -~]|^ | {2}| $/

const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g

/** A full stop at the end goes, but not that of an abbreviation or initial: those are short. */
const fullStop = /([\p{L}\p{N}\p{M}]{4}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]|[)\]"”?!])\.$/u

/** The subfields of these codes as one text, in the order of the record. */
export const joined = (field: DataField, codes: string, leadIns: LeadIns = {}): string => {
  let text = ""
  for (const { code, value } of field.subfields) {
    const part = value.trim()
    if (part === "" || !codes.includes(code)) continue
    text += text === "" ? part : between(text, part, leadIns[code]) + part
  }
  return shown(text)
}

/** Nothing before a comma; the lead-in only where the record has no punctuation of its own. */
const between = (before: string, after: string, leadIn: string = " "): string =>
  /^[,;:.]/.test(after) ? "" : /[:;,=/.?!]$/.test(before) ? " " : leadIn

/** A heading: its main part, then each subdivision behind two hyphens. */
export const heading = (field: DataField, { codes, subdivisions = "", leadIns }: HeadingSource): string => {
  let text = joined(field, codes, leadIns)
  for (const { code, value } of field.subfields) {
    if (!subdivisions.includes(code)) continue
    const subdivision = shown(value)
    if (subdivision !== "") text += text === "" ? subdivision : `--${subdivision}`
  }
  return text
}

/** The text or, when nothing is left of it, `null`. */
export const orNull = (text: string): string | null => (text === "" ? null : text)
