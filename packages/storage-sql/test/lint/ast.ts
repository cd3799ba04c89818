import { loadModule, parseSync } from "libpg-query"

/** A node of the parser's tree: its kind, and what it has. */
export interface Node {
  readonly kind: string
  readonly of: Fields
}
export type Fields = Readonly<Record<string, unknown>>

await loadModule()

/** The statements in a text, by PostgreSQL's own parser. What SQLite writes otherwise is put in its words first. */
export const parse = (sql: string): ReadonlyArray<Node> => {
  let number = 0
  const text = sql.replace(/\?/g, () => `$${++number}`).replace(/ strict(, without rowid)?$/, "")
  const { stmts = [] } = parseSync(text) as { readonly stmts?: ReadonlyArray<{ readonly stmt: Fields }> }
  return stmts.map(({ stmt }) => nodeOf(stmt) as Node)
}

/** `{ SelectStmt: {…} }` as a node; `null` for anything else. */
export const nodeOf = (value: unknown): Node | null => {
  if (typeof value !== "object" || value === null) return null
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0 || !/^[A-Z]/.test(entry[0])) return null
  return { kind: entry[0], of: entry[1] as Fields }
}

/** All nodes below a value, itself included; not below those that `into` says no to. */
export const below = function* (value: unknown, into: (node: Node) => boolean = () => true): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* below(one, into)
    return
  }
  const node = nodeOf(value)
  if (node !== null) {
    yield node
    if (into(node)) yield* below(Object.values(node.of), into)
  } else if (typeof value === "object" && value !== null) yield* below(Object.values(value), into)
}

export const namesOf = (value: unknown): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : []).flatMap((one) => (nodeOf(one)?.of.sval as string | undefined) ?? [])

/** A column as it is referred to: `[table, column]` or `[column]`. */
export const columnOf = (value: unknown): ReadonlyArray<string> => {
  const node = nodeOf(value)
  return node?.kind === "ColumnRef" ? namesOf(node.of.fields) : []
}
