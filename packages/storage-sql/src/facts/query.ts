import type { AliasedExpression, CompiledQuery, Expression } from "kysely"
import { sql } from "kysely"
import { columnName } from "../schema/columnName.ts"
import { bind, parameter, type Statement, statement } from "../statement.ts"
import { type Cursor, cursorOf, cursorValues, pageLimit } from "./cursor.ts"
import type { Cells, Shape } from "./shape.ts"

/** A question compiled once, and how its rows become the answer. */
export interface Query<By, Gives> {
  readonly statement: Statement
  /** Names of its columns, in order. */
  readonly columns: ReadonlyArray<string>
  /** Names of the columns by which its rows are ordered. */
  readonly order: ReadonlyArray<string>
  readonly down: boolean
  /** Values of the statement's placeholders. Throws on a cursor or limit that makes no sense. */
  readonly values: (tenantId: string, by: By) => ReadonlyArray<unknown>
  readonly gives: (rows: ReadonlyArray<Cells>, by: By) => Gives
}

/** As much of a Kysely query as is needed to finish it. */
interface Unfinished {
  readonly select: (columns: ReadonlyArray<AliasedExpression<unknown, string>>) => Unfinished
  readonly where: (condition: Expression<boolean>) => Unfinished
  readonly orderBy: (column: Expression<unknown>, direction: "asc" | "desc") => Unfinished
  readonly limit: (rows: Expression<number>) => Unfinished
  readonly compile: () => CompiledQuery<unknown>
}

/** A field of a part by which rows are ordered: `["loan", "dueAt"]`. */
type OrderedBy = readonly [part: string, field: string]

/** The one row there is, or `null`. */
export const oneRow = <By, Row>(name: string, shape: Shape<Row>, query: unknown): Query<By, Row | null> => {
  const compiled = statement(name, selecting(query, shape))
  return {
    ...plain<By>(compiled, shape, []),
    gives: (rows) => (rows.length === 0 ? null : shape.read(rows[0] as Cells))
  }
}

/** All rows in order; where the query is by `limit`, that many at most. */
export const manyRows = <By, Row>(
  name: string,
  shape: Shape<Row>,
  query: unknown,
  order: ReadonlyArray<OrderedBy>,
  limited: "all" | "limited" = "all"
): Query<By, ReadonlyArray<Row>> => {
  const ordered = inOrder(selecting(query, shape), order, false)
  const compiled = statement(name, limited === "all" ? ordered : ordered.limit(parameter("limit")))
  return { ...plain<By>(compiled, shape, order), gives: (rows) => rows.map(shape.read) }
}

interface PagedBy {
  readonly after: string | null
  readonly limit: number
}

/** A page of rows by keyset: the rows behind the cursor, one more than asked for to see whether others follow. */
export const pageOfRows = <By extends PagedBy, Row>(
  name: string,
  shape: Shape<Row>,
  query: unknown,
  {
    order,
    down = false,
    limitMax = 1000,
    values = (by) => by as object,
    cursor
  }: {
    readonly order: ReadonlyArray<OrderedBy>
    readonly down?: boolean
    readonly limitMax?: number
    readonly values?: (by: By, position: ReadonlyArray<string | number>) => object
    readonly cursor: Cursor
  }
): Query<By, { readonly rows: ReadonlyArray<Row>; readonly next: string | null }> => {
  const behind = sql<boolean>`(${sql.join(order.map(reference))}) ${sql.raw(down ? "<" : ">")} (${sql.join(
    order.map((_, at) => parameter(`after${at}`))
  )})`
  const paged = inOrder(selecting(query, shape).where(behind), order, down).limit(parameter("rows"))
  const compiled = statement(name, paged)
  const places = order.map((by) => shape.names.indexOf(alias(by)))
  return {
    ...plain<By>(compiled, shape, order),
    down,
    values: (tenantId, by) => {
      const position = cursorValues(cursor, by.after, down)
      const rows = pageLimit(by.limit, limitMax) + 1
      const after = Object.fromEntries(position.map((value, at) => [`after${at}`, value]))
      return bind(compiled, tenantId, { ...values(by, position), ...after, rows })
    },
    gives: (rows, { limit }) => {
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const more = rows.length > limit && last !== undefined
      return { rows: page.map(shape.read), next: more ? cursorOf(places.map((place) => last[place])) : null }
    }
  }
}

const plain = <By>(compiled: Statement, { names }: Shape<unknown>, order: ReadonlyArray<OrderedBy>) => ({
  statement: compiled,
  columns: names,
  order: order.map(alias),
  down: false,
  values: (tenantId: string, by: By) => bind(compiled, tenantId, by as Readonly<Record<string, unknown>>)
})

/** Columns are named at run time from the core's tables, which Kysely's own types cannot follow. */
const selecting = (query: unknown, { columns }: Shape<unknown>): Unfinished => (query as Unfinished).select(columns)

const inOrder = (query: Unfinished, order: ReadonlyArray<OrderedBy>, down: boolean): Unfinished =>
  order.reduce((ordered, by) => ordered.orderBy(reference(by), down ? "desc" : "asc"), query)

const reference = ([part, field]: OrderedBy): Expression<unknown> => sql.ref(`${columnName(part)}.${columnName(field)}`)

const alias = ([part, field]: OrderedBy): string => `${part}_${field}`
