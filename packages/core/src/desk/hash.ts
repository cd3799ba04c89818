import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import type { Actor } from "../decision/actor.ts"

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The stored form of an idempotency key: bound to who gave it, and telling nothing of either. */
export const keyHash = (actor: Actor, key: string): string => {
  const who = actor.kind === "reader" ? actor.readerId : actor.kind === "staff" ? actor.id : actor.name
  return hex(JSON.stringify([actor.kind, who, key]))
}

/**
 * What a repeat must agree with: the command's name, the branch where it is given, and its content. Not the instant,
 * which a server may have given itself and gives anew when the caller repeats. The key goes in too, as it is kept nowhere:
 * without it, whoever tries each reader with each item would find out from the stored hashes who borrowed what.
 */
export const contentHash = (key: string, name: string, branch: string, command: object): string => {
  const { at: _, ...content } = command as Record<string, unknown>
  return hex(JSON.stringify([key, name, branch]) + canonical(content))
}

/** JSON with keys in order, so that the same content gives the same text. */
const canonical = (value: unknown): string => {
  if (value instanceof Uint8Array) return bytesToHex(sha256(value))
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null"
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`
}
