import type Database from "better-sqlite3"

interface Statistic {
  readonly tbl: string
  readonly idx: string
  /** Rows in the index, then rows that share its first column, its first two, and so on. */
  readonly stat: string
}

/**
 * Tells the engine how tables are filled, so that it plans for a large library from the first row on: a tenant's id
 * narrows nothing down, the rest of a key nearly everything. Left alone it takes every first column of an index for a
 * good one and reads whole tables; told by what is there today, it plans for a table that was small when it looked.
 */
export const steadyPlans = (file: Database.Database): void => {
  const wanted = statistics(file)
  if (JSON.stringify(present(file)) === JSON.stringify(wanted)) return
  file
    .transaction(() => {
      // Makes the engine's own tables, which cannot be made otherwise.
      file.exec("analyze tenant")
      for (const name of statisticTables(file)) file.exec(`delete from ${name}`)
      const insert = file.prepare<Statistic>("insert into sqlite_stat1 (tbl, idx, stat) values (@tbl, @idx, @stat)")
      for (const row of wanted) insert.run(row)
    })
    .immediate()
  file.exec("analyze sqlite_schema")
}

const manyRows = 1_000_000
/** In an index that holds only some of a table's rows. */
const fewRows = 10_000
/** Sharing a column behind the tenant, as copies share a title. */
const siblings = 10

const statistics = (file: Database.Database): ReadonlyArray<Statistic> =>
  file
    .prepare<[], Table>("select name, wr from pragma_table_list where type = 'table' and name not like 'sqlite%'")
    .all()
    .flatMap(({ name, wr }) => indexesOf(file, name).map((index) => statistic(file, name, wr === 1, index)))
    .sort((left, right) => (left.tbl + left.idx < right.tbl + right.idx ? -1 : 1))

interface Table {
  readonly name: string
  /** 1: stored in the order of its key. */
  readonly wr: number
}

interface Index {
  readonly name: string
  readonly unique: number
  readonly origin: string
  readonly partial: number
}

const indexesOf = (file: Database.Database, table: string): ReadonlyArray<Index> =>
  file.prepare<[string], Index>(`select name, "unique", origin, partial from pragma_index_list(?)`).all(table)

const statistic = (file: Database.Database, table: string, keyed: boolean, index: Index): Statistic => {
  const columns = file
    .prepare<[string], unknown>("select 1 from pragma_index_xinfo(?) where key = 1")
    .all(index.name).length
  const rows = index.partial === 1 ? fewRows : manyRows
  const sharing = Array.from({ length: columns }, (_, at) => {
    if (at === columns - 1 && index.unique === 1) return 1
    return at === 0 ? rows : siblings
  })
  // The key that a table is stored by goes by the table's own name.
  return { tbl: table, idx: keyed && index.origin === "pk" ? table : index.name, stat: [rows, ...sharing].join(" ") }
}

const statisticTables = (file: Database.Database): ReadonlyArray<string> =>
  file.prepare<[], string>("select name from sqlite_schema where name like 'sqlite_stat%'").pluck().all() as string[]

const present = (file: Database.Database): ReadonlyArray<unknown> =>
  statisticTables(file).includes("sqlite_stat1")
    ? file.prepare("select tbl, idx, stat from sqlite_stat1 order by tbl || idx").all()
    : []
