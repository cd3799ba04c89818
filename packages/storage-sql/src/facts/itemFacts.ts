import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { copyOfReservation, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows } from "./query.ts"
import { fieldsOf, rowOf, shapeOf } from "./shape.ts"

/** Items, each with its queue and what a person reads of its title. */
export const itemFacts = (
  builder: Builder
): Pick<Slots, "item" | "itemOfReservation" | "loansOfReader" | "archiveOfReader"> => {
  const items = itemsWithTitle(builder)
  return {
    item: oneRow("item", shapeOf(itemParts), items.where("item.barcode", "=", parameter("barcode"))),
    itemOfReservation: oneRow(
      "item_of_reservation",
      shapeOf(itemParts),
      items.where("item.item_id", "=", copyOfReservation(builder))
    ),
    loansOfReader: manyRows(
      "loans_of_reader",
      shapeOf({ loan: rowOf("loan"), ...itemParts }),
      linked(builder).where("loan.closed_at", "is", null),
      [
        ["loan", "dueAt"],
        ["loan", "loanId"]
      ]
    ),
    archiveOfReader: pageOfRows(
      "archive_of_reader",
      shapeOf({ loan: rowOf("loan"), ...itemParts }),
      linked(builder).where("loan.closed_at", "is not", null),
      {
        order: [
          ["loan", "closedAt"],
          ["loan", "loanId"]
        ],
        down: true,
        cursor: ["integer", "text"]
      }
    )
  }
}

/** Loans linked to the reader with the card, with their items. */
const linked = (builder: Builder) =>
  itemsWithTitle(builder)
    .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "item.item_id"))
    .innerJoin("loan_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.loan_id", "=", "loan.loan_id")
    )
    .where("link.reader_id", "=", readerOfCard(builder))

/** An item, its queue and what a person reads of its title. */
export const itemParts = {
  item: rowOf("item"),
  queue: rowOf("titleQueue", "queue"),
  title: fieldsOf("title", ["titleId", "title", "responsibility", "format", "language"])
}

export const itemsWithTitle = ({ db }: Builder) =>
  db
    .selectFrom("item")
    .innerJoin("title_queue as queue", (join) =>
      join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "item.title_id")
    )
    .innerJoin("title", (join) => join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "item.title_id"))
    .where("item.tenant_id", "=", tenant)
