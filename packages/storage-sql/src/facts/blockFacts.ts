import type { OverdueLoan, ReaderBlockRow } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { readersBeside, readersOfCandidates } from "./candidates.ts"
import {
  borrowerOfItem,
  ofBarcode,
  ofReservedCopy,
  readerOfBooking,
  readerOfCard,
  readerOfReservation
} from "./keys.ts"
import { manyRows, type Query } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type BlockSlots =
  | "blocksOfQueue"
  | "blocksAfterReservation"
  | "blocksBeside"
  | "blocksOfReservation"
  | "blocksOfOther"
  | "blocksOfReader"
  | "blocksOfBorrower"
  | "blocksOfBooker"
  | "overdueOfBooker"
  | "overdueOfReader"
  | "overdueOfBorrower"
  | "loansOfTitle"
  | "loansOfVolumeSet"

/** What may block a reader: blocks set by hand, overdue loans, copies of one title. */
export const blockFacts = (builder: Builder): Pick<Slots, BlockSlots> => ({
  blocksOfQueue: blocksOfQueue(
    builder,
    "blocks_of_queue",
    readersOfCandidates(builder, (key) => ofBarcode(builder, key))
  ),
  blocksAfterReservation: blocksOfQueue(
    builder,
    "blocks_after_reservation",
    readersOfCandidates(builder, (key) => ofReservedCopy(builder, key))
  ),
  blocksBeside: blocksOfQueue(builder, "blocks_beside", readersBeside(builder)),
  blocksOfReservation: blocksOf(
    builder,
    "blocks_of_reservation",
    readerOfReservation(builder, parameter("reservationId"))
  ),
  blocksOfReader: blocksOf(builder, "blocks_of_reader", readerOfCard(builder)),
  blocksOfOther: blocksOf(builder, "blocks_of_other", readerOfCard(builder, "other")),
  blocksOfBorrower: blocksOf(builder, "blocks_of_borrower", borrowerOfItem(builder)),
  blocksOfBooker: blocksOf(builder, "blocks_of_booker", readerOfBooking(builder)),
  overdueOfBooker: overdueOf(builder, "overdue_of_booker", readerOfBooking(builder)),
  overdueOfReader: overdueOf(builder, "overdue_of_reader", readerOfCard(builder)),
  overdueOfBorrower: overdueOf(builder, "overdue_of_borrower", borrowerOfItem(builder)),
  loansOfTitle: manyRows(
    "loans_of_title",
    loanIds(),
    loansOf(builder, readerOfCard(builder)).where("loan.title_id", "=", ofBarcode(builder, "title_id")),
    [["loan", "loanId"]]
  ),
  loansOfVolumeSet: manyRows(
    "loans_of_volume_set",
    loanIds(),
    loansOf(builder, readerOfCard(builder))
      .innerJoin("item", (join) => join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "loan.item_id"))
      .where("item.volume_set", "<>", sql.lit(""))
      .where("item.volume_set", "=", ofBarcode(builder, "volume_set")),
    [["loan", "loanId"]]
  )
})

const loanIds = () => mapped(shapeOfOnly("loan", fieldsOf("loan", ["loanId"])), ({ loanId }) => loanId)

const blocksOf = <By>(
  { db }: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<ReaderBlockRow>> =>
  manyRows(
    name,
    shapeOfOnly("readerBlock", rowOf("readerBlock")),
    db
      .selectFrom("reader_block")
      .where("reader_block.tenant_id", "=", tenant)
      .where("reader_block.reader_id", "=", reader),
    [
      ["readerBlock", "placedAt"],
      ["readerBlock", "blockId"]
    ]
  )

/** Blocks of candidates; of one who waits twice they come once, as a reader is asked for by id. */
const blocksOfQueue = <By>(
  { db }: Builder,
  name: string,
  readers: Expression<string>
): Query<By, ReadonlyArray<ReaderBlockRow>> =>
  manyRows(
    name,
    shapeOfOnly("readerBlock", rowOf("readerBlock")),
    db
      .selectFrom("reader_block")
      .where("reader_block.tenant_id", "=", tenant)
      .where("reader_block.reader_id", "in", readers),
    [["readerBlock", "blockId"]]
  )

const overdueOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<OverdueLoan>> =>
  manyRows(
    name,
    mapped(shapeOf(overdueParts), ({ loan, queue }) => ({ ...loan, ...queue })),
    loansOf(builder, reader)
      .innerJoin("title_queue as queue", (join) =>
        join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "loan.title_id")
      )
      .where("loan.due_at", "<", parameter<number>("before")),
    [
      ["loan", "dueAt"],
      ["loan", "loanId"]
    ],
    "limited"
  )

const overdueParts = {
  loan: fieldsOf("loan", ["loanId", "dueAt", "recalledAt"]),
  queue: fieldsOf("titleQueue", ["waitingCount"], "queue")
}

const loansOf = ({ db }: Builder, reader: Expression<string>) =>
  db
    .selectFrom("loan_reader as link")
    .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
    .where("link.tenant_id", "=", tenant)
    .where("link.reader_id", "=", reader)
    .where("loan.closed_at", "is", null)
