import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

// Makes branchCosts.csv of real movements between branches. The table is committed; this says how it came about, and
// makes it again where the data is: pnpm exec node bench/src/targeting/deriveCosts.ts

const root = fileURLToPath(new URL("../../..", import.meta.url))
const shared = process.env.OPENSHELF_SHARED ?? join(root, "../shared")
const folder = join(shared, "data/circulation/librarieswest")
const branchCount = 50

if (!existsSync(folder)) {
  console.error(`the movements are not there: ${folder}; OPENSHELF_SHARED names another folder that has data/`)
  process.exit(1)
}

const file = readdirSync(folder).find((name) => name.startsWith("transits_")) as string
const [, ...lines] = gunzipSync(readFileSync(join(folder, file)))
  .toString("utf8")
  .trim()
  .split("\n")

const flows = new Map<string, number>()
const movements = new Map<string, number>()
const add = (sums: Map<string, number>, key: string): void => void sums.set(key, (sums.get(key) ?? 0) + 1)
for (const line of lines) {
  const [, , from, , to] = line.trim().split(",") as [string, string, string, string, string]
  add(movements, from)
  add(movements, to)
  add(flows, `${from},${to}`)
}
const branches = [...movements]
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  .slice(0, branchCount)
  .map(([branch]) => branch)

/** Minutes of work a copy: the more travel together, the less each costs. 120 where nothing went, 10 on the busiest ways. */
const minutes = (from: string, to: string): number =>
  from === to ? 0 : Math.round(120 / (1 + Math.sqrt(flows.get(`${from},${to}`) ?? 0) / 4))

const table = [
  "# Derived from movements between branches 2017-12 to 2019-06. LibrariesWest, Open Government Licence v3.",
  ["branch", "movements", ...branches].join(","),
  ...branches.map((from) => [from, movements.get(from), ...branches.map((to) => minutes(from, to))].join(","))
]
writeFileSync(new URL("branchCosts.csv", import.meta.url), `${table.join("\n")}\n`)
