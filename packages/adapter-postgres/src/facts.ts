import type { Found, Lookup, SlotName } from "@openshelf/core"
import {
  type Cells,
  type Joined,
  joined,
  type KnownCommand,
  type Named,
  type Query as Question,
  type Statements
} from "@openshelf/storage-sql"
import type { Query } from "./flush.ts"

/** A question put to the server, and how its one row is read. */
export interface Asked<Gives> {
  readonly query: Query
  readonly read: (rows: ReadonlyArray<Cells>) => Gives
}

/** Facts with what stands before a command. */
export interface Looked<L extends Lookup> {
  readonly known: KnownCommand | null
  /** `null`: there is no such tenant. */
  readonly documentsVersion: number | null
  readonly found: Found<L>
}

/** Lookups as statements: one for each set of slots that was ever asked for, made when it is first needed. */
export interface Facts {
  readonly of: <L extends Lookup>(tenant: string, lookup: L) => Asked<Found<L>>
  readonly before: <L extends Lookup>(tenant: string, keyHash: string, lookup: L) => Asked<Looked<L>>
  /** Questions that are asked by nothing but the tenant. */
  readonly together: <Q extends Readonly<Record<string, Question<object, unknown>>>>(
    tenant: string,
    questions: Q
  ) => Asked<{ readonly [Name in keyof Q]: ReturnType<Q[Name]["gives"]> }>
}

export const factsOn = (
  { slots, preface }: Statements,
  prepare: (statement: Joined["statement"]) => Omit<Query, "values">
): Facts => {
  const known = new Map<string, { readonly joined: Joined; readonly query: Omit<Query, "values"> }>()
  const statementFor = (questions: ReadonlyArray<Named>) => {
    const key = questions.map(({ name }) => name).join()
    const found = known.get(key)
    if (found !== undefined) return found
    const made = joined(`facts_${known.size + 1}`, questions)
    const entry = { joined: made, query: prepare(made.statement) }
    known.set(key, entry)
    return entry
  }
  const ask = (
    tenant: string,
    questions: ReadonlyArray<Named & { readonly by: unknown }>
  ): Asked<ReadonlyArray<unknown>> => {
    const { joined: whole, query } = statementFor(questions)
    const values = whole.values(questions.map(({ query: each, by }) => each.values(tenant, by)))
    return {
      query: { ...query, values },
      read: ([row]) =>
        questions.map(({ query: each, by }, at) => each.gives((row?.[at] ?? []) as ReadonlyArray<Cells>, by))
    }
  }
  const asked = (lookup: Lookup) =>
    (Object.keys(lookup) as ReadonlyArray<SlotName>).map((name) => ({ name, query: slots[name], by: lookup[name] }))
  return {
    of: <L extends Lookup>(tenant: string, lookup: L) => {
      const { query, read } = ask(tenant, asked(lookup))
      return { query, read: (rows) => foundOf(lookup, read(rows)) }
    },
    together: (tenant, questions) => {
      const { query, read } = ask(
        tenant,
        Object.entries(questions).map(([name, each]) => ({ name, query: each, by: {} }))
      )
      return { query, read: (rows) => foundOf(questions, read(rows)) as never }
    },
    before: <L extends Lookup>(tenant: string, keyHash: string, lookup: L) => {
      const { query, read } = ask(tenant, [
        { name: "_command", query: preface.command, by: { keyHash } },
        { name: "_documents", query: preface.documents, by: {} },
        ...asked(lookup)
      ])
      return {
        query,
        read: (rows) => {
          const [command, documents, ...facts] = read(rows) as [
            KnownCommand | null,
            { documentsVersion: number } | null
          ]
          return {
            known: command,
            documentsVersion: documents?.documentsVersion ?? null,
            found: foundOf(lookup, facts)
          }
        }
      }
    }
  }
}

const foundOf = <L extends object>(asked: L, facts: ReadonlyArray<unknown>): Found<L> =>
  Object.fromEntries(Object.keys(asked).map((name, at) => [name, facts[at]])) as Found<L>
