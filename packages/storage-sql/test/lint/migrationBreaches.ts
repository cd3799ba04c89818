import { below, type Fields, type Node, namesOf, nodeOf, parse } from "./ast.ts"

/** Tables that belong to no tenant: small, and about the database itself. */
export const bookkeeping: ReadonlySet<string> = new Set(["openshelf_schema", "lease"])

const types: ReadonlySet<string> = new Set(["text", "int8", "int4", "bytea", "blob"])

/** Which of the rules of storage a step of a migration breaks, by their numbers. */
export const migrationBreaches = (sql: string): ReadonlyArray<string> => {
  const statements = parse(sql)
  const several = statements.length === 1 ? [] : ["R11: not one statement"]
  return [...several, ...statements.flatMap(breachesOf)]
}

const breachesOf = ({ kind, of }: Node): ReadonlyArray<string> => {
  const again = of.if_not_exists === true ? [] : ["R11: cannot be done twice"]
  if (kind === "CreateStmt") return [...again, ...tableBreaches(of)]
  if (kind === "IndexStmt") return [...again, ...indexBreaches(of)]
  return [`R4/R5: ${kind} is neither a table nor an index`]
}

const tableBreaches = (table: Fields): ReadonlyArray<string> => {
  const name = (table.relation as Fields).relname as string
  const elements = (table.tableElts as ReadonlyArray<unknown>).map((element) => nodeOf(element) as Node)
  const columns = elements.filter(({ kind }) => kind === "ColumnDef")
  const constraints = [...below(table.tableElts)].filter(({ kind }) => kind === "Constraint")
  const tenanted = !bookkeeping.has(name)
  return [
    ...(table.inhRelations === undefined ? [] : ["R4: inheritance"]),
    ...(tenanted && columns[0]?.of.colname !== "tenant_id" ? ["R1: the tenant is not the first column"] : []),
    ...(constraints.some(({ of }) => of.contype === "CONSTR_PRIMARY") ? [] : ["R1: no primary key"]),
    ...columns.flatMap(({ of }) => columnBreaches(of)),
    ...constraints.flatMap(({ of }) => constraintBreaches(of, tenanted))
  ]
}

const columnBreaches = ({ colname, typeName }: Fields): ReadonlyArray<string> => {
  const type = namesOf((typeName as Fields).names).at(-1) ?? ""
  if (/serial/.test(type)) return [`R3: ${String(colname)} is numbered by the database`]
  return types.has(type) && (typeName as Fields).arrayBounds === undefined ? [] : [`R4: ${String(colname)} is ${type}`]
}

const constraintBreaches = (constraint: Fields, tenanted: boolean): ReadonlyArray<string> => {
  const first = (columns: unknown): boolean => !tenanted || namesOf(columns)[0] === "tenant_id"
  switch (constraint.contype) {
    case "CONSTR_PRIMARY":
    case "CONSTR_UNIQUE":
      return [
        ...(first(constraint.keys) ? [] : ["R1: a key without the tenant first"]),
        ...(constraint.deferrable === true ? ["R5: deferrable"] : [])
      ]
    case "CONSTR_FOREIGN":
      return [
        ...(first(constraint.fk_attrs) && first(constraint.pk_attrs)
          ? []
          : ["R1: a reference without the tenant first"]),
        ...(["a", "r"].includes(constraint.fk_del_action as string) ? [] : ["R5: an action on delete"]),
        ...(["a", "r"].includes(constraint.fk_upd_action as string) ? [] : ["R5: an action on update"]),
        ...(constraint.deferrable === true ? ["R5: deferrable"] : [])
      ]
    case "CONSTR_EXCLUSION":
      return ["R4: exclusion"]
    case "CONSTR_IDENTITY":
      return ["R3: numbered by the database"]
    case "CONSTR_DEFAULT":
    case "CONSTR_GENERATED":
      return ["R3: a value made by the database"]
    default:
      return []
  }
}

const indexBreaches = (index: Fields): ReadonlyArray<string> => {
  const table = (index.relation as Fields).relname as string
  const [first, ...rest] = (index.indexParams as ReadonlyArray<unknown>).map((column) => nodeOf(column) as Node)
  const partial = index.whereClause !== undefined
  const allowed = table === "loan" && rest.length === 1 && rest[0]?.of.name === "item_id"
  return [
    ...(bookkeeping.has(table) || first?.of.name === "tenant_id" ? [] : ["R1: an index without the tenant first"]),
    ...(index.accessMethod === "btree" ? [] : [`R4: an index by ${String(index.accessMethod)}`]),
    ...(index.unique === true && partial && !allowed ? ["R4: a partial unique index that correctness rests on"] : [])
  ]
}

/** Tables with an index that holds only some rows, or what is computed of them (R8). */
export const specialIndexed = (steps: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(
    steps.flatMap(parse).flatMap(({ kind, of }) => {
      if (kind !== "IndexStmt") return []
      const computed = (of.indexParams as ReadonlyArray<unknown>).some(
        (column) => nodeOf(column)?.of.expr !== undefined
      )
      return of.whereClause !== undefined || computed ? [(of.relation as Fields).relname as string] : []
    })
  )
