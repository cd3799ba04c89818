import type { FeeKind } from "../accounts/model.ts"
import { type Cost, feeOf } from "../accounts/raiseFee.ts"
import type { Consultation } from "../decision/consult.ts"
import type { CopyCount } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { countFree } from "./wanted.ts"

/** What placing it costs, by the copies that may be reserved; where the policy charges the pickup, nothing yet. */
export const placingCosts = (
  policy: CompiledPolicy,
  asked: Consultation,
  waitingCount: number,
  copies: ReadonlyArray<CopyCount>
): ReadonlyArray<Cost<FeeKind>> => {
  const when = asked.optional("reservationFeeWhen", "placed")
  if (when === "pickedUp") return []
  if (when === "placedIfNoneFree" && countFree(copies) > waitingCount) return []
  return feeOf("reservation", asked.optional("reservationFee", "unlimited"), policy, asked)
}
