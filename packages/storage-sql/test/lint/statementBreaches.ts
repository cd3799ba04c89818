import { below, columnOf, type Fields, type Node, namesOf, nodeOf, parse } from "./ast.ts"
import { bookkeeping } from "./migrationBreaches.ts"

export interface Linted {
  readonly sql: string
  readonly parameters: ReadonlyArray<string>
}

/** What a statement may call; nothing that gives another answer the second time. */
const functions: ReadonlySet<string> = new Set([
  "max",
  "min",
  "count",
  "sum",
  "substr",
  "instr",
  "strpos",
  "json_each",
  "json_array_elements_text",
  "json_agg",
  "json_build_array"
])

const queries: ReadonlySet<string> = new Set(["SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt"])
const writes: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt"])

/** Which of the rules of storage a statement breaks, by their numbers. `special`: tables that R8 is about. */
export const statementBreaches = (linted: Linted, special: ReadonlySet<string>): ReadonlyArray<string> => {
  const statements = parse(linted.sql)
  const several = statements.length === 1 ? [] : ["R11: not one statement"]
  return [
    ...several,
    ...statements.flatMap((top) => [
      ...(queries.has(top.kind)
        ? []
        : [`${top.kind === "MergeStmt" || top.kind === "LockStmt" ? "R12" : "R10"}: ${top.kind}`]),
      ...scopesOf(top).flatMap((scope) => tenantBreaches(scope, linted.parameters, commonNames(top))),
      ...writeBreaches(top),
      ...[...below(asValue(top))].flatMap((node) => nodeBreaches(node, special))
    ])
  ]
}

const asValue = ({ kind, of }: Node): unknown => ({ [kind]: of })

/** The statement and every query inside it. */
const scopesOf = (top: Node): ReadonlyArray<Node> => [...below(asValue(top))].filter(({ kind }) => queries.has(kind))

const commonNames = (top: Node): ReadonlySet<string> =>
  new Set(
    [...below(asValue(top))].flatMap(({ kind, of }) => (kind === "CommonTableExpr" ? [of.ctename as string] : []))
  )

interface Table {
  readonly name: string
  readonly alias: string
}

/** R6: each table that a query reads or writes is bound by the tenant's own parameter, in that query. */
const tenantBreaches = (
  { kind, of }: Node,
  parameters: ReadonlyArray<string>,
  common: ReadonlySet<string>
): ReadonlyArray<string> => {
  const own = { ...of, withClause: undefined }
  const inside = [...below(own, (node) => !queries.has(node.kind))]
  const read = inside.filter((node) => node.kind === "RangeVar").map(({ of: table }) => tableOf(table))
  const target = kind === "UpdateStmt" || kind === "DeleteStmt" ? [tableOf(of.relation as Fields)] : []
  const joins = inside.filter((node) => node.kind === "JoinExpr").map((join) => join.of.quals)
  const bound = [of.whereClause, ...joins].flatMap(conjuncts).flatMap((node) => boundTable(node, parameters))
  const tables = [...read, ...target].filter(({ name }) => !common.has(name) && !bookkeeping.has(name))
  const unbound = tables.filter(({ alias }) => !bound.includes(alias) && !(tables.length === 1 && bound.includes("")))
  const inserted =
    kind === "InsertStmt" && !bookkeeping.has(tableOf(of.relation as Fields).name) ? insertBreaches(of, parameters) : []
  return [...unbound.map(({ name }) => `R6: ${name} is not bound by the tenant`), ...inserted]
}

/** Conditions that all have to hold. */
const conjuncts = (condition: unknown): ReadonlyArray<Node> => {
  const node = nodeOf(condition)
  if (node === null) return []
  return node.kind === "BoolExpr" && node.of.boolop === "AND_EXPR"
    ? (node.of.args as unknown[]).flatMap(conjuncts)
    : [node]
}

const tableOf = (table: Fields): Table => ({
  name: table.relname as string,
  alias: ((table.alias as Fields | undefined)?.aliasname ?? table.relname) as string
})

/** The table that `table.tenant_id = $tenant` binds; an empty name when the column stands alone. */
const boundTable = ({ kind, of }: Node, parameters: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (kind !== "A_Expr" || namesOf(of.name)[0] !== "=") return []
  const column = columnOf(of.lexpr)
  if (column.at(-1) !== "tenant_id" || !isTenant(of.rexpr, parameters)) return []
  return [column.at(-2) ?? ""]
}

