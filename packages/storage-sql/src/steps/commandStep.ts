import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { parameter, statement, tenant } from "../statement.ts"
import type { Step } from "./step.ts"

/**
 * Takes note of the command, and fails when the tenant has another set of documents than it was decided under: then it
 * has no number for a column that needs one. The tenant's row is read and not locked, so that commands do not queue.
 */
export const commandStep = ({ db }: Builder): Step => {
  const asDecided = sql<number>`case when ${sql.ref("tenant.documents_version")} = ${parameter("documentsVersion")} then ${sql.ref("tenant.documents_version")} end`
  const query = db
    .insertInto("command")
    .columns(["tenant_id", "key_hash", "content_hash", "name", "at", "receipt", "documents_version"])
    .expression(
      db
        .selectFrom("tenant")
        .select([
          "tenant.tenant_id",
          text("keyHash").as("key_hash"),
          text("contentHash").as("content_hash"),
          text("name").as("name"),
          sql<number>`cast(${parameter("at")} as bigint)`.as("at"),
          text("receipt").as("receipt"),
          asDecided.as("documents_version")
        ])
        .where("tenant.tenant_id", "=", tenant)
    )
  return { ...statement("insert_command", query), mustTouch: false }
}

const text = (name: string) => sql<string>`cast(${parameter(name)} as text)`
