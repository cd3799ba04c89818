import type { MethodSum } from "@openshelf/core"
import { sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { manyRows, oneRow } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type CashSlots = "cashDesk" | "cashInDesk" | "cashOfEntry"

/** Cash desks and what is in them. */
export const cashFacts = ({ db }: Builder): Pick<Slots, CashSlots> => ({
  cashDesk: oneRow(
    "cash_desk",
    shapeOfOnly("cashDesk", rowOf("cashDesk")),
    db
      .selectFrom("cash_desk")
      .where("cash_desk.tenant_id", "=", tenant)
      .where("cash_desk.cash_desk_id", "=", parameter("cashDesk"))
  ),
  cashInDesk: manyRows(
    "cash_in_desk",
    mapped(
      shapeOf({
        cashEntry: fieldsOf("cashEntry", ["method"]),
        amount: oneValue<MethodSum["amount"]>(sql`cast(sum(${sql.ref("cash_entry.amount")}) as bigint)`)
      }),
      ({ cashEntry: { method }, amount }) => ({ method, amount })
    ),
    db
      .selectFrom("cash_desk")
      .innerJoin("cash_entry", (join) =>
        join
          .on("cash_entry.tenant_id", "=", tenant)
          .onRef("cash_entry.cash_desk_id", "=", "cash_desk.cash_desk_id")
          .onRef("cash_entry.session", "=", "cash_desk.session")
      )
      .where("cash_desk.tenant_id", "=", tenant)
      .where("cash_desk.cash_desk_id", "=", parameter("cashDesk"))
      .groupBy("cash_entry.method"),
    [["cashEntry", "method"]]
  ),
  cashOfEntry: oneRow(
    "cash_of_entry",
    shapeOf({ cashEntry: rowOf("cashEntry"), cashDesk: rowOf("cashDesk") }),
    db
      .selectFrom("cash_entry")
      .innerJoin("cash_desk", (join) =>
        join.on("cash_desk.tenant_id", "=", tenant).onRef("cash_desk.cash_desk_id", "=", "cash_entry.cash_desk_id")
      )
      .where("cash_entry.tenant_id", "=", tenant)
      .where("cash_entry.cash_entry_id", "=", parameter("entryId"))
  )
})
