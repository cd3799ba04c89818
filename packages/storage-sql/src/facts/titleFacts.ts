import type { CopyCount } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { leadingTitle, leadingTitleOf } from "../schema/leadingTitle.ts"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type TitleSlots = Pick<Slots, "title" | "titleByControlNumber" | "copiesOfTitle" | "itemsOfTitle" | "titlesFound">

/** The catalogue: titles, and the copies of one. */
export const titleFacts = (builder: Builder): TitleSlots => {
  const { db } = builder
  const titles = db.selectFrom("title").where("title.tenant_id", "=", tenant)
  return {
    title: oneRow(
      "title",
      shapeOf({ title: rowOf("title"), queue: rowOf("titleQueue", "queue") }),
      titles
        .innerJoin("title_queue as queue", (join) =>
          join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "title.title_id")
        )
        .where("title.title_id", "=", parameter("titleId"))
    ),
    titleByControlNumber: oneRow(
      "title_by_control_number",
      titleRow,
      titles
        .where("title.source", "=", parameter("source"))
        .where("title.control_number", "=", parameter("controlNumber"))
    ),
    copiesOfTitle: copiesOf(builder, "copies_of_title", parameter("titleId")),
    itemsOfTitle: pageOfRows(
      "items_of_title",
      shapeOfOnly("item", rowOf("item")),
      db.selectFrom("item").where("item.tenant_id", "=", tenant).where("item.title_id", "=", parameter("titleId")),
      { order: [["item", "barcode"]], cursor: ["text"] }
    ),
    titlesFound: titlesFound(builder)
  }
}

const titleRow = shapeOfOnly("title", rowOf("title"))

/** The copies of a title, counted by where they stand and what they are. */
export const copiesOf = <By>(
  { db }: Builder,
  name: string,
  titleId: Expression<string>
): Query<By, ReadonlyArray<CopyCount>> => {
  const grouped = ["presentBranch", "status", "type", "collection", "location", "homeBranch", "volume"] as const
  const counted = shapeOf({ group: fieldsOf("item", grouped), copies: oneValue<number>(sql`count(*)`) })
  return manyRows(
    name,
    mapped(counted, ({ group, copies }) => ({ ...group, count: copies })),
    db
      .selectFrom("item")
      .where("item.tenant_id", "=", tenant)
      .where("item.title_id", "=", titleId)
      .groupBy([
        "item.present_branch",
        "item.status",
        "item.type",
        "item.collection",
        "item.location",
        "item.home_branch",
        "item.volume"
      ]),
    []
  )
}

/** In order of the index, which holds only the beginning of a title: titles may be longer than an index can keep. */
const titlesFound = ({ db, traits }: Builder): Slots["titlesFound"] =>
  pageOfRows(
    "titles_found",
    titleRow,
    db
      .selectFrom("title")
      .where("title.tenant_id", "=", tenant)
      .where(leadingTitle, ">=", parameter("leading"))
      .where(traits.holdsEvery(sql.ref("title.search_text"), parameter("words")))
      .orderBy(leadingTitle),
    {
      order: [
        ["title", "title"],
        ["title", "titleId"]
      ],
      cursor: ["text", "text"],
      values: ({ text }, [title]) => ({
        words: JSON.stringify(wordsOf(text)),
        leading: leadingTitleOf(title as string)
      })
    }
  )

const wordsOf = (text: string): ReadonlyArray<string> => text.split(/\s+/u).filter((word) => word !== "")
