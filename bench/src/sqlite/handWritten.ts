import Database from "better-sqlite3"
import { tenant } from "../benchLibrary.ts"

type Row = Record<string, string | number | null>

/** What one command wrote, taken from the file that the library made: the baseline writes the same. */
export interface Written {
  readonly keyHash: string
  readonly card: string
  readonly barcode: string
  readonly readerId: string
  readonly itemId: string
  readonly titleId: string
  readonly loanId: string
  readonly loan: Row
  readonly event: Row
  readonly command: Row
}

export interface HandWritten {
  readonly checkOut: (of: Written) => void
  readonly returnItem: (of: Written) => void
  readonly close: () => void
}

const count =
  "insert into loan_count (tenant_id, reader_id, item_type, collection, branch, on_site, count) values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, reader_id, item_type, collection, branch, on_site) do update set count = count + excluded.count"
const event =
  "insert into event (tenant_id, stream_id, seq, tag, at, actor, branch, channel, desk, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
const command =
  "insert into command (tenant_id, key_hash, content_hash, name, at, receipt, documents_version) select ?, ?, ?, ?, ?, ?, (select documents_version from tenant where tenant_id = ? and documents_version = ?)"
const guard = (table: string, id: string): string =>
  `update ${table} set version = case when version = ? then version + 1 end where tenant_id = ? and ${id} = ?`

