import type { Builder } from "../facts/builder.ts"
import { OpenFault } from "../openFault.ts"
import { bind, type Statement } from "../statement.ts"
import type { Ddl, Migration } from "./ddl.ts"
import { migrations } from "./migrations.ts"
import { type SchemaState, schemaState, stateTable } from "./schemaState.ts"

/** Runs a statement by itself, outside any transaction. */
export type RunStatement = (
  sql: string,
  values: ReadonlyArray<unknown>
) => Promise<{ readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>; readonly changed: number }>

export interface MigrateOptions {
  readonly run: RunStatement
  readonly builder: Builder
  /** What the database is called in messages. */
  readonly database: string
  /** The schema of the server that the tables are in; `null`: the present one. */
  readonly schema: string | null
  /** Who this is, told to others who have to wait. */
  readonly owner: string
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** How long a process that died keeps others waiting. */
  readonly holdMs?: number
  /** How long to wait for another process that is changing the schema. */
  readonly waitMs?: number
  /** A statement to be run after a tenant's table was made, as distributed engines need; safe to run twice. */
  readonly afterTable?: (table: string) => string | null
  readonly known?: ReadonlyArray<Migration>
}

/**
 * Brings the schema to the newest version that this program knows. Safe to run twice, by several processes at once, and
 * after a stop anywhere: each step does nothing where it was done before, and one process at a time takes steps, by a
 * row and not by a lock of the engine. Rejects with `OpenFault` when the schema is newer than this program.
 */
export const migrate = async (options: MigrateOptions): Promise<void> => {
  const state = schemaState(options.builder)
  await ensureState(options, state)
  if ((await versionOf(options, state)) === newest(options)) return
  await hold(options, state)
  try {
    for (const migration of options.known ?? migrations) {
      if (migration.version > (await versionOf(options, state))) await apply(options, state, migration)
    }
  } finally {
    // Whoever comes next need not wait for the hold to run out; if this fails as well, they do.
    await run(options, state.release, { owner: options.owner }).catch(() => {})
  }
}

const newest = ({ known = migrations }: MigrateOptions): number => known.at(-1)?.version ?? 0

const run = ({ run: runStatement }: MigrateOptions, statement: Statement, values: Readonly<Record<string, unknown>>) =>
  runStatement(statement.sql, bind(statement, "", values))

const ensureState = async (options: MigrateOptions, state: SchemaState): Promise<void> => {
  const there = await tablesThere(options)
  if (there.has(stateTable)) return
  const strangers = options.builder.traits.shared
    ? [...there].filter((name) => tablesMade(options).has(name))
    : [...there]
  if (strangers.length > 0) throw notOurs(options, strangers)
  try {
    await options.run(state.create.sql, [])
  } catch (cause) {
    // Made by another process at the same moment, which some engines report as an error.
    if (!(await tablesThere(options)).has(stateTable)) throw cause
  }
  await run(options, state.insert, {})
}

const tablesThere = async ({ builder, run: runStatement, schema }: MigrateOptions): Promise<ReadonlySet<string>> => {
  const { sql } = builder.traits.tableNames(schema).compile(builder.db)
  return new Set((await runStatement(sql, [])).rows.map(({ name }) => String(name)))
}

const tablesMade = ({ builder, known = migrations }: MigrateOptions): ReadonlySet<string> =>
  new Set(known.flatMap(({ steps }) => steps(builder).flatMap(({ table }) => table ?? [])))

const versionOf = async (options: MigrateOptions, state: SchemaState): Promise<number> => {
  const { rows } = await run(options, state.read, {})
  // The process that made the table may not have come to its row yet.
  if (rows[0] === undefined) await run(options, state.insert, {})
  const version = Number(rows[0]?.version ?? 0)
  if (version > newest(options)) throw schemaNewer(options, version)
  return version
}

const hold = async (options: MigrateOptions, state: SchemaState): Promise<void> => {
  const { holdMs = 30_000, waitMs = 60_000, owner, now, sleep } = options
  for (const deadline = now() + waitMs; ; await sleep(100)) {
    const { changed } = await run(options, state.hold, { owner, now: now(), heldUntil: now() + holdMs })
    if (changed === 1) return
    if (now() >= deadline) throw schemaHeld(options, (await run(options, state.read, {})).rows[0])
    if ((await versionOf(options, state)) === newest(options)) return
  }
}

const apply = async (options: MigrateOptions, state: SchemaState, migration: Migration): Promise<void> => {
  const { owner, builder } = options
  for (const step of migration.steps(builder)) await take(options, state, step)
  await run(options, state.moveOn, { owner, version: migration.version })
}

/** Never without the hold: a process that slept too long must not go on beside the one that took over. */
const take = async (options: MigrateOptions, state: SchemaState, step: Ddl): Promise<void> => {
  const { owner, holdMs = 30_000, now, afterTable } = options
  const { changed } = await run(options, state.prolong, { owner, heldUntil: now() + holdMs })
  if (changed !== 1) throw schemaHeld(options, (await run(options, state.read, {})).rows[0])
  await options.run(step.sql, [])
  const after = step.table === undefined ? null : (afterTable?.(step.table) ?? null)
  if (after !== null) await options.run(after, [])
}

const notOurs = ({ database }: MigrateOptions, names: ReadonlyArray<string>): OpenFault =>
  new OpenFault({
    code: "notOurs",
    database,
    message: `${database} holds tables of another program: ${names.toSorted().slice(0, 5).join(", ")}`
  })

const schemaNewer = (options: MigrateOptions, version: number): OpenFault =>
  new OpenFault({
    code: "schemaNewer",
    database: options.database,
    message: `${options.database} has schema version ${version}; this program knows versions up to ${newest(options)}. Use a newer version of the program`
  })

const schemaHeld = ({ database }: MigrateOptions, state: Readonly<Record<string, unknown>> | undefined): OpenFault =>
  new OpenFault({
    code: "schemaHeld",
    database,
    message: `the schema of ${database} is being changed by ${String(state?.owner)} since it was opened; try again later`
  })
