import { estimateWait, type RatesFor, type WaitQuestion } from "../../reservations/waiting/index.ts"

/** Days below which a tenth, half, and nine tenths are said to lie. */
export interface Forecast {
  readonly low: number
  readonly median: number
  readonly high: number
}

export interface Score {
  readonly count: number
  /** Mean loss at 0.1, 0.5 and 0.9, in days: below, a day costs the share; above, the rest of it. The less the better. */
  readonly pinball: Forecast
  /** The mean of the three. */
  readonly loss: number
  /** Share of what came about that lies from `low` to `high`: 0.8 is honest. */
  readonly coverage: number
}

/** A question, and how many days it was in the end; infinite if it never was. */
export interface HeldBack {
  readonly question: WaitQuestion
  readonly waited: number
}

const shares = { low: 0.1, median: 0.5, high: 0.9 } as const

const horizonDays = 730

/** How good forecasts were. What never came, or was told never to, counts as the last day of the horizon. */
export const scoreOf = <A extends HeldBack>(held: ReadonlyArray<A>, forecast: (one: A) => Forecast): Score => {
  const told = held.map((one) => ({ forecast: forecast(one), came: Math.min(horizonDays, one.waited) }))
  const mean = (of: (one: (typeof told)[number]) => number): number =>
    told.reduce((sum, one) => sum + of(one), 0) / told.length
  const lossAt = (name: keyof Forecast): number =>
    mean((one) => {
      const over = one.came - one.forecast[name]
      return over >= 0 ? shares[name] * over : (shares[name] - 1) * over
    })
  const pinball = { low: lossAt("low"), median: lossAt("median"), high: lossAt("high") }
  return {
    count: told.length,
    pinball,
    loss: (pinball.low + pinball.median + pinball.high) / 3,
    coverage: mean((one) => (one.forecast.low <= one.came && one.came <= one.forecast.high ? 1 : 0))
  }
}

/** The estimate as a forecast. */
export const estimated = (question: WaitQuestion, rates: RatesFor): Forecast => {
  const told = estimateWait({ ...question, horizonDays }, rates)
  if (told._tag === "Failure") throw new Error(JSON.stringify(told.failure))
  const { low, median, high } = told.success
  return { low: low ?? horizonDays, median: median ?? horizonDays, high: high ?? horizonDays }
}

/** Begun days count as whole ones. */
export const inWholeDays = ({ low, median, high }: Forecast): Forecast => ({
  low: Math.ceil(low),
  median: Math.ceil(median),
  high: Math.ceil(high)
})

/** What libraries tell that tell anything: so many turns of a mean loan, by all copies that there are or by one. */
export const roughly = ({ ahead, copies }: WaitQuestion, meanDays: number, by: "copies" | "one"): Forecast => {
  const position = ahead.waiting + ahead.suspendedUntil.length + 1
  const lendable = copies.filter(({ is }) => is !== "lost").length
  const days = Math.min(horizonDays, (position * meanDays) / (by === "copies" ? Math.max(1, lendable) : 1))
  return { low: days, median: days, high: days }
}
