const base64Form = /^[A-Za-z0-9+/]*={0,2}$/

/** Bytes of a text in base64 (RFC 4648, section 4); `null`: it is none. */
export const bytesOf = (base64: string): Uint8Array | null =>
  base64.length % 4 === 0 && base64Form.test(base64)
    ? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    : null

/** The way back. */
export const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
