/** Bytes of an input's start in which its XML declaration stands, if it has one. */
export const declarationBytesMax = 256

/**
 * The encoding that the XML declaration at the start names, if `TextDecoder` knows it; else UTF-8. Input in UTF-16 is
 * turned into UTF-8 before it comes here, whatever its declaration says.
 */
export const encodingOf = (start: Uint8Array): string => {
  const declaration = new TextDecoder().decode(start.subarray(0, declarationBytesMax))
  const label = /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(declaration)?.[1] ?? "utf-8"
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith("utf-16") ? "utf-8" : encoding
  } catch {
    return "utf-8"
  }
}
