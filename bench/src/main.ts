import { appendFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { decideBench } from "./decide.ts"
import { estimatesBench } from "./estimates.ts"
import type { Figure } from "./figure.ts"
import { httpBench } from "./http.ts"
import { marcBench } from "./marc.ts"
import { postgresBenches } from "./postgres/checkOutReturn.ts"
import { sqliteBenches } from "./sqlite/checkOutReturn.ts"
import { nightlyBench } from "./sqlite/nightlyAccrual.ts"
import { targetingBench } from "./targeting.ts"

const benches: Readonly<Record<string, () => Promise<ReadonlyArray<Figure>> | ReadonlyArray<Figure>>> = {
  decide: decideBench,
  sqlite: sqliteBenches,
  nightly: nightlyBench,
  postgres: postgresBenches,
  http: httpBench,
  marc: marcBench,
  estimates: estimatesBench,
  targeting: targetingBench
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true
})
const unknown = positionals.filter((name) => benches[name] === undefined)
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`)
  process.exit(2)
}

/** Every figure of every run, for looking at how they went over time. Not committed. */
const history = new URL("../../bench-history.jsonl", import.meta.url)

for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  if (!values.json) console.error(`${name} …`)
  for (const { what, budget, ...figure } of (await benches[name]?.()) ?? []) {
    appendFileSync(history, `${JSON.stringify({ at: new Date().toISOString(), ...figure })}\n`)
    if (values.json) console.log(JSON.stringify(figure))
    else {
      const { ours, baseline, unit, ratio } = figure
      const promise = budget === null ? "" : `   (${budget})`
      console.log(
        `${figure.name}: ${ours} ${unit}, baseline ${baseline} ${unit}, ratio ${ratio}${promise}\n    ${what}`
      )
    }
  }
}
