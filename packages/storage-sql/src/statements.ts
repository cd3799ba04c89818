import { type Preface, preface } from "./commit/known.ts"
import { type Versions, versions } from "./commit/lookBack.ts"
import type { Builder, Slots } from "./facts/builder.ts"
import { type Scans, scans } from "./facts/scan.ts"
import { slots } from "./facts/slots.ts"
import { type Steps, steps } from "./steps/steps.ts"
import { type TenantStatements, tenantStatements } from "./tenants/tenantStatements.ts"
import type { Traits } from "./traits.ts"

/** Every statement of a storage, compiled once when it is opened. */
export interface Statements {
  readonly slots: Slots
  readonly preface: Preface
  readonly steps: Steps
  readonly versions: Versions
  readonly scans: Scans
  readonly tenants: TenantStatements
}

/** What statements are built with. `schema` is the one that holds the tables, on engines that have several. */
export const builderFor = (traits: Traits, schema: string | null = null): Builder => {
  const db = traits.builder()
  return { traits, db: schema === null ? db : db.withSchema(schema) }
}

export const statementsFor = (builder: Builder): Statements => ({
  slots: slots(builder),
  preface: preface(builder),
  steps: steps(builder),
  versions: versions(builder),
  scans: scans(builder),
  tenants: tenantStatements(builder)
})
