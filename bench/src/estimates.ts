import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import {
  estimated,
  inWholeDays,
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

/** Towns by seeds that nothing in the estimates was set by. */
const towns = Array.from({ length: 10 }, (_, nth) => 21 + nth)

/**
 * Estimates of the wait against what came about: in towns that were played, and behind the later part of real loans where
 * they are beside the checkout. The baseline is what libraries tell that tell anything: position by mean loan.
 */
export const estimatesBench = (): ReadonlyArray<Figure> => [
  ...townFigures(),
  ...ledgers().flatMap((ledger) => ledgerFigures(ledger)),
  ...timeFigures()
]

/** Reservations ahead, from and below. */
const lengths = [
  [0, 1],
  [1, 3],
  [3, 10],
  [10, 25],
  [25, 100]
] as const

/** Two years to learn from, two more in which waits are asked for, in each of some towns. */
const townFigures = (): ReadonlyArray<Figure> => {
  const held = towns.flatMap((seed) => {
    const { seen, meanDays, waits } = lendingTown({ seed, learnedOn: 730, days: 1_600, titles: 150, askedDaily: 10 })
    const learned = learnRates(seen)
    const of = new Map(
      [...meanDays.keys()].map((itemType) => [itemType, ratesFor(learned, { itemType, collection: "" })])
    )
    return waits.map((wait) => ({
      ...wait,
      forecast: estimated(wait.question, of.get(wait.kind.itemType) as RatesFor),
      meanDays: meanDays.get(wait.kind.itemType) ?? 0
    }))
  })
  const score = (some: typeof held): Score => scoreOf(some, ({ forecast }) => forecast)
  const rough = (by: "copies" | "one") => scoreOf(held, ({ question, meanDays }) => roughly(question, meanDays, by))
  const byLength = lengths.map(([from, to]) => {
    const those = held.filter(({ question }) => question.ahead.waiting >= from && question.ahead.waiting < to)
    return coverage(
      `estimates-town-${from}-ahead`,
      score(those),
      `${those.length} of them with ${from} to ${to - 1} ahead`
    )
  })
  return [...scores("estimates-town", `${held.length} waits in ${towns.length} towns`, score(held), rough), ...byLength]
}

interface Ledger {
  readonly name: string
  readonly what: string
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly termDays: number
  /** Whether the earlier loans are known whole, though they ran on beside the later ones: all began within days. */
  readonly whole: boolean
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
    title: "书名",
    reader: "读者代号"
  })
  return [
    {
      name: "strashun",
      what: "the ledger of the Strashun Library, 1903",
      loans: lentOut(days),
      termDays: 14,
      whole: false
    },
    { name: "school", what: "a vocational school, 2021", loans: minutes, termDays: 30, whole: true }
  ]
}

/** From the first loan on that went beyond a day: what stands before was read in the house, or not told apart from that. */
const lentOut = (loans: ReadonlyArray<LedgerLoan>): ReadonlyArray<LedgerLoan> =>
  loans.slice(loans.findIndex(({ lentAt, returnedAt }) => returnedAt - lentAt > 86_400_000))

/** Learns from the first half of the loans, and is held against queues behind the other half. */
const ledgerFigures = ({ name, what, loans, termDays, whole }: Ledger): ReadonlyArray<Figure> => {
  const half = Math.floor(loans.length / 2)
  const [earlier, later] = [loans.slice(0, half), loans.slice(half)]
  const at = whole ? Math.max(...earlier.map(({ returnedAt }) => returnedAt)) : (later[0]?.lentAt ?? 0)
  const rates = ratesOfLedger(earlier, at, termDays)
  const held = queuesBehind(later, termDays, loans.length > 500 ? 5 : 1)
  const meanDays = mean(earlier.map(({ lentAt, returnedAt }) => (returnedAt - lentAt) / 86_400_000))
  const rough = (by: "copies" | "one") => scoreOf(held, ({ question }) => inWholeDays(roughly(question, meanDays, by)))
  const ours = scoreOf(held, ({ question }) => inWholeDays(estimated(question, rates)))
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
    coverage(name, ours, "of the same")
  ]
}

const coverage = (name: string, score: Score, what: string): Figure =>
  figure({
    name: `${name}-coverage`,
    ours: score.coverage,
    baseline: 0.8,
    unit: "of all",
    what: `share that came about from low to high, ${what}; baseline: what is honest`,
    budget: name === "estimates-town" ? "0.9 to 1.1" : null
  })

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
