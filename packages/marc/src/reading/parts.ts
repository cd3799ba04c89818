/**
 * Whether a record has more parts than the limit, going by the bytes that begin or end one in its syntax. Looked at
 * before anything is built of it, so that a million empty fields cost no memory.
 */
export const hasTooManyParts = (bytes: Uint8Array, signs: ReadonlyArray<number>, countMax: number): boolean => {
  if (bytes.length <= countMax) return false
  let count = 0
  for (const sign of signs)
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) {
      count += 1
      if (count > countMax) return true
    }
  return false
}

export const tooManyParts = (countMax: number): { readonly code: "TooManyFields"; readonly message: string } => ({
  code: "TooManyFields",
  message: `more than ${countMax} fields and subfields`
})
