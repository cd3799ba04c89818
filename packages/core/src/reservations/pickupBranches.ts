import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type ChangeReservationFacts, decideChangeReservation } from "./changeReservation.ts"
import { ReservationId } from "./model.ts"
import { decideReserve } from "./reserve.ts"
import { Reserve, type ReserveFacts } from "./reserveCommand.ts"

const { pickupBranch: _, override: __, ...placing } = Reserve.fields

/** Where it could be fetched if it were placed now: what `reserve` is told, but for the branch. */
export const PickupBranchesToPlace = Schema.Struct(placing)
export type PickupBranchesToPlace = typeof PickupBranchesToPlace.Type

/** Where a reservation that is there could be fetched. */
export const PickupBranchesToChange = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type PickupBranchesToChange = typeof PickupBranchesToChange.Type

export interface PickupBranch {
  readonly branch: string
  /** What forbids fetching it there; empty: it may be fetched there. */
  readonly refusals: ReadonlyArray<Refusal>
}

export interface PickupBranches {
  /** What stands in the way at whichever branch; empty: nothing. */
  readonly everywhere: ReadonlyArray<Refusal>
  /** Every branch of the calendar in force, in its order. */
  readonly branches: ReadonlyArray<PickupBranch>
}

/** The decision of `reserve` once for each branch, over the same facts. */
export const decidePickupBranchesToPlace = (
  facts: ReserveFacts,
  asked: PickupBranchesToPlace,
  context: DecisionContext
): Result.Result<Decision<PickupBranches>, Refusals> =>
  atEachBranch(context, (pickupBranch) => decideReserve(facts, { ...asked, pickupBranch }, context))

/** The decision of `changeReservation` once for each branch, over the same facts; the branch that it has is one of them. */
export const decidePickupBranchesToChange = (
  facts: ChangeReservationFacts,
  asked: PickupBranchesToChange,
  context: DecisionContext
): Result.Result<Decision<PickupBranches>, Refusals> =>
  atEachBranch(context, (pickupBranch) => decideChangeReservation(facts, { ...asked, pickupBranch }, context))

const atEachBranch = (
  { place, calendar }: DecisionContext,
  decide: (branch: string) => Result.Result<unknown, Refusals>
): Result.Result<Decision<PickupBranches>, Refusals> => {
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const told = calendar.branches.map((branch) => {
    const decided = decide(branch)
    return { branch, refusals: Result.isFailure(decided) ? decided.failure : [] }
  })
  return Result.succeed(draft(place).decide(partedByBranch(told)))
}

/** What is said at every branch alike is no reason of one, unless it is about the branch itself: a library may have one alone. */
const partedByBranch = (told: ReadonlyArray<PickupBranch>): PickupBranches => {
  const counts = new Map<string, number>()
  for (const { refusals } of told)
    for (const key of new Set(refusals.map((refusal) => JSON.stringify(refusal))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const isEverywhere = (refusal: Refusal): boolean =>
    !aboutPickup.has(refusal._tag) && counts.get(JSON.stringify(refusal)) === told.length
  return {
    everywhere: (told[0]?.refusals ?? []).filter(isEverywhere),
    branches: told.map(({ branch, refusals }) => ({
      branch,
      refusals: refusals.filter((refusal) => !isEverywhere(refusal))
    }))
  }
}

const aboutPickup: ReadonlySet<Refusal["_tag"]> = new Set([
  "PickupNotAllowed",
  "CardNotValidAt",
  "CalendarHasNoOpenDay",
  "PickupBranchesDiffer"
])
