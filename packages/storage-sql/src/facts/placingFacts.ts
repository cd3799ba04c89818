import type { QueueCount, RankCount } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { paidCharge } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { readerOfCard, titleOfReservation } from "./keys.ts"
import { manyRows, oneRow } from "./query.ts"
import { queueCount, queues } from "./renewalFacts.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"
import { copiesOf } from "./titleFacts.ts"

type PlacingSlots = Pick<
  Slots,
  | "waitingByRank"
  | "ownLoansOfTitle"
  | "loansOfTitleToRecall"
  | "chargesOfTitle"
  | "readerOfReservation"
  | "titleOfReservation"
  | "recalledOfReservation"
  | "chargesOfRecalled"
  | "recallsBesides"
  | "recalledForReader"
  | "chargesRecalledForReader"
  | "recallsWithReader"
  | "copiesOfReservation"
  | "queueAround"
>

/** What placing, changing and moving a reservation asks beyond the title and its reader. */
export const placingFacts = (builder: Builder): PlacingSlots => ({
  waitingByRank: waitingByRank(builder),
  ownLoansOfTitle: manyRows(
    "own_loans_of_title",
    shapeOf({ loan: rowOf("loan"), ...itemParts }),
    loansOfTitle(builder).where("borrower.reader_id", "=", readerOfCard(builder)),
    [["loan", "loanId"]]
  ),
  loansOfTitleToRecall: manyRows(
    "loans_of_title_to_recall",
    loanToRecall,
    borrowers(loansOfTitle(builder).where("loan.recalled_at", "is", null)),
    [
      ["loan", "lentAt"],
      ["loan", "loanId"]
    ],
    "limited"
  ),
  chargesOfTitle: manyRows("charges_of_title", runningCharge(builder), chargesOf(loansOfTitle(builder)), [
    ["charge", "chargeId"]
  ]),
  recalledOfReservation: manyRows("recalled_of_reservation", loanToRecall, borrowers(recalledLoans(builder)), [
    ["loan", "recalledAt"],
    ["loan", "loanId"]
  ]),
  chargesOfRecalled: manyRows("charges_of_recalled", runningCharge(builder), chargesOf(recalledLoans(builder)), [
    ["charge", "chargeId"]
  ]),
  recallsBesides: manyRows(
    "recalls_besides",
    queueCount,
    queues(builder)
      .where("reservation.title_id", "=", titleOfReservation(builder))
      .where("reservation.kind", "=", sql.lit("recall"))
      .where("reservation.reservation_id", "<>", parameter("reservationId")),
    []
  ),
  recalledForReader: recalledForReader(builder),
  chargesRecalledForReader: manyRows(
    "charges_recalled_for_reader",
    runningCharge(builder),
    chargesOf(loansOfTitlesReserved(builder)),
    [["charge", "chargeId"]]
  ),
  recallsWithReader: recallsWithReader(builder),
  readerOfReservation: oneRow(
    "reader_of_reservation",
    shapeOf({
      reader: rowOf("reader"),
      account: rowOf("account"),
      title: fieldsOf("title", ["titleId", "title", "responsibility", "format", "language"])
    }),
    builder.db
      .selectFrom("reservation_reader as link")
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "link.reader_id")
      )
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).on("title.title_id", "=", titleOfReservation(builder))
      )
      .where("link.tenant_id", "=", tenant)
      .where("link.reservation_id", "=", parameter("reservationId"))
  ),
  titleOfReservation: oneRow(
    "title_of_reservation",
    shapeOf({
      title: fieldsOf("title", ["titleId", "title", "responsibility", "format", "language"]),
      queue: rowOf("titleQueue", "queue")
    }),
    builder.db
      .selectFrom("title")
      .innerJoin("title_queue as queue", (join) =>
        join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "title.title_id")
      )
      .where("title.tenant_id", "=", tenant)
      .where("title.title_id", "=", titleOfReservation(builder))
  ),
  copiesOfReservation: copiesOf(builder, "copies_of_reservation", titleOfReservation(builder)),
  queueAround: queueAround(builder)
})

/** Open loans of the copies of a title, with who has them. */
const loansOfTitle = (builder: Builder, titleId: Expression<string> = parameter("titleId")) =>
  openLoans(builder).where("item.title_id", "=", titleId)

const openLoans = (builder: Builder) =>
  itemsWithTitle(builder)
    .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "item.item_id"))
    .innerJoin("loan_reader as borrower", (join) =>
      join.on("borrower.tenant_id", "=", tenant).onRef("borrower.loan_id", "=", "loan.loan_id")
    )
    .where("loan.closed_at", "is", null)

const borrowers = (loans: ReturnType<typeof loansOfTitle>) =>
  loans
    .innerJoin("reader", (join) =>
      join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "borrower.reader_id")
    )
    .innerJoin("account", (join) =>
      join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "borrower.reader_id")
    )

const chargesOf = (loans: ReturnType<typeof loansOfTitle>) =>
  loans
    .innerJoin("charge_loan as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.loan_id", "=", "loan.loan_id")
    )
    .innerJoin("charge", (join) =>
      join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "link.charge_id")
    )

/** Those that are recalled for reservations, of the title of one. */
const recalledLoans = (builder: Builder) =>
  loansOfTitle(builder, titleOfReservation(builder)).where("loan.recalled_by", "=", sql.lit("reservation"))

