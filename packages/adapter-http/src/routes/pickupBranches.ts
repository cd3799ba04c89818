import { type Answer, ReservationId } from "@openshelf/core"
import type { PickupBranches } from "@openshelf/core/reservations"
import { Result, Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { refusalText, refused } from "../problem/refused.ts"
import { type Call, found, type Reply, type Route } from "../route.ts"
import { commandInput } from "../wire/commandInput.ts"
import { bodyFields, deskExpected, deskHeader, deskName, placeOf } from "./command.ts"

const RefusalShape = Schema.StructWithRest(
  Schema.Struct({ code: Schema.String, liftedBy: Schema.NullOr(Schema.String) }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)

const Branches = Schema.Struct({
  /** What stands in the way at whichever branch. */
  everywhere: Schema.Array(RefusalShape),
  /** Every branch there is, and what forbids fetching it there; none: it may be. */
  branches: Schema.Array(Schema.Struct({ branch: Schema.String, refusals: Schema.Array(RefusalShape) }))
})

const toPlace: Route = {
  name: "pickupBranches",
  method: "POST",
  path: "/v1/reservations/pickup-branches",
  tag: "circulation",
  summary:
    "At which branches something could be fetched if it were reserved now, and why not at the others; nothing is written",
  headers: deskHeader,
  body: Schema.Struct(bodyFields("reserve", ["pickupBranch", "override"])),
  answer: Branches,
  signedIn: true,
  handle: (call) => {
    const mayTellTime = call.identity.actor.kind !== "reader"
    const input = commandInput({ body: call.body, params: {}, now: call.now, mayTellTime })
    return Result.isFailure(input) ? Promise.resolve(invalid(...input.failure)) : told(call, input.success)
  }
}

const toChange: Route = {
  name: "reservationPickupBranches",
  method: "GET",
  path: "/v1/reservations/:reservation/pickup-branches",
  tag: "circulation",
  summary:
    "At which branches a reservation could be fetched, and why not at the others: for staff, and for the reader whose it is",
  params: { reservation: ReservationId },
  headers: deskHeader,
  answer: Branches,
  signedIn: true,
  handle: (call) => told(call, { reservation: call.params.reservation, at: call.now })
}

const told = async ({ library, identity, headers, now }: Call, asked: object): Promise<Reply> => {
  const place = placeOf(identity, headers, now)
  if (place === null) return invalid({ path: deskName, expected: deskExpected })
  const answer: Answer<PickupBranches> = await library.at(place).pickupBranches(asked as never)
  if (!answer.ok) return "refusals" in answer ? refused(answer.refusals) : invalid(...answer.invalid)
  const { everywhere, branches } = answer.receipt
  if (everywhere.some(({ _tag }) => _tag === "ReservationUnknown")) return problem("unknown")
  return found({
    everywhere: everywhere.map(refusalText),
    branches: branches.map(({ branch, refusals }) => ({ branch, refusals: refusals.map(refusalText) }))
  })
}

/** Where reservations can be fetched, by the judgement of the commands that place and change them. */
export const pickupBranches: ReadonlyArray<Route> = [toPlace, toChange]
