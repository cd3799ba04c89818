import type { FeeKind } from "../accounts/model.ts"
import { type Cost, feeOf } from "../accounts/raiseFee.ts"
import type { Consultation } from "../decision/consult.ts"
import type { CopyCount } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { countFree } from "./wanted.ts"

interface Placed {
  /** How many reservations. */
  readonly more: number
  /** How many loans are recalled for them. */
  readonly recalled: number
  readonly waitingCount: number
  /** The copies that may be reserved. */
  readonly copies: ReadonlyArray<CopyCount>
}

/** The most charges that placing one raises. */
export const placingCostsMax = 2

/**
 * What placing them costs, each by itself: the reservation, unless the policy charges its pickup, or a copy is free for it;
 * and each loan that is recalled.
 */
export const placingCosts = (
  policy: CompiledPolicy,
  asked: Consultation,
  placed: Placed
): ReadonlyArray<Cost<FeeKind>> => {
  const { recalled } = placed
  const recall = recalled > 0 ? feeOf("recall", asked.optional("recallFee", "unlimited"), policy, asked) : []
  const fee = feeOf("reservation", asked.optional("reservationFee", "unlimited"), policy, asked)
  return [...times(chargedNow(asked, placed), fee), ...times(recalled, recall)]
}

/** For how many of them the policy charges now. */
const chargedNow = (asked: Consultation, { more, waitingCount, copies }: Placed): number => {
  const when = asked.optional("reservationFeeWhen", "placed")
  if (when === "pickedUp") return 0
  const free = when === "placedIfNoneFree" ? Math.max(0, countFree(copies) - waitingCount) : 0
  return Math.max(0, more - free)
}

const times = <One>(count: number, all: ReadonlyArray<One>): ReadonlyArray<One> =>
  Array.from({ length: count }, () => all).flat()
