import Database from "better-sqlite3"
import { tenant } from "../benchLibrary.ts"

const slice = 50

interface Row {
  readonly loan_id: string
  readonly due_at: number
  readonly reader_id: string
  readonly reader_version: number
  readonly account_version: number
}

/**
 * As many charges as a night raises, written by hand: the same facts read page by page, the same rows and guards, prepared
 * once, durable, in slices of as many loans. Seconds.
 */
export const nightByHand = (file: string, count: number): number => {
  const db = new Database(file)
  db.pragma("journal_mode = wal")
  db.pragma("synchronous = full")
  const page = db.prepare(
    "select l.*, i.*, q.version as queue_version, t.title, r.*, r.version as reader_version, a.version as account_version, a.balance, c.charge_id from loan l join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id join title_queue q on q.tenant_id = i.tenant_id and q.title_id = i.title_id join title t on t.tenant_id = i.tenant_id and t.title_id = i.title_id join loan_reader b on b.tenant_id = l.tenant_id and b.loan_id = l.loan_id join reader r on r.tenant_id = b.tenant_id and r.reader_id = b.reader_id join account a on a.tenant_id = r.tenant_id and a.account_id = r.reader_id left join charge_loan c on c.tenant_id = l.tenant_id and c.loan_id = l.loan_id and c.kind = 'overdue' and c.renewal_count = l.renewal_count where l.tenant_id = ? and l.closed_at is null and (l.due_at, l.loan_id) > (?, ?) and l.due_at < ? order by l.due_at, l.loan_id limit ?"
  )
  const reader = db.prepare(
    "update reader set version = case when version = ? then version + 1 end where tenant_id = ? and reader_id = ?"
  )
  const account = db.prepare(
    "update account set version = case when version = ? then version + 1 end, balance = balance + 20 where tenant_id = ? and account_id = ?"
  )
  const entry = db.prepare(
    "insert into entry (tenant_id, entry_id, account_id, kind, amount, at, actor, branch, reason, corrects) values (?, ?, ?, 'charge', 20, ?, 'job:hand', 'a', 'overdue', null)"
  )
  const charge = db.prepare(
    "insert into charge (tenant_id, charge_id, account_id, kind, amount, outstanding, refunded, forgiven, raised_at) values (?, ?, ?, 'overdue', 20, 20, 0, 0, ?)"
  )
  const link = db.prepare(
    "insert into charge_loan (tenant_id, loan_id, kind, renewal_count, charge_id) values (?, ?, 'overdue', 99, ?)"
  )
  const event = db.prepare(
    "insert into event (tenant_id, stream_id, seq, tag, at, actor, branch, channel, desk, body) values (?, ?, ?, 'ChargeRaised', ?, 'job:hand', '', 'job', '', ?)"
  )
  const body = JSON.stringify({
    kind: "overdue",
    amount: 20,
    steps: [{ unitsLate: 1 }],
    policyRows: { overdueRate: "base" }
  })
  const versions = new Map<string, { reader: number; account: number }>()
  const begun = performance.now()
  let [dueAt, loanId]: [number, string] = [0, ""]
  for (let nth = 0; nth < count; ) {
    const rows = page.all(tenant, dueAt, loanId, Number.MAX_SAFE_INTEGER, slice) as ReadonlyArray<Row>
    if (rows.length === 0) break
    db.exec("begin immediate")
    for (const row of rows) {
      const { reader_id: id, reader_version, account_version } = row
      const known = versions.get(id) ?? { reader: reader_version, account: account_version }
      const entryId = `hand ${nth++}`
      reader.run(known.reader, tenant, id)
      account.run(known.account, tenant, id)
      entry.run(tenant, entryId, id, 1)
      charge.run(tenant, entryId, id, 1)
      link.run(tenant, row.loan_id, entryId)
      event.run(tenant, id, known.account + 1_000, 1, body)
      versions.set(id, { reader: known.reader + 1, account: known.account + 1 })
      dueAt = row.due_at
      loanId = row.loan_id
    }
    db.exec("commit")
  }
  const seconds = (performance.now() - begun) / 1_000
  db.close()
  return seconds
}
