import type { Statement } from "../statement.ts"
import type { Query } from "./query.ts"

/** A question under a name. */
export interface Named {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: each question has its own kind of `by`
  readonly query: Query<any, unknown>
}

/** Several questions as one statement. */
export interface Joined {
  readonly statement: Statement
  /** The values of the whole, from those of each question in their order. */
  readonly values: (each: ReadonlyArray<ReadonlyArray<unknown>>) => ReadonlyArray<unknown>
}

/**
 * Several questions as one statement: one row, and in it a JSON array of rows for each question, or null. One statement
 * sees one state of the database, costs one round trip, and is one message to a distributed engine's worker.
 */
export const joined = (name: string, questions: ReadonlyArray<Named>): Joined => {
  const places = new Map<string, Place>()
  const columns = questions.map(({ name: column, query }, question) => {
    const sql = renumbered(query.statement, question, places)
    return `(select json_agg(json_build_array(${names(query.columns)})${orderOf(query)}) from (${sql}) as found) as "${column}"`
  })
  const taken = [...places.values()]
  return {
    statement: { name, sql: `select ${columns.join(", ")}`, parameters: [...places.keys()] },
    values: (each) => taken.map(({ question, at }) => each[question]?.[at])
  }
}

/** Where the value of a placeholder is to be found. */
interface Place {
  readonly question: number
  readonly at: number
}

/** The statement with its placeholders numbered through all questions; the tenant is the same in all. */
const renumbered = ({ sql, parameters }: Statement, question: number, places: Map<string, Place>): string =>
  sql.replace(/\$(\d+)/g, (_, number: string) => {
    const at = Number(number) - 1
    const own = parameters[at] as string
    const name = own === "tenant" ? own : `${question}.${own}`
    if (!places.has(name)) places.set(name, { question, at })
    return `$${[...places.keys()].indexOf(name) + 1}`
  })

const names = (columns: ReadonlyArray<string>): string => columns.map((column) => `found."${column}"`).join(", ")

/** Said again outside: an order inside a subquery promises nothing. */
const orderOf = ({ order, down }: Query<never, unknown>): string =>
  order.length === 0 ? "" : ` order by ${order.map((column) => `found."${column}"${down ? " desc" : ""}`).join(", ")}`
