import { tables } from "@openshelf/core/tables"
import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { columnName } from "../schema/columnName.ts"
import { parameter, statement, tenant } from "../statement.ts"
import type { Step } from "./step.ts"
import { touching } from "./touching.ts"

/** Loans that come: the group is there from the first one on. */
export const countUpStep = ({ db }: Builder): Step => {
  const values = Object.fromEntries([...keys, "count"].map((field) => [columnName(field), parameter(field)]))
  const query = db
    .insertInto("loan_count")
    .values({ tenant_id: tenant, ...values } as never)
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "reader_id", "item_type", "collection", "branch", "on_site"])
        .doUpdateSet((column) => ({ count: column("loan_count.count", "+", column.ref("excluded.count")) }))
    )
  return { ...statement("count_up", query), mustTouch: false }
}

/** Loans that end, `count` below zero. An insert would break the check on the count before it met the group. */
export const countDownStep = (builder: Builder): Step => {
  const query = keys.reduce(
    (found, field) => found.where(sql.ref(columnName(field)), "=", parameter(field)),
    builder.db
      .updateTable("loan_count")
      .set((column) => ({ count: column("count", "+", parameter<number>("count")) }))
      .where("tenant_id", "=", tenant)
  )
  return touching(builder, statement("count_down", query))
}

const keys = tables.loanCount.key
