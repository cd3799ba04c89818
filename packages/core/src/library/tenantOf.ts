import type { TenantRow } from "../storage/port.ts"
import { TenantUnknown } from "../storage/port.ts"
import type { Library } from "./openLibrary.ts"

/** The tenant's own row. Rejects with `TenantUnknown`. */
export const tenantOf = async (library: Library, tenant: string): Promise<TenantRow> => {
  const row = (await library.tenants()).find((one) => one.tenant === tenant)
  if (row === undefined) throw new TenantUnknown({ tenant })
  return row
}
