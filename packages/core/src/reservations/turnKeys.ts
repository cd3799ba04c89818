import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Candidate } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import { isLocal, type ReservedCopy } from "./entitled.ts"
import { rankAt } from "./place.ts"

/** What the policy says of a reservation's turn for a copy, beside its place in the queue. */
export interface TurnKeys {
  /** It waited so long that it goes before all that did not (`waitedFirstDays`). */
  readonly waitedLong: boolean
  /** It is so near that it goes before all others (`localFirst`). */
  readonly isLocal: boolean
  /** What the way to its pickup branch costs, where those of one rank go by that; `null`: not by that. */
  readonly distance: number | null
}

/** Whether some rule of the policy lets a reservation have its turn before its place. */
export const hasTurnKeys = (policy: CompiledPolicy | null): boolean =>
  sets(policy, "localFirst") || sets(policy, "waitedFirstDays")

/** `asked`: what the policy says of this reader fetching this copy. */
export const turnKeys = (
  { reservation: { pickupBranch, placedAt, notBefore }, reader }: Candidate,
  copy: Pick<ReservedCopy, "homeBranch" | "presentBranch">,
  asked: Consultation,
  at: Instant,
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): TurnKeys => {
  const days = asked.optional("waitedFirstDays", null)
  const branch = calendar.branch(pickupBranch)
  const since = Math.max(placedAt, notBefore ?? placedAt) as Instant
  return {
    waitedLong: days !== null && branch !== undefined && branch.localDay(at) - branch.localDay(since) > days,
    isLocal: isLocal(copy, { readerHome: reader.homeBranch, pickupBranch }, asked),
    distance:
      asked.optional("localFirst", "no") === "nearest" ? policy.transfers.cost(copy.presentBranch, pickupBranch) : null
  }
}

/** A reservation of a queue with its keys. */
export interface Keyed extends TurnKeys {
  readonly candidate: Candidate
}

/**
 * Those of a queue in their turns: who waited long, who is near, the others. Within each they stay in the order of the
 * queue; but among the others of one rank, those that go by distance share their places nearest first.
 */
export const inTurnOf = <One extends Keyed>(queue: ReadonlyArray<One>): ReadonlyArray<One> => {
  const waited = queue.filter(({ waitedLong }) => waitedLong)
  const near = queue.filter((one) => !one.waitedLong && one.isLocal)
  return [...waited, ...near, ...nearestFirst(queue.filter((one) => !one.waitedLong && !one.isLocal))]
}

/** As ranks follow each other in a queue, so do the places that those of one rank share. */
const nearestFirst = <One extends Keyed>(queue: ReadonlyArray<One>): ReadonlyArray<One> => {
  const rankOf = ({ candidate }: One): number => rankAt(candidate.reservation.place as number)
  const nearest = queue
    .filter(({ distance }) => distance !== null)
    .sort((one, other) => rankOf(one) - rankOf(other) || (one.distance as number) - (other.distance as number))
    .values()
  return queue.map((one) => (one.distance === null ? one : (nearest.next().value as One)))
}