/** The same of the titles that the reader with the card has reserved. */
const loansOfTitlesReserved = (builder: Builder) =>
  openLoans(builder).where("item.title_id", "in", titlesReservedByReader(builder))

/** Few loans are recalled: asked for them, a server would begin with all loans of the tenant. So they are picked out here. */
const recalledForReader = (builder: Builder): Slots["recalledForReader"] => {
  const lent: Slots["recalledForReader"] = manyRows(
    "recalled_for_reader",
    loanToRecall,
    borrowers(loansOfTitlesReserved(builder)),
    [
      ["loan", "recalledAt"],
      ["loan", "loanId"]
    ]
  )
  return {
    ...lent,
    gives: (rows, by) => lent.gives(rows, by).filter(({ loan }) => loan.recalledBy === "reservation")
  }
}

const recallsWithReader = (builder: Builder): Slots["recallsWithReader"] => {
  const waiting = manyRows<{ readonly card: string }, QueueCount & { readonly kind: string }>(
    "recalls_with_reader",
    mapped(
      shapeOf({
        group: fieldsOf("reservation", ["titleId", "itemId", "volume", "itemType", "pickupBranch", "kind"]),
        waiting: oneValue<number>(sql`count(*)`)
      }),
      ({ group, waiting: count }) => ({ ...group, count })
    ),
    queues(builder).where("reservation.title_id", "in", titlesReservedByReader(builder)).groupBy("reservation.kind"),
    []
  )
  return {
    ...waiting,
    gives: (rows, by) => waiting.gives(rows, by).flatMap(({ kind, ...group }) => (kind === "recall" ? [group] : []))
  }
}

const titlesReservedByReader = (builder: Builder) =>
  builder.db
    .selectFrom("reservation_reader as owner")
    .innerJoin("reservation as own", (join) =>
      join.on("own.tenant_id", "=", tenant).onRef("own.reservation_id", "=", "owner.reservation_id")
    )
    .select("own.title_id")
    // So a server may begin with these few, and not with all that might be among them.
    .distinct()
    .where("owner.tenant_id", "=", tenant)
    .where("owner.reader_id", "=", readerOfCard(builder))

const loanToRecall = shapeOf({ loan: rowOf("loan"), ...itemParts, reader: rowOf("reader"), account: rowOf("account") })

const runningCharge = (builder: Builder) =>
  mapped(
    shapeOf({
      ...paidCharge(builder),
      loan: fieldsOf("loan", ["loanId"]),
      link: fieldsOf("chargeLoan", ["renewalCount"], "link")
    }),
    ({ loan, link, ...known }) => ({ ...known, ...loan, ...link })
  )

const waitingByRank = ({ db }: Builder): Slots["waitingByRank"] =>
  manyRows(
    "waiting_by_rank",
    mapped(
      shapeOf({
        reservation: fieldsOf("reservation", ["rank", "itemId"]),
        volume: oneValue<string>(namedOr.volume),
        itemType: oneValue<string>(namedOr.itemType),
        count: oneValue<number>(sql`count(*)`)
      }),
      ({ reservation: { rank, itemId }, ...wish }): RankCount => ({ itemId, ...wish, rank: rank ?? 0 })
    ),
    db
      .selectFrom("reservation")
      .leftJoin("item as named", (join) =>
        join.on("named.tenant_id", "=", tenant).onRef("named.item_id", "=", "reservation.item_id")
      )
      .where("reservation.tenant_id", "=", tenant)
      .where("reservation.title_id", "=", parameter("titleId"))
      .where("reservation.state", "=", sql.lit("waiting"))
      .groupBy(["reservation.rank", "reservation.item_id", namedOr.volume, namedOr.itemType]),
    []
  )

/** What is asked for; where it is one copy alone, what that one is. */
const namedOr = {
  volume: sql<string>`coalesce(nullif(reservation.volume, ''), named.volume, '')`,
  itemType: sql<string>`coalesce(nullif(reservation.item_type, ''), named.type, '')`
}

/** By places: from that of the so-manieth before it to that of the so-manieth behind it, or to the end of the queue. */
const queueAround = (builder: Builder): Slots["queueAround"] => {
  const { db } = builder
  const live = () =>
    db
      .selectFrom("reservation as other")
      .select("other.place as place")
      .where("other.tenant_id", "=", tenant)
      .where("other.title_id", "=", titleOfReservation(builder))
      .where("other.place", "is not", null)
  const own = db
    .selectFrom("reservation as own")
    .select("own.place as place")
    .where("own.tenant_id", "=", tenant)
    .where("own.reservation_id", "=", parameter("reservationId"))
    .$castTo<{ place: number }>()
    .$asScalar()
  const bound = (direction: "asc" | "desc") =>
    db
      .selectFrom(
        live()
          .where("other.place", direction === "asc" ? ">=" : "<=", own)
          .orderBy("other.place", direction)
          .limit(parameter<number>("limit"))
          .as("near")
      )
      .select(sql<number>`${sql.raw(direction === "asc" ? "max" : "min")}(near.place)`.as("place"))
      .$asScalar()
  return manyRows(
    "queue_around",
    shapeOfOnly("reservation", rowOf("reservation")),
    db
      .selectFrom("reservation")
      .where("reservation.tenant_id", "=", tenant)
      .where("reservation.title_id", "=", titleOfReservation(builder))
      .where("reservation.place", "is not", null)
      .where("reservation.place", ">=", bound("desc"))
      .where("reservation.place", "<=", bound("asc")),
    [["reservation", "place"]]
  )
}
