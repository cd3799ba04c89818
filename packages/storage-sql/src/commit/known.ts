import { type Carried, KeyUsed, type RunOutcome } from "@openshelf/core"
import { Exit, Result } from "effect"
import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { oneRow, type Query } from "../facts/query.ts"
import { oneValue, shapeOf } from "../facts/shape.ts"
import { parameter, tenant } from "../statement.ts"

/** What is kept of a carried-out command. */
export interface KnownCommand {
  readonly contentHash: string
  readonly receipt: string
}

/** The command with a key, and the tenant's set of documents; both in front of every command's facts. */
export interface Preface {
  readonly command: Query<{ readonly keyHash: string }, KnownCommand | null>
  readonly documents: Query<object, { readonly documentsVersion: number } | null>
}

export const preface = ({ db }: Builder): Preface => ({
  command: oneRow(
    "command",
    shapeOf({
      contentHash: oneValue<string>(sql.ref("command.content_hash")),
      receipt: oneValue<string>(sql.ref("command.receipt"))
    }),
    db
      .selectFrom("command")
      .where("command.tenant_id", "=", tenant)
      .where("command.key_hash", "=", parameter("keyHash"))
  ),
  documents: oneRow(
    "documents_version",
    shapeOf({ documentsVersion: oneValue<number>(sql.ref("tenant.documents_version")) }),
    db.selectFrom("tenant").where("tenant.tenant_id", "=", tenant)
  )
})

/** The answer to a command whose key is known: the first one's receipt, or a refusal of the key for other content. */
export const answerOfKnown = <Receipt>(
  { contentHash, receipt }: KnownCommand,
  request: { readonly contentHash: string }
): Exit.Exit<RunOutcome<Receipt>, KeyUsed> => {
  if (contentHash !== request.contentHash) return Exit.fail(new KeyUsed())
  const carried: Carried<Receipt> = { receipt: JSON.parse(receipt) as Receipt, repeated: true }
  return Exit.succeed(Result.succeed(carried))
}
