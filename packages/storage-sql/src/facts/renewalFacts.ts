import { sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type RenewalSlots = Pick<
  Slots,
  | "recallsOfItem"
  | "recalledOfItem"
  | "copiesOfItem"
  | "queueOfItem"
  | "copiesOfLoans"
  | "queuesOfLoans"
  | "unseenOfItem"
  | "unseenOfLoans"
  | "loansDue"
>

/** What a renewal asks beyond loan and reader: who else wants the title, which copies there are, what falls due. */
export const renewalFacts = (builder: Builder): RenewalSlots => ({
  copiesOfItem: manyRows(
    "copies_of_item",
    copyCount,
    copies(builder).where("item.title_id", "=", ofBarcode(builder, "title_id")),
    []
  ),
  copiesOfLoans: manyRows(
    "copies_of_loans",
    copyCount,
    copies(builder).where("item.title_id", "in", titlesOnLoan(builder)),
    []
  ),
  queueOfItem: manyRows(
    "queue_of_item",
    queueCount,
    queues(builder).where("reservation.title_id", "=", ofBarcode(builder, "title_id")),
    []
  ),
  recallsOfItem: manyRows(
    "recalls_of_item",
    queueCount,
    queues(builder)
      .where("reservation.title_id", "=", ofBarcode(builder, "title_id"))
      .where("reservation.kind", "=", sql.lit("recall")),
    []
  ),
  recalledOfItem: manyRows(
    "recalled_of_item",
    mapped(shapeOf({ item: fieldsOf("item", ["itemId", "volume", "type"]) }), ({ item }) => item),
    recalledBeside(builder),
    [["item", "itemId"]]
  ),
  queuesOfLoans: manyRows(
    "queues_of_loans",
    queueCount,
    queues(builder).where("reservation.title_id", "in", titlesOnLoan(builder)),
    []
  ),
  unseenOfItem: manyRows(
    "unseen_of_item",
    unseenRow,
    unseen(builder).where("unseen_renewal.loan_id", "=", ofBarcode(builder, "loan_id")),
    unseenOrder
  ),
  unseenOfLoans: manyRows(
    "unseen_of_loans",
    unseenRow,
    unseen(builder).where("unseen_renewal.loan_id", "in", loansOf(builder)),
    unseenOrder
  ),
  loansDue: loansDue(builder)
})

const copyGroup = [
  "presentBranch",
  "status",
  "type",
  "collection",
  "location",
  "homeBranch",
  "volume",
  "titleId"
] as const

export const copyCount = mapped(
  shapeOf({ group: fieldsOf("item", copyGroup), copies: oneValue<number>(sql`count(*)`) }),
  ({ group, copies }) => ({ ...group, count: copies })
)

export const queueCount = mapped(
  shapeOf({
    group: fieldsOf("reservation", ["titleId", "itemId", "volume", "itemType", "pickupBranch"]),
    waiting: oneValue<number>(sql`count(*)`)
  }),
  ({ group, waiting }) => ({ ...group, count: waiting })
)

/** Copies of the title of the item, without it, that are on loan and recalled for reservations. */
const recalledBeside = (builder: Builder) =>
  builder.db
    .selectFrom("item")
    .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "item.item_id"))
    .where("item.tenant_id", "=", tenant)
    .where("item.title_id", "=", ofBarcode(builder, "title_id"))
    .where("item.item_id", "<>", ofBarcode(builder, "item_id"))
    .where("loan.closed_at", "is", null)
    .where("loan.state", "=", sql.lit("onLoan"))
    .where("loan.recalled_by", "=", sql.lit("reservation"))

const unseenRow = shapeOfOnly("unseenRenewal", rowOf("unseenRenewal"))

const unseenOrder = [
  ["unseenRenewal", "loanId"],
  ["unseenRenewal", "renewalCount"]
] as const

const unseen = ({ db }: Builder) => db.selectFrom("unseen_renewal").where("unseen_renewal.tenant_id", "=", tenant)

/** The loans of the reader with the card. */
const loansOf = (builder: Builder) =>
  builder.db
    .selectFrom("loan_reader as link")
    .select("link.loan_id")
    .where("link.tenant_id", "=", tenant)
    .where("link.reader_id", "=", readerOfCard(builder))

export const copies = ({ db }: Builder) =>
  db
    .selectFrom("item")
    .where("item.tenant_id", "=", tenant)
    .groupBy([
      "item.present_branch",
      "item.status",
      "item.type",
      "item.collection",
      "item.location",
      "item.home_branch",
      "item.volume",
      "item.title_id"
    ])

export const queues = ({ db }: Builder) =>
  db
    .selectFrom("reservation")
    .where("reservation.tenant_id", "=", tenant)
    .where("reservation.state", "=", sql.lit("waiting"))
    .where("reservation.suspended", "=", sql.lit(0))
    .groupBy([
      "reservation.title_id",
      "reservation.item_id",
      "reservation.volume",
      "reservation.item_type",
      "reservation.pickup_branch"
    ])

/** The titles that the reader with the card has on loan. */
const titlesOnLoan = (builder: Builder) =>
  builder.db
    .selectFrom("loan")
    .innerJoin("loan_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.loan_id", "=", "loan.loan_id")
    )
    .select("loan.title_id")
    .where("loan.tenant_id", "=", tenant)
    .where("loan.closed_at", "is", null)
    .where("link.reader_id", "=", readerOfCard(builder))

const loansDue = ({ db }: Builder): Slots["loansDue"] =>
  pageOfRows(
    "loans_due",
    mapped(shapeOf({ loan: rowOf("loan"), item: fieldsOf("item", ["barcode"]) }), ({ loan, item }) => ({
      loan,
      barcode: item.barcode
    })),
    db
      .selectFrom("loan")
      .innerJoin("item", (join) => join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "loan.item_id"))
      .where("loan.tenant_id", "=", tenant)
      .where("loan.closed_at", "is", null)
      .where("loan.due_at", ">=", parameter("from"))
      .where("loan.due_at", "<", parameter("before")),
    {
      order: [
        ["loan", "dueAt"],
        ["loan", "loanId"]
      ],
      cursor: ["integer", "text"]
    }
  )
