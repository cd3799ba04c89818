import type { Instant } from "../calendar/instant.ts"
import { type Rotated, rotateCollections } from "./branchLists/rotateCollections.ts"
import { forgiveSmallDebts, type SmallDebtsForgiven } from "./forgiveSmallDebts.ts"
import { type AgedLosses, ageLosses } from "./incidents/ageLosses.ts"
import { endInterloans, type InterloansEnded } from "./interlending/endInterloans.ts"
import { type NightlyAccrual, nightlyAccrual } from "./nightlyAccrual.ts"
import { type NightlyClose, nightlyClose } from "./nightlyClose.ts"
import type { Library } from "./openLibrary.ts"

/** What each job of a night did. */
export interface Night {
  readonly close: NightlyClose
  readonly overdue: NightlyAccrual
  readonly losses: AgedLosses
  readonly smallDebts: SmallDebtsForgiven
  readonly rotations: Rotated
  readonly interloans: InterloansEnded
}

export type NightJob = keyof Night

interface Run {
  readonly tenant: string
  /** The instant that all jobs work for, however long they take. */
  readonly at: Instant | number
  /** Told as a job begins, and as it comes along: how many it looked at. */
  readonly onProgress?: (so: { readonly job: NightJob; readonly looked: number }) => void
}

/**
 * All that a night does for a tenant: ends the day, which renews what renews itself; charges and reminds of what is late
 * still; counts as lost and charges what was not brought for long; forgives small debts; moves collections that go round
 * the branches; ends loans to other systems whose copy came home, closes the records of borrowed copies that are gone, and
 * cancels what nobody waits for any more. It may stop anywhere and be run again: each job goes on where it stopped.
 * Rejects as commands do for faults.
 */
export const night = async (library: Library, { tenant, at, onProgress }: Run): Promise<Night> => {
  const begin = (job: NightJob): void => onProgress?.({ job, looked: 0 })
  begin("close")
  const close = await nightlyClose(library, { tenant, at })
  begin("overdue")
  const overdue = await nightlyAccrual(library, {
    tenant,
    at,
    onProgress: ({ looked }) => onProgress?.({ job: "overdue", looked })
  })
  begin("losses")
  const losses = await ageLosses(library, { tenant, at })
  begin("smallDebts")
  const smallDebts = await forgiveSmallDebts(library, { tenant, at })
  begin("rotations")
  const rotations = await rotateCollections(library, { tenant, at })
  begin("interloans")
  const interloans = await endInterloans(library, { tenant, at })
  return { close, overdue, losses, smallDebts, rotations, interloans }
}