/** The parameter itself, also with the plus that SQLite is given it with. */
const isTenant = (value: unknown, parameters: ReadonlyArray<string>): boolean => {
  const node = nodeOf(value)
  if (node?.kind === "A_Expr" && node.of.lexpr === undefined) return isTenant(node.of.rexpr, parameters)
  return node?.kind === "ParamRef" && parameters[(node.of.number as number) - 1] === "tenant"
}

const insertBreaches = (insert: Fields, parameters: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [column] = (insert.cols as ReadonlyArray<unknown>).map((each) => nodeOf(each)?.of.name)
  if (column !== "tenant_id") return ["R6: an insert that does not begin with the tenant"]
  const select = (nodeOf(insert.selectStmt) as Node).of
  const given =
    select.valuesLists === undefined
      ? [nodeOf((select.targetList as ReadonlyArray<unknown>)[0])?.of.val]
      : (select.valuesLists as ReadonlyArray<unknown>).map(
          (row) => ((nodeOf(row) as Node).of.items as ReadonlyArray<unknown>)[0]
        )
  const sound = given.every((value) => isTenant(value, parameters) || columnOf(value).at(-1) === "tenant_id")
  return sound ? [] : ["R6: an insert for another tenant"]
}

/** R7: one table is written once, nothing else reads it, and only the outermost query writes. */
const writeBreaches = (top: Node): ReadonlyArray<string> => {
  const all = [...below(asValue(top))]
  const written = all.filter(({ kind }) => writes.has(kind)).map(({ of }) => tableOf(of.relation as Fields).name)
  const outermost = (top.of.withClause as Fields | undefined)?.ctes
  const inCommon = all.filter(({ kind }) => kind === "CommonTableExpr")
  const deep = inCommon.filter(
    ({ of }) =>
      writes.has(nodeOf(of.ctequery)?.kind ?? "") &&
      !(outermost as ReadonlyArray<unknown> | undefined)?.some((one) => nodeOf(one)?.of === of)
  )
  const writing = inCommon.some(({ of }) => writes.has(nodeOf(of.ctequery)?.kind ?? ""))
  const readToo = writing && all.some(({ kind, of }) => kind === "RangeVar" && written.includes(of.relname as string))
  return [
    ...(new Set(written).size < written.length ? ["R7: one table is written twice"] : []),
    ...(deep.length > 0 ? ["R7: a query inside writes"] : []),
    ...(readToo ? ["R7: a part reads what another writes"] : [])
  ]
}

const nodeBreaches = ({ kind, of }: Node, special: ReadonlySet<string>): ReadonlyArray<string> => {
  switch (kind) {
    case "InsertStmt":
      return conflictBreaches(of, special)
    case "FuncCall": {
      const name = namesOf(of.funcname).at(-1) ?? ""
      if (functions.has(name)) return []
      return [
        /advisory/.test(name) ? `R10: ${name}` : `R12: ${name} is not among the functions that every engine has alike`
      ]
    }
    case "SQLValueFunction":
      return ["R12: a clock of the database"]
    case "A_Expr":
      return namesOf(of.name)[0] === "/" ? ["R12: a division"] : []
    case "SelectStmt":
      return selectBreaches(of)
    default:
      return []
  }
}

const conflictBreaches = (
  { relation, onConflictClause }: Fields,
  special: ReadonlySet<string>
): ReadonlyArray<string> => {
  const conflict = onConflictClause as Fields | undefined
  if (conflict === undefined) return []
  const infer = (conflict.infer ?? {}) as Fields
  const elements = ((infer.indexElems ?? []) as ReadonlyArray<unknown>).map((each) => nodeOf(each) as Node)
  const table = (relation as Fields).relname as string
  return [
    ...(infer.conname === undefined ? [] : ["R8: a conflict by the name of a rule"]),
    ...(infer.whereClause === undefined ? [] : ["R8: a conflict on part of an index"]),
    ...(elements.some(({ of }) => of.name === undefined) ? ["R8: a conflict on an expression"] : []),
    ...(conflict.action === "ONCONFLICT_UPDATE" && special.has(table) ? [`R8: an upsert into ${table}`] : [])
  ]
}

const selectBreaches = (select: Fields): ReadonlyArray<string> => [
  ...(select.lockingClause === undefined ? [] : ["R10: a lock on rows"]),
  ...(select.limitOffset === undefined ? [] : ["R17: an offset"]),
  ...(select.limitCount !== undefined && select.sortClause === undefined ? ["R17: a limit without an order"] : []),
  ...([...below(select.valuesLists)].some(({ kind }) => kind === "SubLink") ? ["R12: a query among values"] : [])
]
