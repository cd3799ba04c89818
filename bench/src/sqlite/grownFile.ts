import Database from "better-sqlite3"
import { tenant } from "../benchLibrary.ts"

interface Sizes {
  readonly loans: number
  readonly overdue: number
  readonly readers: number
  readonly titles: number
}

/**
 * A file with one loan grown to a million, by copies of its rows under other ids: quicker than as many commands. Every
 * so many loans one is overdue. No events: a check of such a file would miss them.
 */
export const grown = (file: string, { loans, overdue, readers, titles }: Sizes): void => {
  const db = new Database(file)
  db.pragma("synchronous = off")
  const every = loans / overdue
  const title = `'t' || (i % ${titles})`
  const reader = `'p' || (i % ${readers})`
  const copies: ReadonlyArray<
    readonly [table: string, count: number, set: Readonly<Record<string, string>>, of: string]
  > = [
    ["reader", readers, { reader_id: reader }, "reader_id = (select reader_id from card where card = 'r0')"],
    ["account", readers, { account_id: reader }, "account_id = (select reader_id from card where card = 'r0')"],
    ["title", titles, { title_id: title }, sampleTitle],
    ["title_queue", titles, { title_id: title }, sampleTitle],
    [
      "item",
      loans,
      { item_id: "'c' || i", barcode: "'c' || i", title_id: title, loan_id: "'l' || i" },
      "barcode = 'i0'"
    ],
    [
      "loan",
      loans,
      {
        loan_id: "'l' || i",
        item_id: "'c' || i",
        title_id: title,
        due_at: `due_at - case when i % ${every} = 0 then 30 else 0 end * 86400000 + 60 * 86400000 * (i % ${every} <> 0)`
      },
      "loan_id = (select loan_id from item where barcode = 'i0')"
    ],
    [
      "loan_reader",
      loans,
      { loan_id: "'l' || i", reader_id: reader },
      "loan_id = (select loan_id from item where barcode = 'i0')"
    ],
    [
      "loan_count",
      readers,
      { reader_id: reader, count: String(loans / readers) },
      "reader_id = (select reader_id from card where card = 'r0')"
    ]
  ]
  for (const [table, count, set, of] of copies) {
    const columns = (db.pragma(`table_info(${table})`) as ReadonlyArray<{ readonly name: string }>).map(
      ({ name }) => name
    )
    const values = columns.map((name) => set[name] ?? `sample.${name}`)
    db.exec(
      `insert into ${table} (${columns.join()}) with recursive n (i) as (select 0 union all select i + 1 from n where i < ${count - 1}) select ${values.join()} from n, (select * from ${table} where tenant_id = '${tenant}' and ${of}) as sample`
    )
  }
  db.exec("analyze")
  db.close()
}

const sampleTitle = "title_id = (select title_id from item where barcode = 'i0')"
