import { StorageFault } from "@openshelf/core"
import { Exit } from "effect"
import type { Lease } from "./lease.ts"

/** Keeps a lease renewed while the process lives. */
export interface Keeper {
  /** `null` while the lease is held; a failure for good once another server took it. May throw that the file is busy. */
  readonly check: () => Exit.Exit<never, StorageFault> | null
  /** Gives the lease back. */
  readonly stop: () => void
}

export const keepLease = (
  lease: Lease,
  { leaseMs, now, database }: { readonly leaseMs: number; readonly now: () => number; readonly database: string }
): Keeper => {
  let held = true
  const renew = (): void => {
    if (held) held = lease.renew()
  }
  const timer = setInterval(() => quietly(renew), leaseMs / 3).unref()
  const lost = Exit.fail(new StorageFault({ cause: new Error(`another server has taken ${database} over`) }))
  return {
    check: () => {
      // A process that stood still for long finds its lease run out; it goes on only if nobody took it.
      if (held && now() >= lease.expiresAt()) renew()
      return held ? null : lost
    },
    stop: () => {
      clearInterval(timer)
      if (held) quietly(lease.release)
    }
  }
}

/** What fails now is tried again by the next tick, or by the next command once the lease has run out. */
const quietly = (act: () => void): void => {
  try {
    act()
  } catch {}
}
