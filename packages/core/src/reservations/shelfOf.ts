import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemFacts, KeptReservation } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { closingAfter } from "./closingAfter.ts"
import { consultFetching } from "./consultFetching.ts"
import { togetherUntil } from "./joined.ts"
import { shelfEnd } from "./shelfEnd.ts"

/**
 * Until when a copy waits that has just come to its pickup branch. The rules that sent it there may be gone: then to the end
 * of the next open day, and without one to the instant itself, so that the night hands it on. `null`: no such branch.
 */
export const shelfOf = (
  { reservation, reader }: Pick<KeptReservation, "reservation" | "reader">,
  {
    item,
    title,
    queue,
    isComplete,
    at
  }: Pick<ItemFacts, "item" | "title" | "queue"> & {
    /** Whether all others of its set are there, or it is of none. */
    readonly isComplete: boolean
    readonly at: Instant
  },
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): Instant | null => {
  const { pickupBranch } = reservation
  const branch = calendar.branch(pickupBranch)
  if (branch === undefined) return null
  const asked = consultFetching(policy, branch, { reader, item, title, waiting: queue.waitingCount, pickupBranch, at })
  const shelf = shelfEnd(branch, at, asked)
  const until = typeof shelf === "string" ? (closingAfter(branch, at, 1) ?? at) : shelf.until
  return isComplete ? until : togetherUntil(branch, at, { until, asked })
}
