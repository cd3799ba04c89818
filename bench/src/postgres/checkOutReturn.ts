import { postgresStorage } from "@openshelf/adapter-postgres"
import pg from "pg"
import { startPostgres } from "../../../scripts/postgres.ts"
import { lendAndTakeBack, openBench, stock, tenant } from "../benchLibrary.ts"
import { growthBench } from "../checkOutGrowth.ts"
import { type Figure, figure, median, timedEach } from "../figure.ts"
import { record, replayFlush } from "./recording.ts"

const pairs = 1_500
const warmUp = 300
const readers = 200

/**
 * Checkout and return on a durable PostgreSQL against the very statements that they send, issued by hand on one
 * connection to a copy of the database; both databases hold the same afterwards.
 */
export const postgresBenches = async (): Promise<ReadonlyArray<Figure>> => {
  const server = await startPostgres({ durable: true })
  try {
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    try {
      const growth = await openBench(
        postgresStorage({ url: await database(admin, server.url, "openshelf_bench_growth") })
      )
      const grown = await growthBench("checkout-growth-postgres", growth)
      await growth.library.close()
      return [...grown, ...(await checkOutReturn(admin, server.url))]
    } finally {
      for (const name of ["growth", "ours", "by_hand"])
        await admin.query(`drop database if exists openshelf_bench_${name}`)
      await admin.end()
    }
  } finally {
    await server.stop()
  }
}

const database = async (admin: pg.Client, url: string, name: string, template = "template1"): Promise<string> => {
  await admin.query(`drop database if exists ${name}`)
  await admin.query(`create database ${name} template ${template}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

const checkOutReturn = async (admin: pg.Client, url: string): Promise<ReadonlyArray<Figure>> => {
  const ours = await database(admin, url, "openshelf_bench_ours")
  const seeded = await openBench(postgresStorage({ url: ours }))
  await stock(seeded, readers, pairs)
  await seeded.library.close()
  const byHand = await database(admin, url, "openshelf_bench_by_hand", "openshelf_bench_ours")

  // The statements are written down in a run of their own, as that takes time; then both run on fresh copies.
  const rehearsal = await database(admin, url, "openshelf_bench_rehearsal", "openshelf_bench_ours")
  const recording = record()
  const rehearsed = await openBench(postgresStorage({ url: rehearsal, poolMax: 1, onRoundTrip: recording.flush }))
  const first = recording.flushes.length
  for (let n = 0; n < pairs; n++) await lendAndTakeBack(rehearsed.desk, `r${n % readers}`, `i${n}`, n)
  recording.stop()
  await rehearsed.library.close()
  // As tables grow the server is told to look at them anew, beside the commands.
  const lending = recording.flushes.slice(first).filter((flush) => !flush.every(({ text }) => /^analyze/i.test(text)))
  const flushes = lending.slice(-4 * pairs)
  // One more: the first command loads policy and calendar.
  if (lending.length !== 1 + 4 * pairs) throw new Error(`${lending.length} round trips for ${2 * pairs} commands`)

  const { library, desk } = await openBench(postgresStorage({ url: ours, poolMax: 1 }))
  const client = new pg.Client({ connectionString: byHand, pipeline: true } as pg.ClientConfig)
  await client.connect()
  const times: { readonly ours: Array<number>; readonly hand: Array<number> } = { ours: [], hand: [] }
  for (let n = 0; n < pairs; n++) {
    times.ours.push(...(await timedEach(1, () => lendAndTakeBack(desk, `r${n % readers}`, `i${n}`, n))))
    const mine = flushes.slice(4 * n, 4 * n + 4)
    const [time = 0] = await timedEach(1, async () => {
      for (const flush of mine) await replayFlush(client, flush)
    })
    times.hand.push(time)
  }
  await library.close()
  const same = (await dumpOf(client)) === (await dumpAt(rehearsal))
  await client.end()
  await admin.query("drop database openshelf_bench_rehearsal")
  if (!same) throw new Error("the rehearsed database and the one written by hand differ")
  return [
    figure({
      name: "postgres-checkout-return",
      ours: median(times.ours.slice(warmUp)),
      baseline: median(times.hand.slice(warmUp)),
      unit: "µs",
      what: "checkout + return, durable PostgreSQL, four round trips; baseline: the same statements issued by hand",
      budget: "at most 1.5 times"
    })
  ]
}

const dumpAt = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await dumpOf(client)
  } finally {
    await client.end()
  }
}

/** All rows of the tables that lending touches, as one text. */
const dumpOf = async (client: pg.Client): Promise<string> => {
  const tables = ["reader", "title_queue", "item", "loan", "loan_reader", "loan_count", "event", "command"]
  const texts: Array<string> = []
  for (const table of tables) {
    const { rows } = await client.query(`select t::text as row from ${table} t where tenant_id = $1 order by 1`, [
      tenant
    ])
    texts.push(table, ...rows.map(({ row }) => row as string))
  }
  return texts.join("\n")
}
