import type { ReaderLinkFacts } from "@openshelf/core"
import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { borrowerOfItem, readerOfBooking, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, type Query } from "./query.ts"
import { rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type LinkSlots =
  | "linksOfReader"
  | "linksToReader"
  | "linksOfBorrower"
  | "linksOfBooker"
  | "linksToBooker"
  | "linksToBorrower"
  | "linksOfOther"
  | "linksToOther"
  | "notesOfReader"
  | "notesOfOther"
  | "lostCard"
  | "lostCardsOfReader"
  | "lostCardsOfOther"
  | "loanLinksOfOther"

/** Who stands for whom, what staff wrote of readers, lost cards, and the links that a merge moves. */
export const linkFacts = (builder: Builder): Pick<Slots, LinkSlots> => {
  const { db } = builder
  const [reader, other, borrower] = [readerOfCard(builder), readerOfCard(builder, "other"), borrowerOfItem(builder)]
  return {
    linksOfReader: links(builder, "links_of_reader", "of", reader),
    linksToReader: links(builder, "links_to_reader", "to", reader),
    linksOfBooker: links(builder, "links_of_booker", "of", readerOfBooking(builder)),
    linksToBooker: links(builder, "links_to_booker", "to", readerOfBooking(builder)),
    linksOfBorrower: links(builder, "links_of_borrower", "of", borrower),
    linksToBorrower: links(builder, "links_to_borrower", "to", borrower),
    linksOfOther: links(builder, "links_of_other", "of", other),
    linksToOther: links(builder, "links_to_other", "to", other),
    notesOfReader: rowsOf(builder, "notes_of_reader", "readerNote", reader, ["placedAt", "noteId"]),
    notesOfOther: rowsOf(builder, "notes_of_other", "readerNote", other, ["placedAt", "noteId"]),
    lostCard: oneRow(
      "lost_card",
      shapeOfOnly("lostCard", rowOf("lostCard")),
      db
        .selectFrom("lost_card")
        .where("lost_card.tenant_id", "=", tenant)
        .where("lost_card.card", "=", parameter("card"))
    ),
    lostCardsOfReader: rowsOf(builder, "lost_cards_of_reader", "lostCard", reader, ["card"]),
    lostCardsOfOther: rowsOf(builder, "lost_cards_of_other", "lostCard", other, ["card"]),
    loanLinksOfOther: manyRows(
      "loan_links_of_other",
      shapeOfOnly("loanReader", rowOf("loanReader")),
      db
        .selectFrom("loan_reader")
        .where("loan_reader.tenant_id", "=", tenant)
        .where("loan_reader.reader_id", "=", other),
      [["loanReader", "loanId"]]
    )
  }
}

/** Links at one end of which a reader is, each with the reader at the other. */
const links = <By>(
  { db }: Builder,
  name: string,
  end: "of" | "to",
  reader: Expression<string>
): Query<By, ReadonlyArray<ReaderLinkFacts>> => {
  const [here, there] = end === "of" ? (["reader_id", "other_id"] as const) : (["other_id", "reader_id"] as const)
  return manyRows(
    name,
    shapeOf({ link: rowOf("readerLink", "link"), reader: rowOf("reader"), account: rowOf("account") }),
    db
      .selectFrom("reader_link as link")
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", `link.${there}`)
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", `link.${there}`)
      )
      .where("link.tenant_id", "=", tenant)
      .where(`link.${here}`, "=", reader),
    [["link", "linkId"]]
  )
}

const tableNames = { readerNote: "reader_note", lostCard: "lost_card" } as const

/** Rows of a reader's own. */
const rowsOf = <T extends keyof typeof tableNames, By>(
  { db }: Builder,
  name: string,
  table: T,
  reader: Expression<string>,
  order: ReadonlyArray<string>
): Query<By, ReadonlyArray<ReturnType<ReturnType<typeof rowOf<T>>["read"]>>> => {
  const from = tableNames[table] as "reader_note"
  return manyRows(
    name,
    shapeOfOnly(table, rowOf(table)),
    db.selectFrom(from).where(`${from}.tenant_id`, "=", tenant).where(`${from}.reader_id`, "=", reader),
    order.map((field) => [table, field] as const)
  )
}
