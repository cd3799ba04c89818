import { type Kysely, sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { parameter, type Statement, statement } from "../statement.ts"

/** A row that one process at a time may call its own until it expires. Its fencing number grows with each owner. */
export interface LeaseStatements {
  /** Takes the lease if it is free or has expired, and gives `fencing`; gives nothing when another has it. */
  readonly take: Statement
  /** Changes one row if the lease is still the owner's. */
  readonly renew: Statement
  /** Gives `owner`, `taken_at`, `expires_at`. */
  readonly read: Statement
}

export const leaseStatements = (builder: Builder): LeaseStatements => {
  // Leases belong to no tenant and are not part of `Database`.
  const db = builder.db as unknown as Kysely<{ lease: LeaseRow }>
  return {
    take: statement(
      "take_lease",
      db
        .insertInto("lease")
        .values({
          name: parameter("name"),
          owner: parameter("owner"),
          fencing: sql.lit(1),
          taken_at: parameter("now"),
          expires_at: parameter("expiresAt")
        })
        .onConflict((conflict) =>
          conflict
            .column("name")
            .doUpdateSet((column) => ({
              owner: column.ref("excluded.owner"),
              fencing: column("lease.fencing", "+", sql.lit(1)),
              taken_at: column.ref("excluded.taken_at"),
              expires_at: column.ref("excluded.expires_at")
            }))
            .where("lease.expires_at", "<=", parameter<number>("now"))
        )
        .returning("fencing")
    ),
    renew: statement(
      "renew_lease",
      db
        .updateTable("lease")
        .set({ expires_at: parameter<number>("expiresAt") })
        .where("name", "=", parameter<string>("name"))
        .where("fencing", "=", parameter<number>("fencing"))
    ),
    read: statement(
      "read_lease",
      db.selectFrom("lease").select(["owner", "taken_at", "expires_at"]).where("name", "=", parameter<string>("name"))
    )
  }
}

interface LeaseRow {
  readonly name: string
  readonly owner: string
  readonly fencing: number
  readonly taken_at: number
  readonly expires_at: number
}
