/** A text in which nothing commands a terminal or begins another line: control characters are written out, as \u001b. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)
