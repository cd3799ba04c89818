import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { type Narrowed, waitingFor } from "./candidates.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type RenewalSlots = Pick<
  Slots,
  | "recallsOfItem"
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
  recallsOfItem: recallsOfItem(builder),
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

const recallsOfItem = (builder: Builder): Slots["recallsOfItem"] => {
  const recalled = recalledLikeItem(builder)
  const count = oneRow<{ readonly barcode: string }, number>(
    "recalls_of_item",
    shapeOfOnly(
      "recalls",
      oneValue<number>(
        sql`count(reservation.item_id) + case when count(*) - count(reservation.item_id) > ${recalled} then count(*) - count(reservation.item_id) - ${recalled} else 0 end`
      )
    ),
    waitingFor(
      builder.db
        .selectFrom("reservation")
        .where("reservation.tenant_id", "=", tenant)
        .where("reservation.kind", "=", sql.lit("recall"))
        .where("reservation.suspended", "=", sql.lit(0)) as unknown as Narrowed,
      (key) => ofBarcode(builder, key)
    )
  )
  return { ...count, gives: (rows, by) => count.gives(rows, by) ?? 0 }
}

/** How many loans of other copies like the item, that nobody recalls by itself, are recalled for reservations. */
const recalledLikeItem = (builder: Builder): Expression<number> =>
  builder.db
    .selectFrom("item as copy")
    .innerJoin("loan as lent", (join) =>
      join.on("lent.tenant_id", "=", tenant).onRef("lent.item_id", "=", "copy.item_id")
    )
    .select(sql<number>`count(*)`.as("recalled"))
    .where("copy.tenant_id", "=", tenant)
    .where("copy.title_id", "=", ofBarcode(builder, "title_id"))
    .where("copy.volume", "=", ofBarcode(builder, "volume"))
    .where("copy.type", "=", ofBarcode(builder, "type"))
    .where("copy.item_id", "<>", ofBarcode(builder, "item_id"))
    .where("lent.closed_at", "is", null)
    .where("lent.recalled_by", "=", sql.lit("reservation"))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("reservation as named")
            .select("named.reservation_id")
            .where("named.tenant_id", "=", tenant)
            .where("named.title_id", "=", ofBarcode(builder, "title_id"))
            .whereRef("named.item_id", "=", "copy.item_id")
            .where("named.state", "=", sql.lit("waiting"))
            .where("named.kind", "=", sql.lit("recall"))
            .where("named.suspended", "=", sql.lit(0))
        )
      )
    )
    .$asScalar()

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
