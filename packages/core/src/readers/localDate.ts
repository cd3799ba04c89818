import { Schema } from "effect"

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A day of the civil calendar, `YYYY-MM-DD`, from 1850 on; one that exists. */
export const LocalDate = Schema.String.check(
  Schema.makeFilter(
    (value: string) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
      if (match === null) return false
      const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
      return year >= 1850 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
    },
    { expected: "a day that exists, as YYYY-MM-DD, from 1850 on" }
  )
)
