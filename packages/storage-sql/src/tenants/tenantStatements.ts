import type { DocumentRow, TenantRow, TokenRow } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { manyRows, oneRow, type Query } from "../facts/query.ts"
import { oneValue, rowOf, shapeOf, shapeOfOnly } from "../facts/shape.ts"
import { columnName } from "../schema/columnName.ts"
import { parameter, type Statement, statement, tenant } from "../statement.ts"

/** Tenants themselves, their documents, and tokens. */
export interface TenantStatements {
  /** Makes a tenant unless it is there. */
  readonly open: Statement
  readonly one: Query<object, TenantRow | null>
  /** The only statement that looks at more than one tenant. */
  readonly all: Query<object, ReadonlyArray<TenantRow>>
  readonly documents: Query<object, ReadonlyArray<DocumentRow>>
  /** First of two: moves the set of documents on, which also makes others that publish wait. */
  readonly moveDocuments: Statement
  /** Second of two: adds the document, and gives its version. Nothing where there is no tenant, or beyond `versionMax`. */
  readonly addDocument: Statement
  /** Changes nothing where there is no tenant. */
  readonly putToken: Statement
  readonly removeToken: Statement
}

export const tenantStatements = (builder: Builder): TenantStatements => {
  const { db } = builder
  const tenants = db.selectFrom("tenant")
  return {
    open: statement(
      "open_tenant",
      db
        .insertInto("tenant")
        .values({
          tenant_id: tenant,
          name: parameter("name"),
          currency: parameter("currency"),
          documents_version: sql.lit(0),
          opened_at: parameter("openedAt")
        })
        .onConflict((conflict) => conflict.column("tenant_id").doNothing())
    ),
    one: oneRow("tenant", shapeOf(tenantParts), tenants.where("tenant.tenant_id", "=", tenant)),
    all: manyRows("all_tenants", shapeOf(tenantParts), tenants.orderBy("tenant.tenant_id"), []),
    documents: manyRows(
      "documents",
      shapeOfOnly("document", rowOf("document")),
      db.selectFrom("document").where("document.tenant_id", "=", tenant),
      [
        ["document", "kind"],
        ["document", "version"]
      ]
    ),
    moveDocuments: statement(
      "move_documents",
      db
        .updateTable("tenant")
        .set((column) => ({ documents_version: column("documents_version", "+", sql.lit(1)) }))
        .where("tenant_id", "=", tenant)
    ),
    addDocument: addDocument(builder),
    putToken: putToken(builder),
    removeToken: statement(
      "remove_token",
      db.deleteFrom("token").where("tenant_id", "=", tenant).where("token_hash", "=", parameter("tokenHash"))
    )
  }
}

const tenantParts = {
  tenant: oneValue<string>(sql.ref("tenant.tenant_id")),
  name: oneValue<string>(sql.ref("tenant.name")),
  currency: oneValue<string>(sql.ref("tenant.currency")),
  documentsVersion: oneValue<number>(sql.ref("tenant.documents_version")),
  openedAt: oneValue<number>(sql.ref("tenant.opened_at"))
}

const addDocument = ({ db }: Builder): Statement => {
  const version = db
    .selectFrom("document")
    .select(sql<number>`coalesce(max(version), 0) + 1`.as("version"))
    .where("document.tenant_id", "=", tenant)
    .where("document.kind", "=", parameter("kind"))
  const query = db
    .insertInto("document")
    .columns(["tenant_id", "kind", "version", "valid_from", "content", "published_at", "published_by"])
    .expression(
      db
        .selectFrom("tenant")
        .select([
          "tenant.tenant_id",
          cast("kind", "text").as("kind"),
          sql<number>`(${version})`.as("version"),
          cast("validFrom", "bigint").as("valid_from"),
          cast("content", "text").as("content"),
          cast("publishedAt", "bigint").as("published_at"),
          cast("publishedBy", "text").as("published_by")
        ])
        .where("tenant.tenant_id", "=", tenant)
        .where(sql<boolean>`(${version}) <= ${cast("versionMax", "bigint")}`)
    )
    .returning("version")
  return statement("add_document", query)
}

const putToken = ({ db }: Builder): Statement => {
  const fields = Object.entries(tables.token.columns) as ReadonlyArray<[keyof TokenRow, "text" | "integer"]>
  const columns = fields.map(([field]) => columnName(field))
  const query = db
    .insertInto("token")
    .columns(["tenant_id", ...columns] as never)
    .expression(
      db
        .selectFrom("tenant")
        .select([
          "tenant.tenant_id",
          ...fields.map(([field, type]) => cast(field, type === "text" ? "text" : "bigint").as(columnName(field)))
        ])
        .where("tenant.tenant_id", "=", tenant) as never
    )
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "token_hash"])
        .doUpdateSet(
          (column) =>
            Object.fromEntries(columns.slice(1).map((name) => [name, column.ref(`excluded.${name}`)])) as never
        )
    )
  return statement("put_token", query)
}

const cast = (name: string, type: "text" | "bigint") => sql<never>`cast(${parameter(name)} as ${sql.raw(type)})`
