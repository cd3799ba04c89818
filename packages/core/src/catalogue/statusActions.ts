import type { ItemStatus } from "./model.ts"

interface Allowed {
  /** Lent and taken home. */
  readonly checkOut: boolean
  /** Lent for use in the building. */
  readonly onSite: boolean
  /** Renewed, or its due date changed otherwise. */
  readonly renew: boolean
  /** Reserved: fetched from where it stands, or waited for; `null`: not at all. */
  readonly reserve: "fetched" | "awaited" | null
}

const there = { checkOut: true, onSite: true, renew: false }
const away = { checkOut: false, onSite: false, renew: false, reserve: null }

/**
 * Which action the status of an item allows, before any policy. The decisions read it, and `docs/item-status.md` shows it.
 * An item on loan is lent again once it has been returned; one set aside is lent to whom it is set aside for.
 */
export const statusActions = {
  available: { ...there, reserve: "fetched" },
  onLoan: { ...away, renew: true, reserve: "awaited" },
  setAside: { ...there, reserve: "awaited" },
  inTransit: { ...there, reserve: "awaited" },
  onOrder: { ...there, reserve: "awaited" },
  inProcess: { ...there, reserve: "awaited" },
  inProcessNotReservable: { ...there, reserve: null },
  awaitingDelivery: { ...there, reserve: "awaited" },
  restricted: { checkOut: false, onSite: true, renew: false, reserve: "fetched" },
  missing: { ...there, reserve: null },
  unknown: { ...there, reserve: null },
  inRepair: { ...away, reserve: "awaited" },
  claimedReturned: away,
  declaredLost: away,
  agedToLost: away,
  lostAndPaid: away,
  withdrawn: away
} as const satisfies Record<ItemStatus, Allowed>
