/** What is laid into a copy: no reader is named on it. */
export interface Slip {
  /** What becomes of the copy, to be read from afar. */
  readonly heading: string
  readonly title: string
  readonly barcode: string
  readonly text: string
  /** When it was printed. */
  readonly day: string
  /** BCP 47. */
  readonly language: string
}

/** A slip as one page to print. */
export const slipHtml = ({ heading, title, barcode, text, day, language }: Slip): string => {
  const lines = [title, barcode, text, day].map((line) => `<p>${escaped(line)}</p>`)
  return `<!doctype html><html lang="${escaped(language)}"><head><title>${escaped(heading)}</title><style>${style}</style></head><body><h1>${escaped(heading)}</h1>${lines.join("")}</body></html>`
}

const style =
  "body{font:12pt/1.4 system-ui,'Noto Sans','Noto Sans SC',sans-serif;max-width:20em;margin:1em;color:#111;overflow-wrap:anywhere}h1{font-size:1.75em;margin:0 0 .4em}p{margin:0 0 .3em}"

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
