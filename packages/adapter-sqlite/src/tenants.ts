import { type Storage, StorageFault, TenantUnknown } from "@openshelf/core"
import { bind } from "@openshelf/storage-sql"
import { Exit } from "effect"
import type { Store } from "./connection.ts"
import type { Patiently } from "./sqliteStorage.ts"
import { reading, writing } from "./transaction.ts"

type TenantCalls = Pick<
  Storage["Service"],
  "openTenant" | "tenants" | "documents" | "publish" | "putToken" | "removeToken"
>

/** The calls about tenants themselves, their documents, and tokens. */
export const tenantCalls = ({ connection, statements: { tenants } }: Store, patiently: Patiently): TenantCalls => ({
  openTenant: ({ tenant, ...row }) =>
    patiently(() =>
      writing(connection, () => {
        connection.change(tenants.open, bind(tenants.open, tenant, row))
        const opened = connection.ask(tenants.one, tenant, {})
        return opened === null
          ? Exit.fail(new StorageFault({ cause: "the tenant is not there" }))
          : Exit.succeed(opened)
      })
    ),
  tenants: () => patiently(() => reading(connection, () => Exit.succeed(connection.ask(tenants.all, "", {})))),
  documents: (tenant) =>
    patiently(() =>
      reading(connection, () => {
        const row = connection.ask(tenants.one, tenant, {})
        if (row === null) return Exit.fail(new TenantUnknown({ tenant }))
        const { documentsVersion } = row
        return Exit.succeed({ documentsVersion, documents: connection.ask(tenants.documents, tenant, {}) })
      })
    ),
  publish: (tenant, document, versionMax = Number.MAX_SAFE_INTEGER) =>
    patiently(() =>
      writing(connection, () => {
        const moved = connection.change(tenants.moveDocuments, bind(tenants.moveDocuments, tenant, {}))
        if (moved === 0) return Exit.fail(new TenantUnknown({ tenant }))
        const values = bind(tenants.addDocument, tenant, { ...document, versionMax })
        const [added] = connection.rows(tenants.addDocument, values)
        return Exit.succeed(added === undefined ? versionMax : (added[0] as number))
      })
    ),
  putToken: (tenant, token) =>
    patiently(() =>
      writing(connection, () => {
        const changed = connection.change(tenants.putToken, bind(tenants.putToken, tenant, { ...token }))
        return changed === 1 ? Exit.void : Exit.fail(new StorageFault({ cause: new TenantUnknown({ tenant }) }))
      })
    ),
  removeToken: (tenant, tokenHash) =>
    patiently(() =>
      writing(connection, () =>
        Exit.succeed(connection.change(tenants.removeToken, bind(tenants.removeToken, tenant, { tokenHash })) === 1)
      )
    )
})
