const dayMs = 86_400_000

/** Days since 1970-01-01 of a `YYYY-MM-DD`; `null` where there is no such day. */
export const dayNumber = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  const instant = Date.UTC(year, month - 1, date)
  const back = new Date(instant)
  const exists = year >= 1900 && back.getUTCMonth() === month - 1 && back.getUTCDate() === date
  return exists ? instant / dayMs : null
}

/** The `YYYY-MM-DD` of a day. */
export const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The same day of the month so many months on, or the last one of a shorter month: 31 January and one: end of February. */
export const addMonths = (day: number, months: number): number => {
  const start = new Date(day * dayMs)
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / dayMs
}
