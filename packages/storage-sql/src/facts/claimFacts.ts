import type { Instant } from "@openshelf/core"
import { sql } from "kysely"
import { tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode } from "./keys.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** What was claimed returned, and where it was looked for. */
export const claimFacts = (builder: Builder): Pick<Slots, "openClaims" | "searchesOfItem"> => ({
  openClaims: pageOfRows(
    "open_claims",
    mapped(
      shapeOf({
        loan: rowOf("loan"),
        item: fieldsOf("item", ["barcode"]),
        title: fieldsOf("title", ["title"]),
        searches: oneValue<number>(searchesOfLoan(builder).select(sql<number>`count(*)`.as("count")), Number),
        searchedAt: oneValue<Instant | null>(
          searchesOfLoan(builder).select((of) => of.fn.max<Instant | null>("search.at").as("at"))
        )
      }),
      ({ loan, item, title, searches, searchedAt }) => ({ loan, ...item, ...title, searches, searchedAt })
    ),
    builder.db
      .selectFrom("loan")
      .innerJoin("item", (join) => join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "loan.item_id"))
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "loan.title_id")
      )
      .where("loan.tenant_id", "=", tenant)
      .where("loan.state", "=", sql.lit("claimedReturned")),
    {
      order: [
        ["loan", "lateUntil"],
        ["loan", "loanId"]
      ],
      cursor: ["integer", "text"]
    }
  ),
  searchesOfItem: manyRows(
    "searches_of_item",
    shapeOfOnly("claimSearch", rowOf("claimSearch")),
    builder.db
      .selectFrom("claim_search")
      .where("claim_search.tenant_id", "=", tenant)
      .where("claim_search.loan_id", "=", ofBarcode(builder, "loan_id")),
    [
      ["claimSearch", "loanId"],
      ["claimSearch", "nth"]
    ]
  )
})

const searchesOfLoan = ({ db }: Builder) =>
  db
    .selectFrom("claim_search as search")
    .where("search.tenant_id", "=", tenant)
    .where(sql.ref("search.loan_id"), "=", sql.ref("loan.loan_id"))
