import type { StandardNumber } from "./model.ts"

/** The ISBN in a field's text, whatever stands around it, as thirteen digits. */
export const isbnFrom = (text: string): StandardNumber => numberFrom(text, (found) => isbn13(compact(found)))

/** The ISSN in a field's text, as `1234-567X`. */
export const issnFrom = (text: string): StandardNumber => numberFrom(text, (found) => wholeIssn(compact(found)))

/** A number that the record itself calls wrong or cancelled: kept as it stands. */
export const withdrawnNumber = (text: string): StandardNumber => ({ value: tidy(text), valid: false })

const numberFrom = (text: string, normalised: (found: string) => string | undefined): StandardNumber => {
  const plain = text.normalize("NFKC").replace(/\p{Pd}/gu, "-")
  // First without blanks inside: two numbers may stand one behind the other. Then with, as some write 0 394 60758 9.
  for (const pattern of [/\d[\d-]*[\dXx]/, /\d[\d\s-]*[\dXx]/]) {
    const value = normalised(pattern.exec(plain)?.[0] ?? "")
    if (value !== undefined) return { value, valid: true }
  }
  return withdrawnNumber(text)
}

const compact = (found: string): string => found.replace(/[\s-]/g, "").toUpperCase()

const tidy = (text: string): string => text.trim().replace(/\s*[:;,]$/, "")

const isbn13 = (digits: string): string | undefined => {
  if (/^97[89]\d{10}$/.test(digits)) return isbn13CheckDigit(digits) === digits.at(-1) ? digits : undefined
  if (!/^\d{9}[\dX]$/.test(digits) || elevenSum(digits) % 11 !== 0) return undefined
  const long = `978${digits.slice(0, 9)}`
  return long + isbn13CheckDigit(long)
}

/** Weights 1 and 3 in turn over the first twelve digits; ISO 2108. */
const isbn13CheckDigit = (digits: string): string => {
  let sum = 0
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}

/** Weights from the number's length down to 1, X is ten: a multiple of eleven when right; ISO 2108, ISO 3297. */
const elevenSum = (digits: string): number =>
  [...digits].reduce((sum, digit, at) => sum + (digit === "X" ? 10 : Number(digit)) * (digits.length - at), 0)

const wholeIssn = (digits: string): string | undefined =>
  /^\d{7}[\dX]$/.test(digits) && elevenSum(digits) % 11 === 0 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : undefined
