import { madeProblem } from "./madeProblem.ts"
import { proveOptimal } from "@openshelf/core/targeting"
import { emptyNetwork, putPool } from "../../../packages/core/src/reservations/targeting/balance/network.ts"
import { settle } from "../../../packages/core/src/reservations/targeting/balance/settle.ts"
import { fill } from "../../../packages/core/src/reservations/targeting/pool/fill.ts"
import { poolsOf } from "../../../packages/core/src/reservations/targeting/pool/poolsOf.ts"
import { turnsOf } from "../../../packages/core/src/reservations/targeting/pool/turns.ts"
import { loadCostsOf } from "../../../packages/core/src/reservations/targeting/rules/loadCosts.ts"
import { unsound } from "../../../packages/core/src/reservations/targeting/rules/soundRows.ts"
import { waysOf } from "../../../packages/core/src/reservations/targeting/rules/ways.ts"
import { tell } from "../../../packages/core/src/reservations/targeting/tell.ts"
const [r, c, t, l] = process.argv.slice(2).map(Number)
let t0 = performance.now()
const lap = (what: string) => { const now = performance.now(); console.log(what, Math.round(now - t0), "ms", Math.round(process.memoryUsage().rss / 1e6), "MB"); t0 = performance.now() }
const problem = madeProblem({ reservations: r!, copies: c!, titles: t!, loadFree: l! }, 1)
lap("made")
console.log(unsound(problem)); lap("sound")
const { reservations, copies, rules, at } = problem
const ways = waysOf(rules, at), load = loadCostsOf(rules), network = emptyNetwork(rules.branches.length, load)
const pools = poolsOf(reservations, copies, ways)
lap("pools")
console.log(pools.length, "arcs", pools.reduce((s, p) => s + p.supplyOf.length, 0), "biggest", Math.max(...pools.map(p => p.demands.length)), Math.max(...pools.map(p => p.supplies.length)))
const turns = pools.map(p => turnsOf(p, rules.localFirst)); lap("turns")
const fillings = pools.map((p, i) => fill(p, turns[i]!.served, (b) => network.prices[b]!)); lap("fill")
pools.forEach((pool, i) => putPool(network, i, { pool, filling: fillings[i]! })); lap("put")
const changed = settle(network); lap("settle " + changed.size)
const told = tell({ pools: pools.map((pool, i) => ({ pool, filling: fillings[i]!, turns: turns[i]! })), network, rules, ways, load }); lap("tell")
console.log(told.assignments.length, told.waiting.length, told.cost, [...told.prices.branches.values()].join(" "), told.prices.copies.size)
console.log(proveOptimal(problem, told).slice(0, 3)); lap("prove")
