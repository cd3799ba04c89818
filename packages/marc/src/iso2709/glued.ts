import { digitsAt, leaderLength } from "./directory.ts"
import { recordTerminator } from "./parse.ts"

/**
 * Where a later record begins inside these bytes, which end at a terminator but are longer or shorter than their
 * leader says: a record that was cut short, or lost its terminator, swallows the next. A place counts when the five
 * digits there are exactly the bytes that are left and a base address stands where it should. -1: nowhere.
 */
export const gluedRecordAt = (bytes: Uint8Array): number => {
  const missing = bytes[bytes.length - 1] === recordTerminator ? 0 : 1
  for (let at = bytes.length - leaderLength - 2; at > 0; at -= 1) {
    if (digitsAt(bytes, at, 5) !== bytes.length + missing - at) continue
    const base = digitsAt(bytes, at + 12, 5)
    if (base > leaderLength && base <= bytes.length - at) return at
  }
  return -1
}
