import { sqliteStorage } from "@openshelf/adapter-sqlite"
import type { Desk } from "@openshelf/core"
import { nightlyAccrual } from "@openshelf/core/nights"
import { openBench, opening, tenant } from "../benchLibrary.ts"
import { accruing, deskItems, deskReaders, sizes } from "./nightSizes.ts"

/** What a night took, and a desk beside it. */
export interface NightRun {
  readonly seconds: number
  /** How long each checkout took, in milliseconds: before the night, and during it. */
  readonly alone: ReadonlyArray<number>
  readonly during: ReadonlyArray<number>
  /** Largest resident size of this process, in MiB. */
  readonly peak: number
}

/** Lends another item each time and takes it back; how long the lending took. */
const lender = (desk: Desk, at: number): (() => Promise<number>) => {
  let nth = 0
  return async () => {
    const n = nth++
    const item = `i${1 + (n % (deskItems - 1))}`
    const start = performance.now()
    const lent = await desk.checkOut({ item, card: `r${n % deskReaders}`, at, key: `out ${n}` })
    const took = performance.now() - start
    const back = await desk.returnItem({ item, at, key: `back ${n}` })
    if (!lent.ok || !back.ok) throw new Error(JSON.stringify({ lent, back }))
    return took
  }
}

const timesWhile = async (work: () => Promise<number>, until: Promise<unknown>): Promise<ReadonlyArray<number>> => {
  let isOver = false
  const over = until.finally(() => {
    isOver = true
  })
  const times: Array<number> = []
  while (!isOver) {
    times.push(await work())
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await over
  return times
}

const { library, desk } = await openBench(sqliteStorage({ file: process.argv[2] as string }), accruing)
const at = opening + 12 * 86_400_000
const lend = lender(desk, at)
const alone = await timesWhile(lend, new Promise((resolve) => setTimeout(resolve, 5_000)))
const begun = performance.now()
const running = nightlyAccrual(library, { tenant, at })
const during = await timesWhile(lend, running)
const night = await running
const seconds = (performance.now() - begun) / 1_000
const again = await nightlyAccrual(library, { tenant, at })
if (night.changed < sizes.overdue || again.changed !== 0) throw new Error(JSON.stringify({ night, again }))
await library.close()
const run: NightRun = { seconds, alone, during, peak: process.resourceUsage().maxRSS / 1_024 }
console.log(JSON.stringify(run))
