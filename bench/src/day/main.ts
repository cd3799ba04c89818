import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { createClient, issueToken } from "@openshelf/adapter-http"
import { openDatabase, progressOn } from "@openshelf/cli"
import type { Library } from "@openshelf/core"
import { loadDemo, readDemoData } from "@openshelf/reference-server/demo"
import { type HttpDesk, httpDesk } from "./httpDesk.ts"
import { importRealRecords, type Stock, stockOf } from "./prepare.ts"
import { realRecords } from "./realRecords.ts"
import { printTally } from "./report.ts"
import { startServer } from "./server.ts"
import {
  dayMix,
  earlierMix,
  emptyKnown,
  emptyTally,
  type Known,
  type Mix,
  play,
  type Tally,
  type Town
} from "./traffic.ts"

const tenant = "day"
const hour = 3_600_000
/** A Tuesday on which every branch of the demo calendar is open, and the Tuesday six weeks before. */
const day = Date.parse("2026-03-17T09:30:00+08:00")
const earlier = day - 42 * 24 * hour
const opening = earlier - 24 * hour
const records = realRecords()

const { values } = parseArgs({
  options: {
    database: { type: "string" },
    commands: { type: "string", default: "20000" },
    clients: { type: "string", default: "8" },
    readers: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" }
  }
})
const wanted = {
  commands: Number(values.commands),
  clients: Number(values.clients),
  readers: Number(values.readers),
  seed: Number(values.seed)
}
const folder = mkdtempSync(join(tmpdir(), "openshelf-day-"))
const database = values.database ?? join(folder, "day.sqlite")
const progress = progressOn(process.stderr)

const main = async (): Promise<number> => {
  const { demo, tokens } = await withLibrary(prepare)
  const server = await startServer(database)
  const tally = emptyTally()
  const before = emptyTally()
  try {
    const desks = tokens.map((token) => httpDesk(server.url, token))
    const stock = demo ?? (await takeOver(server.url, tokens[0] as string))
    console.log(`${stock.size} items to lend`)
    const cards = await registerReaders(desks)
    const town = { barcodes: [...stock.keys()], titleOf: stock, cards }
    const known = emptyKnown()
    await lendEarlier(desks, town, known, before)
    await playDay(desks, town, known, tally)
    await closeDay(desks[0] as HttpDesk, tally)
    console.log(`peak memory of the server: ${server.peakMiB() ?? "not told"} MiB; of this process: ${ownPeak()} MiB`)
  } finally {
    await server.stop()
  }
  return (await withLibrary(checkAll)) + before.faults.length + tally.faults.length
}

const withLibrary = async <A>(work: (library: Library) => Promise<A>): Promise<A> => {
  const library = await openDatabase(database)
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

const prepare = async (
  library: Library
): Promise<{ readonly demo: Stock | null; readonly tokens: ReadonlyArray<string> }> => {
  let demo: Stock | null = null
  if (records === null) {
    console.log("the real catalogues are not here (folder shared beside the checkout): playing the demo library")
    await loadDemo(library, { tenant, at: opening, days: 60 })
    demo = await stockOf(library, tenant)
  } else {
    const { policy, calendar } = readDemoData()
    const opened = await library.openTenant({ tenant, name: "A day", policy, calendar, at: opening, validFrom: 0 })
    if (!opened.ok) throw new Error(JSON.stringify(opened.invalid))
  }
  const branches = ["central", "riverside", "hillside"]
  const tokens: Array<string> = []
  for (let n = 0; n < wanted.clients; n++) {
    const branch = branches[n % branches.length] as string
    const { token, row } = await issueToken({ tenant, role: "manager", subject: `desk ${n + 1}`, branch, at: opening })
    await library.putToken(tenant, row)
    tokens.push(token)
  }
  return { demo, tokens }
}

/** The real catalogues, through the server as any importer elsewhere would hand them over. */
const takeOver = async (baseUrl: string, token: string): Promise<Stock> => {
  if (records === null) throw new Error("there is nothing to take over")
  const start = performance.now()
  const { stock, ...imported } = await importRealRecords({
    intake: createClient({ baseUrl, token }),
    records,
    folder: join(folder, "rejected"),
    at: opening,
    progress
  })
  console.log(`imported over HTTP in ${((performance.now() - start) / 1_000).toFixed(1)} s`)
  console.table(imported)
  return stock
}

const registerReaders = async (desks: ReadonlyArray<HttpDesk>): Promise<ReadonlyArray<string>> => {
  const categories = ["adult", "child", "student", "senior"]
  const cards = Array.from({ length: wanted.readers }, (_, n) => `D${String(n).padStart(6, "0")}`)
  progress.start("readers", cards.length)
  let next = 0
  const register = async (desk: HttpDesk): Promise<void> => {
    while (next < cards.length) {
      const n = next++
      const reader = {
        card: cards[n],
        name: `Reader ${n}`,
        category: categories[n % categories.length],
        homeBranch: "central"
      }
      const { status, body } = await desk.post("/v1/readers", { ...reader, at: new Date(earlier - hour).toISOString() })
      if (status >= 300) throw new Error(`reader ${n}: ${status} ${JSON.stringify(body)}`)
      progress.reach(next, next)
    }
  }
  await Promise.all(desks.map(register))
  progress.stop()
  return cards
}

type Playing = (desks: ReadonlyArray<HttpDesk>, town: Town, known: Known, tally: Tally) => Promise<void>

const playing =
  (title: string, from: number, count: number, mix: Mix): Playing =>
  async (desks, town, known, tally) => {
    progress.start(title, count)
    const start = performance.now()
    const hours = { from, to: from + 8 * hour }
    await play(desks, town, known, tally, { count, hours, seed: wanted.seed + from / hour, mix }, (n) =>
      progress.reach(n, n)
    )
    progress.stop()
    printTally(title, tally, (performance.now() - start) / 1_000)
  }

/** Loans that are overdue by the day, and copies set aside that nobody fetched. */
const lendEarlier = playing("six weeks before", earlier, Math.ceil(wanted.commands / 10), earlierMix)
const playDay = playing("the day", day, wanted.commands, dayMix)

/** Two weeks on, when the pickup shelves of the day are overdue for clearing. */
const closeDay = async (desk: HttpDesk, tally: Tally): Promise<void> => {
  const at = new Date(day + 14 * 24 * hour).toISOString()
  const { status, body } = await desk.post("/v1/nightly-close", { at })
  if (status !== 200 || body.failed !== 0) tally.faults.push(`nightly close: ${status} ${JSON.stringify(body)}`)
  console.log(`nightly close: ${body.expired} expired, ${body.handedOn} handed on, ${body.failed} failed`)
}

const checkAll = async (library: Library): Promise<number> => {
  const broken = await library.check(tenant)
  console.log(broken.length === 0 ? "check: every invariant holds" : `check: ${JSON.stringify(broken.slice(0, 10))}`)
  const differences = await library.replay(tenant)
  console.log(
    differences.length === 0
      ? "replay: the events give exactly the tables"
      : `replay: ${JSON.stringify(differences.slice(0, 10))}`
  )
  return broken.length + differences.length
}

const ownPeak = (): number => Math.round(process.resourceUsage().maxRSS / 1_024)

const troubles = await main().finally(() => rmSync(folder, { recursive: true, force: true }))
process.exitCode = troubles === 0 ? 0 : 1
