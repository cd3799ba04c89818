import { moneyText } from "../../money/moneyText.ts"
import type { MoneyDocument } from "./moneyDocument.ts"
import { type DocumentLanguage, wordsIn } from "./words.ts"

/** A document as one page to print: no script, nothing from elsewhere, whatever names and texts hold. */
export const documentHtml = (document: MoneyDocument, language: DocumentLanguage): string => {
  const words = wordsIn[language]
  const { kind, lines, forgone, total, credit, balance, method, currency, at, zone } = document
  const money = (minor: number): string => escaped(`${moneyText(minor, currency)} ${currency}`)
  const day = (instant: number): string => escaped(dayText(instant, zone, language))
  const facts = [
    [words.reader, escaped(document.reader.name)],
    [words.card, escaped(document.reader.card)],
    [words.date, escaped(timeText(at, zone, language))],
    ...(document.number === null ? [] : [[words.number, escaped(document.number)]]),
    ...(method === null ? [] : [[words.method, escaped(words.methods[method] ?? method)]])
  ]
  const rows = lines.map(
    ({ kind, text, raisedAt, amount }) =>
      `<tr><td>${day(raisedAt)}</td><td>${escaped(words.kinds[kind])}${text === "" ? "" : `${words.colon}${escaped(text)}`}</td><td>${money(amount)}</td></tr>`
  )
  const sums = [
    ...(forgone > 0 ? [[words.forgone, money(-forgone)]] : []),
    [words.totals[kind], money(total)],
    ...(credit > 0 ? [[words.credit, money(credit)]] : []),
    ...(kind === "bill"
      ? []
      : balance < 0
        ? [[words.owedToReader, money(-balance)]]
        : [[words.stillOwed, money(balance)]])
  ]
  const title = words.titles[kind]
  return [
    `<!doctype html><html lang="${words.tag}"><head><meta charset="utf-8">`,
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<header><strong>${escaped(document.library)}</strong><span>${escaped(document.branch)}</span></header>`,
    `<h1>${title}</h1><dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`,
    lines.length === 0
      ? ""
      : `<table><thead><tr><th>${words.since}</th><th>${words.what}</th><th>${words.amount}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
    `<dl class="sums">${sums.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`,
    "</body></html>"
  ].join("\n")
}

const style = [
  "body{font:11pt/1.5 system-ui,'Noto Sans','Noto Sans SC',sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#111;overflow-wrap:anywhere}",
  "header{display:flex;justify-content:space-between;gap:1em;border-bottom:1px solid #111;padding-bottom:.3em}",
  "h1{font-size:1.5em;margin:1em 0 .5em}",
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1.5em;margin:0}dt{color:#444}dd{margin:0}",
  "table{width:100%;border-collapse:collapse;margin:1.2em 0}th,td{text-align:left;vertical-align:top;padding:.3em .6em .3em 0;border-bottom:1px solid #bbb}",
  "th:last-child,td:last-child{text-align:right;white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}td:first-child{white-space:nowrap}",
  ".sums{grid-template-columns:1fr max-content;margin-top:1.2em}.sums dd{text-align:right;font-variant-numeric:tabular-nums}.sums dt:first-of-type,.sums dd:first-of-type{font-weight:700;color:#111}",
  "@media print{body{margin:0;max-width:none}}"
].join("")

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text as it stands between tags. Marks that turn the direction of writing are taken out: a name could turn an amount. */
const escaped = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "").replace(/[&<>"']/g, (sign) => entities[sign] as string)

const dayText = (at: number, timeZone: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(wordsIn[language].tag, { timeZone, dateStyle: "medium" }).format(at)

const timeText = (at: number, timeZone: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(wordsIn[language].tag, { timeZone, dateStyle: "medium", timeStyle: "short" }).format(at)
