import type { Names, Place } from "../api/model.ts"
import type { Say } from "./texts.ts"

/** Instants in the zone of `branch`, money in the library's currency, codes by their names: all as `tag` writes them. */
export const sayFor = (place: Place, branch: string, tag: string): Say => {
  const timeZone = place.branches.find((one) => one.branch === branch)?.zone ?? "UTC"
  const { currency } = place
  const day = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: "medium" })
  const instant = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: "medium", timeStyle: "short", hour12: false })
  const money = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
  const scale = 10 ** digitsOf(currency)
  const named = (names: Names | undefined, code: string): string =>
    names?.[tag] ?? names?.[tag.slice(0, 2)] ?? names?.en ?? code
  return {
    day: (at) => day.format(new Date(at)),
    instant: (at) => instant.format(new Date(at)),
    money: (minor) => money.format(minor / scale),
    branch: (code) => named(place.branches.find((one) => one.branch === code)?.name, code),
    category: (code) => named(place.readerCategories[code], code),
    cancellationReason: (code) => named(place.cancellationReasons[code], code),
    partner: (code) => named(place.partners[code], code),
    itemType: (code) => named(place.itemTypes[code], code)
  }
}

/** Minor units of an amount as a person types it; `null`: none above zero with at most the currency's digits. */
export const minorOf = (typed: string, currency: string): number | null => {
  const minor = sumOf(typed, currency)
  return minor === 0 ? null : minor
}

/** The same, where nothing is an amount too. */
export const sumOf = (typed: string, currency: string): number | null => {
  const digits = digitsOf(currency)
  const parts = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim().normalize("NFKC"))
  const fraction = parts?.[2] ?? ""
  if (parts === null || fraction.length > digits) return null
  return Number(`${parts[1]}${fraction.padEnd(digits, "0")}`)
}

/** An amount as a person would type it. */
export const typedOf = (minor: number, currency: string): string => {
  const digits = digitsOf(currency)
  return (minor / 10 ** digits).toFixed(digits)
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
