import { decodeMarc8 } from "../marc8/decode.ts"

/** What bytes that are not UTF-8 are, going by the text they give. */
export type Guess = "marc-8" | "windows-1252"

/**
 * For records that call themselves UTF-8 and are not: MARC-8 when every code is known and every mark finds a letter
 * that carries it in some language; else Windows-1252, where the same bytes are letters of their own.
 * "th\xE2e\xE3atre" is théâtre in MARC-8, "f\xF6rv" is förv in Windows-1252, as r with a line below is no letter.
 */
export const guessEncoding = (bytes: Uint8Array): Guess => {
  const { text, unknown } = decodeMarc8(bytes)
  return unknown === 0 && !looseMark.test(text) && !rareLetter.test(text) ? "marc-8" : "windows-1252"
}

/** A mark that did not melt into its letter. */
const looseMark = /\p{M}/u
/** Letters with a line below: what ö makes of the letter behind it when Windows-1252 is read as MARC-8. */
const rareLetter = /[ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ]/
