import type { Statement } from "../statement.ts"
import type { Query } from "./query.ts"

/** A question with what it is asked by. */
export interface Asked {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: each question has its own kind of `by`
  readonly query: Query<any, unknown>
}

/**
 * Several questions as one statement: one row, and in it a JSON array of rows for each question, or null. One statement
 * sees one state of the database, costs one round trip, and is one message to a distributed engine's worker.
 */
export const joined = (name: string, asked: ReadonlyArray<Asked>): Statement => {
  const parameters: Array<string> = []
  const columns = asked.map(({ name: column, query }) => {
    const { sql } = renumbered(query.statement, column, parameters)
    return `(select json_agg(json_build_array(${names(query.columns)})${orderOf(query)}) from (${sql}) as found) as "${column}"`
  })
  return { name, sql: `select ${columns.join(", ")}`, parameters }
}

/** The values of a joined statement, from those of its questions in their order. */
export const joinedValues = (
  { parameters }: Statement,
  tenantId: string,
  asked: ReadonlyArray<Asked & { readonly values: ReadonlyArray<unknown> }>
): ReadonlyArray<unknown> => {
  const bound = new Map<string, unknown>()
  for (const { name, query, values } of asked) {
    query.statement.parameters.forEach((parameter, at) => {
      bound.set(inAll(name, parameter), values[at])
    })
  }
  return parameters.map((parameter) => (parameter === "tenant" ? tenantId : bound.get(parameter)))
}

/** The statement with its placeholders numbered through all questions; one that is named alike is the same. */
const renumbered = (statement: Statement, question: string, all: Array<string>): { readonly sql: string } => ({
  sql: statement.sql.replace(/\$(\d+)/g, (_, number: string) => {
    const name = inAll(question, statement.parameters[Number(number) - 1] as string)
    if (!all.includes(name)) all.push(name)
    return `$${all.indexOf(name) + 1}`
  })
})

const inAll = (question: string, parameter: string): string =>
  parameter === "tenant" ? parameter : `${question}.${parameter}`

const names = (columns: ReadonlyArray<string>): string => columns.map((column) => `found."${column}"`).join(", ")

/** Said again outside: an order inside a subquery promises nothing. */
const orderOf = ({ order, down }: Query<never, unknown>): string =>
  order.length === 0 ? "" : ` order by ${order.map((column) => `found."${column}"${down ? " desc" : ""}`).join(", ")}`
