import type { Decision, RunFault, RunOutcome, RunRequest, TableName } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { restsOn } from "@openshelf/storage-sql"
import { Exit, Result } from "effect"
import { type Prepared, prepare } from "./attempt.ts"
import type { Looked } from "./facts.ts"

// biome-ignore lint/suspicious/noExplicitAny: each request has types of its own, which only its `decide` sees
export type AnyRequest = RunRequest<any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyLooked = Looked<any>
// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyPrepared = Prepared<any, unknown>

/** A command with its answer, if it needs no commit, or else with what is to be committed. */
export interface Member {
  readonly request: AnyRequest
  readonly next: Exit.Exit<RunOutcome<unknown>, RunFault> | AnyPrepared
}

/**
 * Commands that can be committed together on facts that were brought for all of them at once: from the first on, until
 * one meets what an earlier one does. That is a row that both rest on, a value that both want alone, or a refusal, which
 * may be due to what the earlier ones are about to change. That one and the rest have to look again.
 */
export const waveOf = (
  looked: ReadonlyArray<readonly [request: AnyRequest, looked: AnyLooked]>
): ReadonlyArray<Member> => {
  const taken = new Set<string>()
  const members: Array<Member> = []
  for (const [request, facts] of looked) {
    if (taken.has(request.keyHash)) break
    const next: Member["next"] = prepare(request, facts)
    if (isPrepared(next)) {
      const claims = [...claimsOf(next.decision)]
      if (claims.some((claim) => taken.has(claim))) break
      for (const claim of claims) taken.add(claim)
      taken.add(request.keyHash)
    } else if (taken.size > 0 && !isCarriedOut(next)) break
    members.push({ request, next })
  }
  return members
}

export const isPrepared = (next: Member["next"]): next is AnyPrepared => !Exit.isExit(next)

const isCarriedOut = (exit: Exit.Exit<RunOutcome<unknown>, RunFault>): boolean =>
  Exit.isSuccess(exit) && Result.isSuccess(exit.value)

/** Rows that a decision rests on, and keys and unique values of the rows that it writes. */
const claimsOf = (decision: Decision<unknown>): ReadonlySet<string> => {
  const claims = new Set(restsOn(decision).map(({ table, id }) => `${table} ${id}`))
  const addRows = (table: TableName, rows: ReadonlyArray<object>): void => {
    const { key, unique } = tables[table] as { readonly key: Columns; readonly unique: ReadonlyArray<Columns> }
    for (const row of rows) {
      for (const columns of [key, ...unique]) {
        const values = columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])
        // A set with a null in it is nobody's.
        if (!values.includes(null)) claims.add(`${table} ${columns.join()} ${JSON.stringify(values)}`)
      }
    }
  }
  for (const [table, rows] of Object.entries(decision.insert)) addRows(table as TableName, rows)
  for (const [table, updates] of Object.entries(decision.update)) {
    addRows(
      table as TableName,
      updates.map(({ row }) => row)
    )
  }
  return claims
}

type Columns = ReadonlyArray<string>
