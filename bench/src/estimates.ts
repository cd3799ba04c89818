import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import {
  estimated,
  type LedgerLoan,
  lendingTown,
  loansOfDays,
  loansOfMinutes,
  queuesBehind,
  ratesOfLedger,
  roughly,
  type Score,
  scoreOf
} from "@openshelf/core/testing"
import { estimateWait, learnRates, type RatesFor, ratesFor, type WaitQuestion } from "@openshelf/core/waiting"
import { type Figure, figure, median, timed } from "./figure.ts"

const seeds = [1, 2, 3, 4, 5]

/**
 * Estimates of the wait against what came about: in towns that were played, and behind the later part of real loans where
 * they are beside the checkout. The baseline is what libraries tell that tell anything: position by mean loan.
 */
export const estimatesBench = (): ReadonlyArray<Figure> => [
  ...seeds.flatMap((seed) => townFigures(seed)),
  ...ledgers().flatMap((ledger) => ledgerFigures(ledger)),
  ...timeFigures()
]

const townFigures = (seed: number): ReadonlyArray<Figure> => {
  const { seen, meanDays, waits } = lendingTown({ seed, learnedOn: 730, days: 1_600, titles: 400, askedDaily: 26 })
  const rates = learnRates(seen)
  const of = new Map([...meanDays.keys()].map((itemType) => [itemType, ratesFor(rates, { itemType, collection: "" })]))
  const told = ({ question, kind }: (typeof waits)[number]) => estimated(question, of.get(kind.itemType) as RatesFor)
  const rough = (by: "copies" | "one") =>
    scoreOf(waits, ({ question, kind }) => roughly(question, meanDays.get(kind.itemType) ?? 0, by))
  return scores(`estimates-town-${seed}`, `${waits.length} waits in town ${seed}`, scoreOf(waits, told), rough)
}

interface Ledger {
  readonly name: string
  readonly what: string
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly termDays: number
}

/** Real loans with their dates, where they are. */
const ledgers = (): ReadonlyArray<Ledger> => {
  const shared = process.env.OPENSHELF_SHARED ?? new URL("../../../shared", import.meta.url).pathname
  const folder = join(shared, "data/circulation")
  if (!existsSync(folder)) {
    console.error("estimates: no real loans (shared/data/circulation is not beside the checkout)")
    return []
  }
  const text = (file: string) => readFileSync(join(folder, file))
  const days = loansOfDays(gunzipSync(text("strashun/vol_1_1.csv.gz")).toString("utf8"))
  const minutes = loansOfMinutes(text("zh-school/loans_excerpt_2021-08-31.csv").toString("utf8"), {
    lentAt: "借出日期",
    dueAt: "应还日期",
    returnedAt: "归还日期",
    title: "书名"
  })
  return [
    { name: "strashun", what: "the ledger of the Strashun Library, 1903", loans: days, termDays: 14 },
    { name: "school", what: "a vocational school, 2021", loans: minutes, termDays: 30 }
  ]
}

/** Learns from the first half of the loans, and is held against queues behind the other half. */
const ledgerFigures = ({ name, what, loans, termDays }: Ledger): ReadonlyArray<Figure> => {
  const half = Math.floor(loans.length / 2)
  const [earlier, later] = [loans.slice(0, half), loans.slice(half)]
  const rates = ratesOfLedger(earlier, later[0]?.lentAt ?? 0, termDays)
  const held = queuesBehind(later, termDays, loans.length > 500 ? 5 : 1)
  const meanDays = mean(earlier.map(({ lentAt, returnedAt }) => (returnedAt - lentAt) / 86_400_000))
  const rough = (by: "copies" | "one") => scoreOf(held, ({ question }) => roughly(question, meanDays, by))
  const ours = scoreOf(held, ({ question }) => estimated(question, rates))
  return scores(`estimates-${name}`, `${held.length} queues made up behind real loans of ${what}`, ours, rough)
}

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length

const scores = (
  name: string,
  what: string,
  ours: Score,
  rough: (by: "copies" | "one") => Score
): ReadonlyArray<Figure> => {
  const [byCopies, byOne] = [rough("copies"), rough("one")]
  const losses = (["low", "median", "high"] as const).map((share) =>
    figure({
      name: `${name}-${share}`,
      ours: ours.pinball[share],
      baseline: byCopies.pinball[share],
      unit: "days",
      what: `pinball loss of the ${share} quantile over ${what}; baseline: position × mean loan / copies`,
      budget: null
    })
  )
  return [
    ...losses,
    figure({
      name: `${name}-loss`,
      ours: ours.loss,
      baseline: byOne.loss,
      unit: "days",
      what: `mean of the three; baseline: position × mean loan`,
      budget: null
    }),
    figure({
      name: `${name}-coverage`,
      ours: ours.coverage,
      baseline: 0.8,
      unit: "of all",
      what: "share that came about from low to high; baseline: what is honest",
      budget: "0.9 to 1.1"
    })
  ]
}

const timeFigures = (): ReadonlyArray<Figure> => {
  const { seen } = lendingTown({ seed: 1, learnedOn: 365, days: 366, titles: 100, askedDaily: 10 })
  const rates = ratesFor(learnRates(seen), { itemType: "novel", collection: "" })
  const time = (waiting: number, copies: number): number => {
    const question = (seed: number): WaitQuestion => ({
      at: seen.at,
      ahead: { waiting, suspendedUntil: [] },
      copies: Array.from({ length: copies }, () => ({ is: "onLoan", dueAt: seen.at })),
      seed
    })
    timed(30, (seed) => estimateWait(question(seed), rates))
    return median(timed(50, (seed) => estimateWait(question(seed), rates)))
  }
  return [
    figure({
      name: "estimates-time",
      ours: time(10, 3),
      baseline: time(50_000, 500),
      unit: "µs",
      what: "an estimate with 10 ahead and 3 copies, played 300 times; baseline: 50,000 ahead and 500 copies, by the formula",
      budget: null
    })
  ]
}
