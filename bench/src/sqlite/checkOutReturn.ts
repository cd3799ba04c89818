import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import Database from "better-sqlite3"
import { lendAndTakeBack, openBench, stock, tenant } from "../benchLibrary.ts"
import { growthBench } from "../checkOutGrowth.ts"
import { type Figure, figure, median, timed, timedEach } from "../figure.ts"
import { handWritten, type Written } from "./handWritten.ts"

const pairs = 2_000
const readers = 200

/** Checkout and return on a durable SQLite file, against the same work written by hand; both files hold the same afterwards. */
export const sqliteBenches = async (): Promise<ReadonlyArray<Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-bench-"))
  try {
    const growth = await openBench(sqliteStorage({ file: join(folder, "growth.sqlite") }))
    const grown = await growthBench("checkout-growth-sqlite", growth)
    await growth.library.close()
    return [...grown, ...(await checkOutReturn(folder))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const checkOutReturn = async (folder: string): Promise<ReadonlyArray<Figure>> => {
  const file = join(folder, "ours.sqlite")
  const byHand = join(folder, "byHand.sqlite")
  const seeded = await openBench(sqliteStorage({ file }))
  await stock(seeded, readers, pairs)
  await seeded.library.close()
  copyFileSync(file, byHand)
  const before = new Database(file).pragma("page_count", { simple: true }) as number

  const { library, desk } = await openBench(sqliteStorage({ file }))
  const ours = await timedEach(pairs, (n) => lendAndTakeBack(desk, `r${n % readers}`, `i${n}`, n))
  await library.close()
  const after = new Database(file).pragma("page_count", { simple: true }) as number

  const written = writtenIn(file)
  const hand = handWritten(byHand)
  const baseline = timed(pairs, (n) => {
    const { out, back } = written[n] as Pair
    hand.checkOut(out)
    hand.returnItem(back)
  })
  hand.close()
  const [mine, theirs] = [dump(file), dump(byHand)]
  if (mine !== theirs) throw new Error("the file of the library and the one written by hand differ")
  return [
    figure({
      name: "sqlite-checkout-return",
      ours: median(ours.subarray(pairs / 4)),
      baseline: median(baseline.subarray(pairs / 4)),
      unit: "µs",
      what: "checkout + return, durable SQLite file; baseline: the same prepared by hand on better-sqlite3",
      budget: "at most 2 times"
    }),
    figure({
      name: "bytes-per-loan-sqlite",
      ours: ((after - before) * 4_096) / pairs,
      baseline: rowBytes(file) / pairs,
      unit: "bytes",
      what: "growth of the file a returned loan; baseline: the text of its event and command rows",
      budget: null
    })
  ]
}

interface Pair {
  readonly out: Written
  readonly back: Written
}

type Row = Record<string, string | number | null>

const writtenIn = (file: string): ReadonlyArray<Pair> => {
  const db = new Database(file, { readonly: true })
  const all = (sql: string): ReadonlyArray<Row> => db.prepare(sql).all() as ReadonlyArray<Row>
  const loans = all("select l.*, i.barcode from loan l join item i using (tenant_id, item_id) order by lent_at")
  const events = new Map(all("select * from event").map((row) => [`${row.stream_id} ${row.seq}`, row]))
  const outs = all("select * from command where name = 'checkOut' order by at")
  const backs = all("select * from command where name = 'returnItem' order by at")
  const readerOf = new Map(all("select card, reader_id from card").map((row) => [row.card, row.reader_id]))
  db.close()
  return loans.map((loan, n) => {
    const of = (command: Row, seq: number): Written => ({
      keyHash: command.key_hash as string,
      card: `r${n % readers}`,
      barcode: loan.barcode as string,
      readerId: readerOf.get(`r${n % readers}`) as string,
      itemId: loan.item_id as string,
      titleId: loan.title_id as string,
      loanId: loan.loan_id as string,
      loan,
      event: events.get(`${loan.loan_id} ${seq}`) as Row,
      command
    })
    return { out: of(outs[n] as Row, 1), back: of(backs[n] as Row, 2) }
  })
}

const dump = (file: string): string => {
  const db = new Database(file, { readonly: true })
  const names = ["reader", "title_queue", "item", "loan", "loan_reader", "loan_count", "event", "command"]
  const rows = names.map((name) => {
    const found = db.prepare(`select * from ${name} where tenant_id = ?`).all(tenant)
    return `${name}\n${found
      .map((row) => JSON.stringify(row))
      .sort()
      .join("\n")}`
  })
  db.close()
  return rows.join("\n")
}

const rowBytes = (file: string): number => {
  const db = new Database(file, { readonly: true })
  const { bytes } = db
    .prepare(
      "select (select sum(length(body)) from event where tag in ('ItemCheckedOut', 'ItemReturned')) + (select sum(length(receipt) + 128) from command where name in ('checkOut', 'returnItem')) as bytes"
    )
    .get() as { bytes: number }
  db.close()
  return bytes
}
