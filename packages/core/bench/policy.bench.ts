/**
 * Resolving all settings of a checkout with a policy of 5,000 rows, over 100,000 distinct random contexts, against a
 * linear scan of its rows. Ends with 1 where a budget is not kept: 10 µs median to resolve, 100 ms to build the index (the
 * best of several: other work on the machine is not the library's). Run by hand:
 * `pnpm exec node --conditions=@openshelf/source packages/core/bench/policy.bench.ts [rows]`
 */
import { Result } from "effect"
import { meets } from "../src/policy/compiled/condition.ts"
import { parsePolicy } from "../src/policy/documents.ts"
import {
  type CompiledPolicy,
  compilePolicy,
  explainSetting,
  type PolicyContext,
  type ResolvedSettings,
  type SettingName,
  settings
} from "../src/policy/index.ts"

const rowCount = Number(process.argv[2] ?? 5_000)
const contextCount = 100_000
const names = [...Object.keys(settings), "loanCountMax.all", "loanCountMax.film"] as ReadonlyArray<SettingName>

/** Mulberry32: small, seeded, good enough to spread cases. */
const random = (() => {
  let state = 42
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
})()
const below = (n: number): number => Math.floor(random() * n)
const maybe = <A>(chance: number, make: () => A, name: string): Record<string, A> =>
  random() < chance ? { [name]: make() } : {}
const code = (kind: string, n: number): string => `${kind}${below(n)}`
const codes = (kind: string, n: number): unknown => {
  const shape = random()
  if (shape < 0.6) return code(kind, n)
  const list = [code(kind, n), code(kind, n), code(kind, n)]
  return shape < 0.9 ? list : { not: list }
}
const tree = (kind: string, n: number): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`${kind}${i}`, i < 8 ? {} : { parent: `${kind}${Math.floor(i / 8)}` }])
  )

const row = (i: number): unknown => ({
  id: `row-${i}`,
  when: {
    ...maybe(0.6, () => codes("category", 60), "readerCategory"),
    ...maybe(0.6, () => codes("type", 60), "itemType"),
    ...maybe(0.4, () => codes("branch", 100), "branch"),
    ...maybe(0.1, () => codes("group", 10), "branchGroup"),
    ...maybe(0.1, () => codes("collection", 40), "collection"),
    ...maybe(0.1, () => codes("location", 80), "location"),
    ...maybe(0.05, () => codes("language", 20), "language"),
    ...maybe(0.1, () => ({ max: 5 + below(60) }), "readerAge"),
    ...maybe(0.05, () => ({ max: 30 + below(700) }), "itemAgeDays"),
    ...maybe(0.1, () => ({ min: 1 + below(30) }), "waiting"),
    ...maybe(0.05, () => code("format", 4), "format"),
    ...maybe(0.05, () => random() < 0.5, "isRenewal"),
    ...maybe(0.05, () => random() < 0.5, "onSite"),
    ...maybe(0.05, () => (random() < 0.5 ? "same" : "other"), "readerHome"),
    ...maybe(0.05, () => random() < 0.5, "readerNear")
  },
  set: {
    ...maybe(0.4, () => ({ days: below(60) }), "loanPeriod"),
    ...maybe(0.2, () => ({ days: below(60) }), "renewalPeriod"),
    ...maybe(0.2, () => below(5), "renewalCountMax"),
    ...maybe(0.2, () => below(30), "loanCountMax.all"),
    ...maybe(0.1, () => below(10), "loanCountMax.film"),
    ...maybe(0.2, () => ({ amount: "0.10", per: "day" }), "overdueRate"),
    ...maybe(0.1, () => "20.00", "debtMax"),
    ...maybe(0.1, () => random() < 0.9, "lendable")
  }
})

const base = {
  id: "base",
  when: {},
  set: {
    lendable: true,
    loanPeriod: { days: 28 },
    renewalPeriod: { days: 28 },
    dueTime: "closing",
    closedDays: "nextOpenDay",
    renewalCountMax: 2,
    renewFrom: "now",
    renewalWhenWaiting: false,
    overdueRate: "none",
    overdueGrace: { days: 0 },
    overdueGraceIncluded: false,
    overdueCap: "unlimited",
    overdueOnClosedDays: false,
    reservationCountMax: 5,
    reservable: true,
    reservableOnShelf: false,
    pickupDays: 7,
    debtMax: "10.00",
    dueCutAtExpiry: true,
    membershipMonths: 12,
    "loanCountMax.all": 20,
    "loanCountMax.film": 5
  }
}

