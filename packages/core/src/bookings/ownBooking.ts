import { Result } from "effect"
import type { Actor } from "../decision/actor.ts"
import type { OwnedBooking } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"

/** The live booking, if this actor may see it: staff any, a reader their own. To anybody else it is as if it were not there. */
export const bookingOf = <B extends OwnedBooking>(
  found: B | null,
  booking: string,
  actor: Actor
): Result.Result<B, Refusals> =>
  found === null || (actor.kind === "reader" && actor.readerId !== found.readerId)
    ? refused([{ _tag: "BookingUnknown", booking }])
    : Result.succeed(found)
