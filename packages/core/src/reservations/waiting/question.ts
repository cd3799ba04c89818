import { type Result, Schema } from "effect"
import { Instant } from "../../calendar/instant.ts"
import { decoder, type Invalid } from "../../decision/invalid.ts"

/** Any instant that a `Date` can hold. */
const instant = Instant.check(Schema.isBetween({ minimum: -8.64e15, maximum: 8.64e15 }))

const count = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 0, maximum }))

/** A copy of the title, and how it stands with it. Copies that this reservation may not have are left out. */
export const WaitCopy = Schema.Union([
  /** On the shelf, for whoever is first. `isHere`: at the branch of pickup; without it nobody knows. */
  Schema.Struct({ is: Schema.Literal("available"), isHere: Schema.optionalKey(Schema.Boolean) }),
  Schema.Struct({
    is: Schema.Literal("onLoan"),
    dueAt: instant,
    /** When it was lent or renewed last; without it its term is that of its kind, or the time up to `dueAt` if that is longer. */
    lentAt: Schema.optionalKey(instant),
    /** How often it may still be renewed while others wait; without it never. */
    renewalsLeft: Schema.optionalKey(count(100)),
    /** What it would be due if it were recalled now, where a recall is to be expected. */
    dueIfRecalledAt: Schema.optionalKey(instant)
  }),
  /** Kept on the pickup shelf for an earlier reservation, which is not counted in `ahead` any more. */
  Schema.Struct({ is: Schema.Literal("setAside"), setAsideAt: instant, shelfUntil: instant }),
  /** On its way to a branch since; there it is for whoever is first. `isHere`: that is the branch of pickup. */
  Schema.Struct({ is: Schema.Literal("inTransit"), sentAt: instant, isHere: Schema.optionalKey(Schema.Boolean) }),
  /** In repair, being catalogued, on order …; `null`: nobody knows when it will be back, so it is not counted on. */
  Schema.Struct({ is: Schema.Literal("away"), backAt: Schema.NullOr(instant) }),
  /** Lost, missing, or claimed returned: not counted on. */
  Schema.Struct({ is: Schema.Literal("lost") })
])
export type WaitCopy = typeof WaitCopy.Type

/** What `estimateWait` asks of a queue: plain counts and instants, of no reader and no item. */
export const WaitQuestion = Schema.Struct({
  /** Now. */
  at: instant,
  /** The queue before this reservation: those that wait for a copy. */
  ahead: Schema.Struct({
    /** Those that a copy could be set aside for at once. */
    waiting: count(1_000_000),
    /**
     * Those that are suspended, by the instant until which they are: passed over until then, then in their old place. One
     * without end is left out.
     */
    suspendedUntil: Schema.Array(instant).check(Schema.isMaxLength(100_000))
  }),
  copies: Schema.Array(WaitCopy).check(Schema.isMaxLength(10_000)),
  /** Days for which a copy is lent to those who wait; without it as long as loans of the kind were. */
  loanDays: Schema.optionalKey(Schema.Finite.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(3_650))),
  /** How often their loans may be renewed while others wait; without it never, as most rules have it. */
  renewalsWhileOthersWait: Schema.optionalKey(count(100)),
  /** Days within which it is asked whether a copy comes at all; without it 730. */
  horizonDays: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3_650 }))),
  /** From which chance is made: the same question with the same seed has the same answer. */
  seed: Schema.Int,
  /** How many courses of events are played; without it 300. */
  runs: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 50, maximum: 1_000 })))
})
export type WaitQuestion = typeof WaitQuestion.Type

/** Refuses what is no question, with every path that is wrong. */
export const decodeQuestion: (input: unknown) => Result.Result<WaitQuestion, ReadonlyArray<Invalid>> =
  decoder(WaitQuestion)
