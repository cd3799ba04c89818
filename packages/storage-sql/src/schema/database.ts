import type { TableName, Tables } from "@openshelf/core"
import type { ColumnName } from "./columnName.ts"

/** What a column holds, without the brands that the core gives ids and instants. */
type Stored<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends Uint8Array
      ? Uint8Array
      : Value

type Columns<Row> = { readonly [Field in keyof Row & string as ColumnName<Field>]: Stored<Row[Field]> } & {
  readonly tenant_id: string
}

type TenantTables = { readonly [T in TableName as ColumnName<T>]: Columns<Tables[T]> }

/** The schema as Kysely sees it. Tables and columns of a tenant are those of the core's `tables`, in snake case. */
export interface Database extends TenantTables {
  readonly tenant: {
    readonly tenant_id: string
    readonly name: string
    readonly currency: string
    readonly documents_version: number
    readonly opened_at: number
  }
  readonly command: TenantTables["command"] & {
    /** The set of documents that the command was decided under. Not null: a set that moved has no such number. */
    readonly documents_version: number
  }
}