const document = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: {
    by: "criteriaOrder",
    order: [
      "branch",
      "branchGroup",
      "library",
      "readerCategory",
      "itemType",
      "collection",
      "location",
      "format",
      "language",
      "readerAge",
      "itemAgeDays",
      "waiting",
      "isRenewal",
      "onSite",
      "readerHome",
      "readerNear"
    ]
  },
  readerCategories: tree("category", 60),
  itemTypes: tree("type", 60),
  branchGroups: Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`group${i}`, Array.from({ length: 15 }, () => code("branch", 100))])
  ),
  limits: { all: {}, film: { itemType: ["type1", "type2"] } },
  rows: [...Array.from({ length: rowCount - 1 }, (_, i) => row(i)), base]
}

const context = (): PolicyContext => ({
  readerCategory: code("category", 60),
  itemType: code("type", 60),
  branch: code("branch", 100),
  collection: code("collection", 40),
  location: code("location", 80),
  format: code("format", 4),
  language: code("language", 20),
  readerAge: below(90),
  itemAgeDays: below(4_000),
  waiting: below(40),
  isRenewal: random() < 0.3,
  onSite: random() < 0.1,
  recalled: random() < 0.05,
  readerHome: random() < 0.7 ? "same" : "other",
  readerNear: random() < 0.9
})

const distinctContexts = (): ReadonlyArray<PolicyContext> => {
  const found = new Map<string, PolicyContext>()
  while (found.size < contextCount) {
    const one = context()
    found.set(JSON.stringify(one), one)
  }
  return [...found.values()]
}

const timed = <A>(what: string, run: () => A): readonly [A, number] => {
  const start = performance.now()
  const result = run()
  const ms = performance.now() - start
  console.log(`${what}: ${ms.toFixed(1)} ms`)
  return [result, ms]
}

let sink = 0
const readAll = (resolved: ResolvedSettings): void => {
  for (const name of names) if (resolved.get(name) !== undefined) sink += 1
}

/** The same without an index: the rows in the order in which they win, each setting from the first that matches. */
const scan = ({ ranked, values }: CompiledPolicy, one: PolicyContext): ReadonlyMap<string, unknown> => {
  const found = new Map<string, unknown>()
  for (const { row, conditions } of ranked) {
    if (!conditions.every(({ match, field }) => meets(match, one[field]))) continue
    for (const [name, value] of values[row] ?? []) if (!found.has(name)) found.set(name, value)
  }
  return found
}

const sorted = (times: ReadonlyArray<number>): ((part: number) => number) => {
  const inOrder = times.toSorted((a, b) => a - b)
  return (part) => inOrder[Math.floor(inOrder.length * part)] ?? 0
}

/** Median and 99th percentile of one call, from batches of 50: a clock cannot see a single one. */
const perCall = (
  contexts: ReadonlyArray<PolicyContext>,
  run: (one: PolicyContext) => void
): readonly [number, number] => {
  const times: Array<number> = []
  for (let i = 0; i + 50 <= contexts.length; i += 50) {
    const start = performance.now()
    for (let j = i; j < i + 50; j++) run(contexts[j] as PolicyContext)
    times.push(((performance.now() - start) * 1_000) / 50)
  }
  const at = sorted(times)
  return [at(0.5), at(0.99)]
}

const text = JSON.stringify(document, null, 2)
console.log(`${rowCount} rows, ${text.length} characters`)
const [parsed] = timed("read and validate", () => parsePolicy(text))
const decoded = Result.getOrThrow(parsed)
const compile = (): CompiledPolicy => compilePolicy(decoded, { version: 1 })
const built = Array.from({ length: 5 }, () => timed("build the index", compile)[1])
const policy = compile()
const contexts = distinctContexts()
const medians = Array.from({ length: 3 }, () => {
  const [median, p99] = perCall(contexts, (one) => readAll(policy.resolve(one)))
  console.log(`resolve and read ${names.length} settings: ${median.toFixed(2)} µs median, ${p99.toFixed(2)} µs p99`)
  return median
})
const some = contexts.slice(0, 1_000)
const [scanned] = perCall(some, (one) => {
  sink += scan(policy, one).size
})
console.log(`linear scan: ${scanned.toFixed(0)} µs median`)
for (const one of some) {
  const found = scan(policy, one)
  const resolved = policy.resolve(one)
  if (names.some((name) => found.get(name) !== resolved.get(name))) throw new Error("the scan finds something else")
}
const explained = perCall(contexts.slice(0, 50), (one) => {
  for (const name of names.slice(0, 4)) sink += explainSetting(policy, name, one).candidates.length
})
console.log(`explain one setting: ${(explained[0] / 4).toFixed(0)} µs (${sink} values read)`)

const best = { index: Math.min(...built), resolve: Math.min(...medians) }
console.log(`budgets: index ${best.index.toFixed(1)} of 100 ms, resolve ${best.resolve.toFixed(2)} of 10 µs`)
if (best.index > 100 || best.resolve > 10) process.exitCode = 1
