import {
  DocumentsMoved,
  type Lookup,
  type RunFault,
  type RunOutcome,
  type RunRequest,
  StorageFault,
  VersionMoved
} from "@openshelf/core"
import { answerOfKnown, restsOn } from "@openshelf/storage-sql"
import { Exit } from "effect"
import type { Prepared } from "./attempt.ts"
import type { Answer } from "./flush.ts"
import type { Link } from "./pool.ts"
import type { Server } from "./server.ts"
import { isIntegrity } from "./sqlState.ts"

/**
 * Why a commit was refused, by a second look at what it rested on, never by what the error says of tables or rules: the
 * command was carried out meanwhile, documents or rows moved, or what was unique is taken by now. Anything else is a fault.
 */
export const lookBack = async <L extends Lookup, Receipt>(
  { facts, statements: { versions }, prepared }: Server,
  link: Link,
  request: RunRequest<L, Receipt>,
  { looked, decision }: Prepared<L, Receipt>,
  cause: unknown
): Promise<Exit.Exit<RunOutcome<Receipt>, RunFault>> => {
  const { tenant, keyHash, lookup } = request
  const rested = restsOn(decision)
  const again = facts.before(tenant, keyHash, lookup)
  const [answer, ...rows] = (await link.flush([
    again.query,
    ...rested.map(({ table, id }) => {
      const { statement, values } = versions[table]
      return prepared(statement, values(tenant, { id }))
    })
  ])) as [Answer, ...Array<Answer>]
  if (!answer.ok) return Exit.fail(new StorageFault({ cause }))
  const now = again.read(answer.rows)
  if (now.known !== null) return answerOfKnown<Receipt>(now.known, request)
  if (now.documentsVersion !== null && now.documentsVersion !== request.documentsVersion) {
    return Exit.fail(new DocumentsMoved({ documentsVersion: now.documentsVersion }))
  }
  const moved = rested.some(({ was }, at) => {
    const row = rows[at]
    const version = row?.ok === true ? (row.rows[0]?.[0] ?? null) : null
    return version !== null && version !== was
  })
  // A key or barcode that was free when it was looked at may be taken now: then the decision was right on what it saw.
  const others = isIntegrity(cause) && JSON.stringify(now.found) !== JSON.stringify(looked.found)
  return Exit.fail(moved || others ? new VersionMoved() : new StorageFault({ cause }))
}
