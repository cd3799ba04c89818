import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { consult } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import { type CompiledPolicy, unknownContext } from "../policy/index.ts"
import type { ReaderId } from "../readers/model.ts"
import { beginTogether, isComplete, type JoinedWith } from "./joined.ts"
import type { ReservationId } from "./model.ts"
import { shelfEnd } from "./shelfEnd.ts"

/** A set that waited for this one alone is there without it: it was fetched before, or given up. Gives those that begin. */
export const beginWithoutOne = (
  work: Draft,
  group: JoinedWith | null,
  { readerId, at }: { readonly readerId: ReaderId; readonly at: Instant },
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): ReadonlyArray<ReservationId> => {
  const [first] = group?.others ?? []
  if (group?.kind !== "together" || first === undefined || !isComplete(group)) return []
  const { pickupBranch: branch, readerCategory } = first
  const known = calendar.branch(branch)
  const shelf =
    known === undefined
      ? "BranchUnknown"
      : shelfEnd(known, at, consult(policy, { ...unknownContext, readerCategory, branch }))
  // Where the rules say nothing without the copies, each is kept as it was, and stands by itself after that.
  if (typeof shelf === "string") return []
  beginTogether(work, group, { readerId, shelfUntil: shelf.until, at })
  return group.others.map(({ reservationId }) => reservationId)
}
