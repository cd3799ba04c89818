/** A fixed number of points in time, the earliest of them at hand: a binary heap. */
export class EarliestFirst {
  readonly #days: Float64Array

  constructor(days: ReadonlyArray<number>) {
    // What is sorted is a heap.
    this.#days = Float64Array.from(days).sort()
  }

  /** Infinite if there is none. */
  get first(): number {
    return this.#days[0] ?? Number.POSITIVE_INFINITY
  }

  replaceFirst(day: number): void {
    const days = this.#days
    let place = 0
    for (;;) {
      let next = 2 * place + 1
      if (next + 1 < days.length && (days[next + 1] as number) < (days[next] as number)) next += 1
      if (next >= days.length || (days[next] as number) >= day) break
      days[place] = days[next] as number
      place = next
    }
    days[place] = day
  }
}
