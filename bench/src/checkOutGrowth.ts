import { type BenchLibrary, opening, stock } from "./benchLibrary.ts"
import { type Figure, figure, median, timedEach } from "./figure.ts"

const loads = [0, 10, 1_000] as const
const rounds = 400

/**
 * Whole checkouts for readers who have 0, 10 and 1,000 loans open, in turns, so that all see the same file and machine.
 * Each is returned at once, outside the clock.
 */
export const growthBench = async (name: string, bench: BenchLibrary): Promise<ReadonlyArray<Figure>> => {
  const { desk } = bench
  const free = loads.reduce<number>((sum, load) => sum + load, 0)
  await stock(bench, loads.length, free + 1)
  let next = 0
  for (const [reader, load] of loads.entries())
    for (let n = 0; n < load; n++) {
      const lent = await desk.checkOut({ item: `i${next}`, card: `r${reader}`, at: opening, key: `load ${next}` })
      if (!lent.ok) throw new Error(JSON.stringify(lent))
      next += 1
    }
  const times: ReadonlyArray<Array<number>> = loads.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const reader of loads.keys()) {
      const at = opening + 60_000 + round * 1_000
      const key = `${round} ${reader}`
      const [time = 0] = await timedEach(1, async () => {
        const lent = await desk.checkOut({ item: `i${free}`, card: `r${reader}`, at, key: `out ${key}` })
        if (!lent.ok) throw new Error(JSON.stringify(lent))
      })
      times[reader]?.push(time)
      const back = await desk.returnItem({ item: `i${free}`, at: at + 500, key: `back ${key}` })
      if (!back.ok) throw new Error(JSON.stringify(back))
    }
  const [none = [], ten = [], thousand = []] = times.map((list) => list.slice(rounds / 4))
  const of = (what: string, list: ReadonlyArray<number>, budget: string | null): Figure =>
    figure({
      name: `${name}${what}`,
      ours: median(list),
      baseline: median(none),
      unit: "µs",
      what: `checkout of a reader with${what === "" ? " 1,000" : what} open loans; baseline: with none`,
      budget
    })
  return [of(" 10", ten, null), of("", thousand, "at most 1.3 times")]
}
