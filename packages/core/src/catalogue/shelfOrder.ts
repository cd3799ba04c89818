import type { TitleDescription } from "./description.ts"

type Scheme = "ddc" | "lcc" | "clc"

/** Where a call number stands among others. */
export interface ShelfKey {
  /** `null`: of no scheme that is known here. */
  readonly scheme: Scheme | null
  /** Compared one after the other as text; what has no more of them comes first ("nothing before something"). */
  readonly parts: ReadonlyArray<string>
  readonly callNumber: string
}

/**
 * By what a copy stands on its shelf: its call number, and the class numbers of its title. The scheme is that of the class
 * number with which the call number begins; else its form tells it: three digits are Dewey's, a letter with `/` before
 * the book number is the Chinese Library Classification's, other letters with a number the Library of Congress's.
 *
 * - DDC (Dewey Decimal Classification, shelving by decimals): the class number is a decimal, 791.43 before 791.5; then
 *   the author mark, its digits a decimal too (Cutter's tables); then volumes as numbers.
 * - LCC (Library of Congress Classification, as its shelflisting goes): letters, a whole number, its decimals; cutters,
 *   their digits decimals, .B28 before .B3; years, volumes and copies as numbers.
 * - CLC (《中国图书馆分类法》, 按位对比): letters, then digit by digit, B22 before B3; the marks of auxiliary tables before
 *   any further digit, B2-61 before B22; then the book number, as a number where it is one.
 */
export const shelfKey = (
  callNumber: string,
  classifications: NonNullable<TitleDescription["classifications"]> = []
): ShelfKey => {
  const written = callNumber.normalize("NFKC").trim()
  const told = classifications.flatMap(({ scheme, number }) => {
    const known = schemes.find((one) => one === scheme.toLowerCase())
    return known !== undefined && beginsWith(written, number) ? [known] : []
  })
  for (const scheme of [...told, ...schemes]) {
    const parts = partsBy[scheme](written, told.includes(scheme))
    if (parts !== null) return { scheme, parts, callNumber }
  }
  return { scheme: null, parts: [], callNumber }
}

/** Total: none but the same call number are equal. Those of different schemes stand apart, those of none last. */
export const compareShelfKeys = (one: ShelfKey, other: ShelfKey): number =>
  rankOf(one) - rankOf(other) ||
  (one.scheme === null ? natural.compare(one.callNumber, other.callNumber) : compareParts(one.parts, other.parts)) ||
  compareText(one.callNumber, other.callNumber)

/** In the order in which their forms are tried: what is of Dewey's or the Chinese form cannot be told from LCC's by less. */
const schemes: ReadonlyArray<Scheme> = ["ddc", "clc", "lcc"]

const rankOf = ({ scheme }: ShelfKey): number => (scheme === null ? schemes.length : schemes.indexOf(scheme))

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

const natural = new Intl.Collator("en", { numeric: true })

const compareParts = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  for (const [nth, part] of one.entries()) {
    const beside = other[nth]
    if (beside === undefined) return 1
    const order = compareText(part, beside)
    if (order !== 0) return order
  }
  return one.length - other.length
}

const beginsWith = (written: string, number: string): boolean => {
  const begun = closedUp(number.normalize("NFKC"))
  return begun !== "" && closedUp(written).startsWith(begun)
}

const closedUp = (text: string): string => text.replaceAll(/\s/gu, "").toUpperCase()

/** The parts of a call number of a scheme; `null`: it is not of its form. Less need be seen where its title tells the scheme. */
type PartsOf = (written: string, isTold: boolean) => ReadonlyArray<string> | null

const deweyParts: PartsOf = (written) => {
  const {
    whole,
    decimals = "",
    rest = ""
  } = groupsOf(/^(?<whole>\d{3})(?!\d)(?:\.(?<decimals>\d+))?(?<rest>.*)$/su, written)
  if (whole === undefined) return null
  const { letters = "", digits, work = "", after = "" } = groupsOf(authorMark, rest)
  return digits === undefined
    ? [whole, decimals, ...words(rest)]
    : [whole, decimals, ...cutter(letters, digits, work), ...words(after)]
}

const authorMark = /^[\s/.]*(?<letters>\p{Lu}\p{Ll}{0,2}|\p{Lu}{2,3})(?<digits>\d+)(?<work>\p{L}*)(?<after>.*)$/su

const congressParts: PartsOf = (written) => {
  const form = /^(?<letters>[A-Z]{1,3})\s*(?<whole>\d+)(?:\s*\.(?<decimals>\d+))?(?<rest>.*)$/su
  const { letters, whole = "", decimals = "", rest = "" } = groupsOf(form, written)
  return letters === undefined ? null : [letters, numberPart(whole), decimals, ...words(rest, congressForms)]
}

const chineseParts: PartsOf = (written, isTold) => {
  const form = /^(?<letters>T[A-Z]|[A-Z])(?!\p{L})(?<number>[^\s/]*)(?<rest>.*)$/su
  const { letters, number = "", rest = "" } = groupsOf(form, written)
  return letters === undefined || !(isTold || rest.startsWith("/"))
    ? null
    : [letters, positions(number), ...words(rest)]
}

const groupsOf = (form: RegExp, text: string): Readonly<Record<string, string | undefined>> =>
  form.exec(text)?.groups ?? {}

const partsBy: Readonly<Record<Scheme, PartsOf>> = { ddc: deweyParts, clc: chineseParts, lcc: congressParts }

/** Marks of auxiliary tables, in the order in which they stand before digits; the point says nothing. */
const auxiliary = `-()"=#:+<>`

/** A Chinese class number so that its order position by position is that of text. */
const positions = (number: string): string =>
  [...number.replaceAll(/[“”]/gu, '"').replaceAll(".", "")]
    .map((mark) => {
      const nth = auxiliary.indexOf(mark)
      return nth === -1 ? mark.toUpperCase() : String.fromCharCode(1 + nth)
    })
    .join("")

const cutter = (letters: string, digits: string, work: string): ReadonlyArray<string> => [
  wordPart(letters),
  digits,
  work.toUpperCase()
]

/** A number before any word. */
const wordPart = (word: string): string => `1${word.toUpperCase()}`

/** Of more digits after those of fewer. */
const numberPart = (digits: string): string => {
  const significant = digits.replace(/^0+(?=\d)/u, "")
  return `0${String.fromCharCode(significant.length)}${significant}`
}

const wordForms = /(?<whole>\d+)(?<suffix>\p{L}*)(?!\d)|(?<word>\p{L}+)/gu
const congressForms = new RegExp(`(?<letters>[A-Z]+)(?<digits>\\d+)(?<work>[a-z]*)|${wordForms.source}`, "gu")

/** What follows the class number: numbers as such, words, and cutters where the forms have them. */
const words = (rest: string, forms = wordForms): ReadonlyArray<string> =>
  [...rest.matchAll(forms)].flatMap(({ groups = {} }) => {
    const { letters, digits = "", work = "", whole, suffix = "", word = "" } = groups
    if (letters !== undefined) return cutter(letters, digits, work)
    return whole === undefined ? [wordPart(word)] : [numberPart(whole), suffix.toUpperCase()]
  })
