import type { DocumentRow } from "../../decision/tables.ts"
import type { TenantStore } from "./tenantStore.ts"

/** All documents of a tenant by kind and version, and the number of that set. */
export const documents = (
  store: TenantStore
): { readonly documentsVersion: number; readonly documents: ReadonlyArray<DocumentRow> } => ({
  documentsVersion: store.tenant.documentsVersion,
  documents: store.tables.document.inKeyOrder()
})

/** Adds a document under the next version of its kind, unless that is beyond the last one wanted, and moves the set on. */
export const publish = (
  store: TenantStore,
  document: Omit<DocumentRow, "version">,
  versionMax = Number.MAX_SAFE_INTEGER
): number =>
  store.atomically(() => {
    const before = store.tables.document.inKeyOrder().filter(({ kind }) => kind === document.kind)
    const version = (before.at(-1)?.version ?? 0) + 1
    if (version > versionMax) return versionMax
    store.insert("document", { ...document, version })
    store.tenant = Object.freeze({ ...store.tenant, documentsVersion: store.tenant.documentsVersion + 1 })
    return version
  })
