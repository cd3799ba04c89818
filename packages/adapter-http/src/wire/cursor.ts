import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** The question that a cursor belongs to: tenant, route, and what was asked for. */
export type Question = ReadonlyArray<string>

/**
 * A storage's own cursor as text for an address, bound to the question it answers: one that was altered, or comes from
 * another question or tenant, is refused. It guards against mistakes; what a page shows is guarded by who is signed in.
 */
export const cursorText = (next: string | null, question: Question): string | null =>
  next === null ? null : `${seal(next, question)}${encode(next)}`

/** The storage's cursor in a text; `null`: from the start; `undefined`: not a cursor of this question. */
export const readCursor = (text: string | undefined, question: Question): string | null | undefined => {
  if (text === undefined) return null
  const after = decode(text.slice(sealLength))
  return after !== null && text.startsWith(seal(after, question)) ? after : undefined
}

const sealLength = 16

const seal = (next: string, question: Question): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([next, ...question])))).slice(0, sealLength)

const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")

const decode = (text: string): string | null => {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  } catch {
    return null
  }
}
