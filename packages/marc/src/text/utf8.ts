const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder("utf-8", { ignoreBOM: true })

/** The text, or `undefined` when the bytes are not UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** The text with U+FFFD for what is not UTF-8. */
export const decodeUtf8Leniently = (bytes: Uint8Array): string => lenient.decode(bytes)

/**
 * Whether bytes that are not all UTF-8 are so in the main: more letters beyond ASCII than places that are not UTF-8.
 * Damage in such a record is damage; where it is the other way round, the record is in another encoding.
 */
export const mostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = decodeUtf8Leniently(bytes)
  const letters = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  return letters > 0 && letters >= (text.match(/\ufffd/g)?.length ?? 0)
}
