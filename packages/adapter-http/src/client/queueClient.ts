import type { CommandInput } from "@openshelf/core"
import { withInstantTexts } from "../wire/instants.ts"
import { pageOf, type Received } from "./answer.ts"

/** Days; `null`: with that chance it does not come within the days that were looked at. */
export interface WaitDays {
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
}

/** Instants are milliseconds since 1970. */
export interface ClientWait {
  readonly reservationId: string | null
  readonly titleId: string
  readonly state: string | null
  readonly position: number | null
  readonly waitingCount: number
  readonly notBefore: number | null
  readonly wait: WaitDays | null
  readonly learnedAt: number | null
}

export interface ClientQueue {
  readonly waitingCount: number
  readonly rows: ReadonlyArray<{
    readonly reservationId: string
    readonly position: number | null
    readonly state: string
    readonly pickupBranch: string
    readonly placedAt: number
    readonly isSuspended: boolean
    readonly suspendedUntil: number | null
    readonly wait: WaitDays | null
  }>
  readonly next: string | null
}

/** A branch, and what forbids fetching there; none: nothing does. */
export interface ClientPickupBranches {
  /** What stands in the way at whichever branch. */
  readonly everywhere: ReadonlyArray<ClientRefusal>
  readonly branches: ReadonlyArray<{ readonly branch: string; readonly refusals: ReadonlyArray<ClientRefusal> }>
}

/** What `reserve` is told, but for the branch; instants are milliseconds since 1970. */
export type PickupBranchesAsked = Omit<CommandInput<"reserve">, "at" | "pickupBranch" | "override"> & {
  readonly at?: number
}

interface ClientRefusal {
  readonly code: string
  readonly liftedBy: string | null
}

/** Who waits for what and for how long; `null`: there is no such title or reservation, or none that one may see. */
export interface QueueClient {
  /** A page of a title's queue; for staff. */
  readonly ofTitle: (
    title: string,
    page?: { readonly after?: string; readonly limit?: number }
  ) => Promise<ClientQueue | null>
  /** Of a reservation, or of one that would be placed for a title now. */
  readonly wait: (asked: { readonly reservation: string } | { readonly title: string }) => Promise<ClientWait | null>
  /** Where a reservation could be fetched, or one that would be placed now. */
  readonly pickupBranches: (
    asked: { readonly reservation: string } | PickupBranchesAsked
  ) => Promise<ClientPickupBranches | null>
}

type Send = (address: string, init: RequestInit) => Promise<Received>

export const queueClient = (send: Send): QueueClient => {
  const read = async (address: string): Promise<unknown> => pageOf(await send(address, { method: "GET" }))
  return {
    ofTitle: async (title, { after, limit } = {}) => {
      const query = new URLSearchParams({
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit: String(limit) })
      })
      return (await read(`/v1/titles/${encodeURIComponent(title)}/queue?${query}`)) as ClientQueue | null
    },
    wait: async (asked) => {
      const of =
        "title" in asked
          ? `titles/${encodeURIComponent(asked.title)}`
          : `reservations/${encodeURIComponent(asked.reservation)}`
      return (await read(`/v1/${of}/wait`)) as ClientWait | null
    },
    pickupBranches: async (asked) => {
      if ("reservation" in asked) {
        const of = encodeURIComponent(asked.reservation)
        return (await read(`/v1/reservations/${of}/pickup-branches`)) as ClientPickupBranches | null
      }
      const headers = { "content-type": "application/json" }
      const body = JSON.stringify(withInstantTexts(asked))
      const received = await send("/v1/reservations/pickup-branches", { method: "POST", headers, body })
      return pageOf(received) as ClientPickupBranches | null
    }
  }
}
