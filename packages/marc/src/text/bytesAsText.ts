const latin1 = new TextDecoder("latin1")

/**
 * One character for every byte, so that positions in the text are positions in the bytes. ASCII is right as it
 * stands; other bytes must be decoded from the bytes themselves.
 */
export const bytesAsText = (bytes: Uint8Array): string => latin1.decode(bytes)

/** Whether nothing but ASCII stands in a text of `bytesAsText`. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)
