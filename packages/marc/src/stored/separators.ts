/** Separators of ISO 2709 inside a text, which no reader here lets through, as blanks. */
export const withoutSeparators = (text: string): string => (separator.test(text) ? text.replace(separators, " ") : text)

export const fieldSeparator = "\x1e"
export const subfieldSeparator = "\x1f"

const separator = /[\x1d-\x1f]/
const separators = /[\x1d-\x1f]/g
