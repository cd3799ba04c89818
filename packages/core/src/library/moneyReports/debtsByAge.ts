import { ChargeKind } from "../../accounts/model.ts"
import type { Library } from "../openLibrary.ts"
import { tenantOf } from "../tenantOf.ts"
import { eachRow } from "./eachRow.ts"

/** What is owed since at least `fromDays` and less than `toDays`; `null`: however long. Minor units. */
export interface DebtBand {
  readonly fromDays: number
  readonly toDays: number | null
  readonly charges: number
  readonly owed: number
  readonly byKind: Readonly<Record<ChargeKind, number>>
}

export interface DebtsByAge {
  readonly currency: string
  readonly at: number
  readonly owed: number
  readonly bands: ReadonlyArray<DebtBand>
}

interface Asked {
  readonly tenant: string
  readonly at: number
  /** Where one band ends and the next begins, in days, ascending; 30, 90, 180 and 365 unless told. */
  readonly bounds?: ReadonlyArray<number>
}

const dayMs = 86_400_000

/** What is owed now, by how many whole days before `at` it was charged. Keeps the bands. Credits are not taken off. */
export const debtsByAge = async (
  library: Library,
  { tenant, at, bounds = [30, 90, 180, 365] }: Asked
): Promise<DebtsByAge> => {
  if (bounds.some((bound, nth) => !(bound > (bounds[nth - 1] ?? 0)))) throw new RangeError("bounds ascend from above 0")
  const { currency } = await tenantOf(library, tenant)
  const bands = [0, ...bounds].map((fromDays, nth) => ({
    fromDays,
    toDays: bounds[nth] ?? null,
    charges: 0,
    owed: 0,
    byKind: Object.fromEntries(ChargeKind.literals.map((kind) => [kind, 0])) as Record<ChargeKind, number>
  }))
  await eachRow(library, tenant, "charge", ({ kind, outstanding, raisedAt }) => {
    if (outstanding === 0) return
    const days = Math.max(0, Math.floor((at - raisedAt) / dayMs))
    const band = bands.find(({ toDays }) => toDays === null || days < toDays)
    if (band === undefined) return
    band.charges += 1
    band.owed += outstanding
    band.byKind[kind] += outstanding
  })
  return { currency, at, owed: bands.reduce((sum, { owed }) => sum + owed, 0), bands }
}