/** Checkout and return as one would write them by hand: the same reads, guards, rows, events and key, prepared once. */
export const handWritten = (file: string): HandWritten => {
  const db = new Database(file)
  db.pragma("journal_mode = wal")
  db.pragma("synchronous = full")
  db.pragma("foreign_keys = on")
  const p = (sql: string): Database.Statement<Array<unknown>, Row> => db.prepare(sql)
  const q = {
    begin: db.prepare("begin immediate"),
    commit: db.prepare("commit"),
    known: p("select content_hash, receipt from command where tenant_id = ? and key_hash = ?"),
    documents: p("select documents_version from tenant where tenant_id = ?"),
    item: p(
      "select i.*, q.version as queue_version, q.waiting_count, q.next_place, t.title, t.responsibility, t.format, t.language from item i join title_queue q on q.tenant_id = i.tenant_id and q.title_id = i.title_id join title t on t.tenant_id = i.tenant_id and t.title_id = i.title_id where i.tenant_id = ? and i.barcode = ?"
    ),
    setAside: p(
      "select r.*, rr.reader_id from item i join reservation r on r.tenant_id = i.tenant_id and r.reservation_id = i.reservation_id join reservation_reader rr on rr.tenant_id = r.tenant_id and rr.reservation_id = r.reservation_id where i.tenant_id = ? and i.barcode = ?"
    ),
    reader: p(
      "select r.*, a.version as account_version, a.balance from card c join reader r on r.tenant_id = c.tenant_id and r.reader_id = c.reader_id join account a on a.tenant_id = r.tenant_id and a.account_id = r.reader_id where c.tenant_id = ? and c.card = ?"
    ),
    counts: p(
      "select n.* from card c join loan_count n on n.tenant_id = c.tenant_id and n.reader_id = c.reader_id where c.tenant_id = ? and c.card = ?"
    ),
    reservations: p(
      "select r.*, t.title, q.waiting_count from card c join reservation_reader rr on rr.tenant_id = c.tenant_id and rr.reader_id = c.reader_id join reservation r on r.tenant_id = rr.tenant_id and r.reservation_id = rr.reservation_id join title t on t.tenant_id = r.tenant_id and t.title_id = r.title_id join title_queue q on q.tenant_id = r.tenant_id and q.title_id = r.title_id where c.tenant_id = ? and c.card = ?"
    ),
    loanOfItem: p(
      "select l.*, r.reader_id, r.version as reader_version, r.category, a.balance from item i join loan l on l.tenant_id = i.tenant_id and l.item_id = i.item_id and l.closed_at is null join loan_reader lr on lr.tenant_id = l.tenant_id and lr.loan_id = l.loan_id join reader r on r.tenant_id = lr.tenant_id and r.reader_id = lr.reader_id join account a on a.tenant_id = r.tenant_id and a.account_id = r.reader_id where i.tenant_id = ? and i.barcode = ?"
    ),
    blocks: p(
      "select b.* from card c join reader_block b on b.tenant_id = c.tenant_id and b.reader_id = c.reader_id where c.tenant_id = ? and c.card = ?"
    ),
    charges: p(
      "select c.*, (select coalesce(sum(a.amount), 0) from allotment a join entry e on e.tenant_id = a.tenant_id and e.entry_id = a.entry_id where a.tenant_id = c.tenant_id and a.charge_id = c.charge_id and e.kind = 'payment') as paid from item i join charge_loan l on l.tenant_id = i.tenant_id and l.loan_id = i.loan_id join charge c on c.tenant_id = l.tenant_id and c.charge_id = l.charge_id where i.tenant_id = ? and i.barcode = ?"
    ),
    candidates: p(
      "select r.*, rr.reader_id from item i join reservation r on r.tenant_id = i.tenant_id and r.title_id = i.title_id and r.place is not null and r.state = 'waiting' and (r.item_id is null or r.item_id = i.item_id) join reservation_reader rr on rr.tenant_id = r.tenant_id and rr.reservation_id = r.reservation_id where i.tenant_id = ? and i.barcode = ? order by r.place limit 32"
    ),
    blocksOfQueue: p(
      "select b.* from reader_block b where b.tenant_id = ? and b.reader_id in (select rr.reader_id from item i join reservation r on r.tenant_id = i.tenant_id and r.title_id = i.title_id and r.place is not null and r.state = 'waiting' and (r.item_id is null or r.item_id = i.item_id) join reservation_reader rr on rr.tenant_id = r.tenant_id and rr.reservation_id = r.reservation_id where i.tenant_id = ? and i.barcode = ? order by r.place limit 32)"
    ),
    reserved: p(guard("reader", "reader_id")),
    queued: p(guard("title_queue", "title_id")),
    lend: p(
      "update item set version = case when version = ? then version + 1 end, status = 'onLoan', loan_id = ?, reservation_id = null, on_shelf_from = null, present_branch = ? where tenant_id = ? and item_id = ?"
    ),
    take: p(
      "update item set version = case when version = ? then version + 1 end, status = 'available', loan_id = null, on_shelf_from = null, present_branch = ? where tenant_id = ? and item_id = ?"
    ),
    loan: p(
      "insert into loan (tenant_id, loan_id, version, state, item_id, title_id, branch, lent_at, due_at, closed_at, renewal_count, reminder_count, on_site, item_type, collection, reader_category, policy_version) values (?, ?, 1, 'onLoan', ?, ?, ?, ?, ?, null, 0, 0, 0, ?, ?, ?, ?)"
    ),
    closeLoan: p(
      "update loan set version = case when version = ? then version + 1 end, state = 'closed', closed_at = ? where tenant_id = ? and loan_id = ?"
    ),
    link: p("insert into loan_reader (tenant_id, loan_id, reader_id) values (?, ?, ?)"),
    unlink: p("delete from loan_reader where tenant_id = ? and loan_id = ?"),
    count: p(count),
    uncount: p(
      "update loan_count set count = count - 1 where tenant_id = ? and reader_id = ? and item_type = ? and collection = ? and branch = ? and on_site = ?"
    ),
    event: p(event),
    command: p(command)
  }
  const note = ({ event: e, command: c }: Written, documents: Row | undefined): void => {
    q.event.run(tenant, e.stream_id, e.seq, e.tag, e.at, e.actor, e.branch, e.channel, e.desk, e.body)
    const version = documents?.documents_version
    q.command.run(tenant, c.key_hash, c.content_hash, c.name, c.at, c.receipt, tenant, version)
  }
  const group = ({ readerId, loan }: Written): ReadonlyArray<unknown> => [
    tenant,
    readerId,
    loan.item_type,
    loan.collection,
    loan.branch,
    loan.on_site
  ]
  return {
    checkOut: (of) => {
      q.begin.run()
      q.known.get(tenant, of.keyHash)
      const documents = q.documents.get(tenant)
      const item = q.item.get(tenant, of.barcode)
      q.setAside.get(tenant, of.barcode)
      const reader = q.reader.get(tenant, of.card)
      q.counts.all(tenant, of.card)
      q.reservations.all(tenant, of.card)
      q.loanOfItem.get(tenant, of.barcode)
      q.blocks.all(tenant, of.card)
      const { loan } = of
      q.reserved.run(reader?.version, tenant, of.readerId)
      q.queued.run(item?.queue_version, tenant, of.titleId)
      q.lend.run(item?.version, of.loanId, loan.branch, tenant, of.itemId)
      q.loan.run(
        tenant,
        of.loanId,
        of.itemId,
        of.titleId,
        loan.branch,
        loan.lent_at,
        loan.due_at,
        loan.item_type,
        loan.collection,
        loan.reader_category,
        loan.policy_version
      )
      q.link.run(tenant, of.loanId, of.readerId)
      q.count.run(...group(of), 1)
      note(of, documents)
      q.commit.run()
    },
    returnItem: (of) => {
      q.begin.run()
      q.known.get(tenant, of.keyHash)
      const documents = q.documents.get(tenant)
      const item = q.item.get(tenant, of.barcode)
      const loan = q.loanOfItem.get(tenant, of.barcode)
      q.charges.all(tenant, of.barcode)
      q.setAside.get(tenant, of.barcode)
      q.candidates.all(tenant, of.barcode)
      q.blocksOfQueue.all(tenant, tenant, of.barcode)
      q.reserved.run(loan?.reader_version, tenant, of.readerId)
      q.queued.run(item?.queue_version, tenant, of.titleId)
      q.take.run(item?.version, of.loan.branch, tenant, of.itemId)
      q.closeLoan.run(loan?.version, of.event.at, tenant, of.loanId)
      q.uncount.run(...group(of))
      q.unlink.run(tenant, of.loanId)
      note(of, documents)
      q.commit.run()
    },
    close: () => db.close()
  }
}
