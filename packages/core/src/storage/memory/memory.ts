import { Effect } from "effect"
import type { TableName, Tables } from "../../decision/tables.ts"
import { type Storage, StorageFault, TenantUnknown } from "../port.ts"
import { Breach } from "./breach.ts"
import { commands } from "./commands.ts"
import { documents, publish } from "./documents.ts"
import { answer } from "./facts/answer.ts"
import { attempt } from "./faultOf.ts"
import { pageOf } from "./rows/page.ts"
import { keyOrder } from "./rows/table.ts"
import { type TenantStore, tenantStore } from "./tenantStore.ts"

export interface MemoryOptions {
  /**
   * 1 (the default): a command looks, decides and commits without yielding, as on SQLite. 2: others may commit between
   * its look and its commit, as on PostgreSQL, so that a decision that forgot a guard shows.
   */
  readonly trips?: 1 | 2
  /** The row of this number, counted from 1 over the storage's life, fails to be written. Later ones are written. */
  readonly failAtWrite?: number
}

/** A storage and, for tests, what it keeps. */
export interface Memory {
  readonly storage: Storage["Service"]
  readonly stores: ReadonlyMap<string, TenantStore>
}

export const memory = ({ trips = 1, failAtWrite }: MemoryOptions): Memory => {
  const stores = new Map<string, TenantStore>()
  let writes = 0
  const beforeWrite = (): void => {
    writes++
    if (writes === failAtWrite) throw new Breach("write", `row ${writes} was not written, as asked for`)
  }
  const withStore = <A, E>(tenant: string, use: (store: TenantStore) => Effect.Effect<A, E>) =>
    Effect.suspend((): Effect.Effect<A, E | TenantUnknown> => {
      const store = stores.get(tenant)
      return store === undefined ? Effect.fail(new TenantUnknown({ tenant })) : use(store)
    })
  const { run, commitMany } = commands(withStore, trips)

  const storage: Storage["Service"] = {
    run,
    commitMany,
    read: (tenant, lookup) => attempt(() => answer(stores.get(tenant) ?? nobody(), lookup)),
    scan: (tenant, table, after, limit) =>
      attempt(() => {
        const store = stores.get(tenant) ?? nobody()
        const page = pageOf(store.tables[table].inKeyOrder(), keyOrder(table), { after, limit, limitMax: 10_000 })
        return { ...page, rows: page.rows.map((row) => ownBytes(table, row as Tables[typeof table])) }
      }),
    openTenant: (row) =>
      Effect.sync(() => {
        const known = stores.get(row.tenant)
        if (known !== undefined) return known.tenant
        const store = tenantStore(Object.freeze({ ...row, documentsVersion: 0 }), beforeWrite)
        stores.set(row.tenant, store)
        return store.tenant
      }),
    tenants: () => Effect.sync(() => [...stores.values()].map(({ tenant }) => tenant)),
    documents: (tenant) => withStore(tenant, (store) => Effect.sync(() => documents(store))),
    publish: (tenant, document, versionMax) =>
      withStore(tenant, (store) => attempt(() => publish(store, document, versionMax))),
    putToken: (tenant, token) =>
      withStore(tenant, (store) => attempt(() => store.atomically(() => store.replace("token", token)))).pipe(
        Effect.catchTag("TenantUnknown", (cause) => Effect.fail(new StorageFault({ cause })))
      ),
    removeToken: (tenant, tokenHash) =>
      attempt(() => {
        const store = stores.get(tenant)
        if (store?.tables.token.get(tokenHash) === undefined) return false
        store.atomically(() => store.remove("token", tokenHash))
        return true
      })
  }
  return { storage, stores }
}

/** The store of a tenant that was never opened: reading finds nothing. */
const nobody = (): TenantStore =>
  tenantStore({ tenant: "", name: "", currency: "", documentsVersion: 0, openedAt: 0 }, () => {})

/** Frozen rows may be handed out as they are, but bytes cannot be frozen. */
const ownBytes = <T extends TableName>(table: T, row: Tables[T]): Tables[T] =>
  table === "titleRecord"
    ? ({ ...row, content: (row as Tables["titleRecord"]).content.slice() } as unknown as Tables[T])
    : row
