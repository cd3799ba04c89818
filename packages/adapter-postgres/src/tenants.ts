import { type Storage, StorageFault, TenantUnknown } from "@openshelf/core"
import { bind, type Statement } from "@openshelf/storage-sql"
import { Effect, Exit } from "effect"
import type { Query } from "./flush.ts"
import { read, rowsOf, write } from "./outside.ts"
import type { Server } from "./server.ts"

type TenantCalls = Pick<
  Storage["Service"],
  "openTenant" | "tenants" | "documents" | "publish" | "putToken" | "removeToken"
>

/** The calls about tenants themselves, their documents, and tokens. */
export const tenantCalls = (server: Server): TenantCalls => {
  const { tenants } = server.statements
  const step = (statement: Statement, tenant: string, values: object): Query =>
    server.prepared(statement, bind(statement, tenant, values as Readonly<Record<string, unknown>>))
  const written = (steps: () => ReadonlyArray<Query>, repeatable: "repeatable" | "once") =>
    fromServer(() => write(server, steps, repeatable))
  return {
    openTenant: ({ tenant, ...row }) =>
      Effect.flatMap(
        written(() => [step(tenants.open, tenant, row), step(tenants.one.statement, tenant, {})], "repeatable"),
        ([, opened]) => {
          const found = tenants.one.gives(rowsOf(opened).rows, {})
          return found === null
            ? Exit.fail(new StorageFault({ cause: "the tenant is not there" }))
            : Exit.succeed(found)
        }
      ),
    tenants: () =>
      Effect.map(
        fromServer(() => read(server, () => server.facts.together("", { all: tenants.all }))),
        ({ all }) => all
      ),
    documents: (tenant) =>
      Effect.flatMap(
        fromServer(() =>
          read(server, () => server.facts.together(tenant, { row: tenants.one, documents: tenants.documents }))
        ),
        ({ row, documents }) =>
          row === null
            ? Exit.fail(new TenantUnknown({ tenant }))
            : Exit.succeed({ documentsVersion: row.documentsVersion, documents })
      ),
    publish: (tenant, document, versionMax = Number.MAX_SAFE_INTEGER) =>
      Effect.flatMap(
        written(
          () => [
            step(tenants.moveDocuments, tenant, {}),
            step(tenants.addDocument, tenant, { ...document, versionMax })
          ],
          "once"
        ),
        ([moved, added]) => {
          if (rowsOf(moved).changed === 0) return Exit.fail(new TenantUnknown({ tenant }))
          const [version] = rowsOf(added).rows[0] ?? []
          return Exit.succeed(version === undefined ? versionMax : (version as number))
        }
      ),
    putToken: (tenant, token) =>
      Effect.flatMap(
        written(() => [step(tenants.putToken, tenant, token)], "repeatable"),
        ([put]) =>
          rowsOf(put).changed === 1 ? Exit.void : Exit.fail(new StorageFault({ cause: new TenantUnknown({ tenant }) }))
      ),
    removeToken: (tenant, tokenHash) =>
      Effect.map(
        written(() => [step(tenants.removeToken, tenant, { tokenHash })], "once"),
        ([removed]) => rowsOf(removed).changed === 1
      )
  }
}

/** What a server answers, as an effect. A rejection is a bug. */
export const fromServer = <A, E>(work: () => Promise<Exit.Exit<A, E>>): Effect.Effect<A, E> =>
  Effect.flatMap(Effect.promise(work), (exit) => exit)
