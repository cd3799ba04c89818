import type { Repairs } from "../reading/repairs.ts"
import type { ControlField, Field, Subfield } from "../record.ts"
import type { Extent } from "./directory.ts"

/** The text of one stretch of the record's bytes. */
export type TextBetween = (start: number, end: number, tag: string) => string

const delimiter = "\x1f"

/**
 * One field from its bytes. `text` is the whole record by `bytesAsText`: the delimiters are found in it, what stands
 * between them is decoded piece by piece, so that an escape sequence of MARC-8 ends with its subfield.
 */
export const fieldFrom = (extent: Extent, text: string, between: TextBetween, repairs: Repairs): Field => {
  const { tag, start, end } = extent
  const first = indexWithin(text, start, end)
  if (first < 0 || tag.startsWith("00")) return plainField(extent, first, between, repairs)
  if (first - start !== 2) repairs.note("IndicatorsWrong", `${first - start} indicators instead of 2`, tag)
  return {
    tag,
    ind1: indicator(first > start ? text.charAt(start) : " "),
    ind2: indicator(first > start + 1 ? text.charAt(start + 1) : " "),
    subfields: subfieldsFrom(extent, text, first, between, repairs)
  }
}

const plainField = (
  { tag, start, end }: Extent,
  delimiterAt: number,
  between: TextBetween,
  repairs: Repairs
): ControlField => {
  if (isDataTag(tag)) repairs.note("NoSubfields", "the field has no subfields; its text is kept", tag)
  const value = between(start, end, tag)
  if (delimiterAt < 0) return { tag, value }
  repairs.note("ControlCharacters", "a control field has subfield delimiters; they are now blanks", tag)
  return { tag, value: value.replaceAll(delimiter, " ") }
}

const subfieldsFrom = (
  { tag, end }: Extent,
  text: string,
  first: number,
  between: TextBetween,
  repairs: Repairs
): ReadonlyArray<Subfield> => {
  const subfields: Array<Subfield> = []
  for (let at = first; at >= 0; ) {
    const next = indexWithin(text, at + 1, end)
    const stop = next < 0 ? end : next
    // A delimiter with nothing behind it is no subfield.
    if (stop > at + 1) subfields.push(subfieldFrom(at + 1, stop, text, tag, between, repairs))
    at = next
  }
  return subfields
}

/** A code that is no character becomes `?`; if it is the first byte of a letter, that letter is text. */
const subfieldFrom = (
  start: number,
  end: number,
  text: string,
  tag: string,
  between: TextBetween,
  repairs: Repairs
): Subfield => {
  const code = text.charAt(start)
  if (code > " " && code <= "~") return { code, value: between(start + 1, end, tag) }
  repairs.note("SubfieldCodeWrong", "a subfield's code is no character", tag)
  return { code: "?", value: between(code > "~" ? start : start + 1, end, tag) }
}

const indexWithin = (text: string, start: number, end: number): number => {
  const at = text.indexOf(delimiter, start)
  return at < end ? at : -1
}

const indicator = (character: string): string => (character < " " || character > "~" ? " " : character)

/** Local fields with letters in their tags may be plain text; those of digits are not, but for 001 to 009. */
const isDataTag = (tag: string): boolean => /^(?!00)\d{3}$/.test(tag)
