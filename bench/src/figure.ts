/** One measured figure: ours beside a baseline that did the same in the same run. */
export interface Figure {
  readonly name: string
  readonly ours: number
  readonly baseline: number
  readonly unit: string
  /** Ours in baselines; for rates (a second), the baseline in ours. Above 1: slower than the baseline. */
  readonly ratio: number
  readonly what: string
  /** The most that the ratio, or ours, should be; `null`: nothing is promised. */
  readonly budget: string | null
}

export const figure = (of: Omit<Figure, "ratio">): Figure => {
  const slower = of.unit.endsWith("/s") ? of.baseline / of.ours : of.ours / of.baseline
  return { ...of, ours: rounded(of.ours), baseline: rounded(of.baseline), ratio: rounded(slower) }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

export const median = (values: ReadonlyArray<number> | Float64Array): number => quantile(values, 0.5)

export const quantile = (values: ReadonlyArray<number> | Float64Array, share: number): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Times each call alone, in microseconds. */
export const timed = (count: number, call: (index: number) => void): Float64Array => {
  const times = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const start = process.hrtime.bigint()
    call(index)
    times[index] = Number(process.hrtime.bigint() - start) / 1_000
  }
  return times
}

/** The same for calls that are waited for, one after the other. */
export const timedEach = async (count: number, call: (index: number) => Promise<unknown>): Promise<Float64Array> => {
  const times = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const start = process.hrtime.bigint()
    await call(index)
    times[index] = Number(process.hrtime.bigint() - start) / 1_000
  }
  return times
}
