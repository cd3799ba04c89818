import type { AccountRow, FeeKind } from "../accounts/model.ts"
import { type Cost, feeOf, type RaisedCharge, raiseFee } from "../accounts/raiseFee.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { CompiledPolicy } from "../policy/index.ts"

/** What a membership costs as it begins or is renewed. */
export const membershipCost = (policy: CompiledPolicy, asked: Consultation): ReadonlyArray<Cost<FeeKind>> =>
  feeOf("membership", asked.optional("membershipFee", "unlimited"), policy, asked)

/** What a card costs: the first one, or one in place of a lost one. */
export const cardCost = (
  policy: CompiledPolicy,
  asked: Consultation,
  fee: "cardFee" | "lostCardFee"
): ReadonlyArray<Cost<FeeKind>> => feeOf("card", asked.optional(fee, "unlimited"), policy, asked)

/** What a new reader is charged for. */
export const newMemberCosts = (policy: CompiledPolicy, asked: Consultation): ReadonlyArray<Cost<FeeKind>> => [
  ...membershipCost(policy, asked),
  ...cardCost(policy, asked, "cardFee")
]

/** Charges them to the reader's account, each under an id of its own. */
export const raiseMemberFees = (
  work: Draft,
  costs: ReadonlyArray<Cost<FeeKind>>,
  of: {
    readonly account: AccountRow
    readonly at: Instant
    readonly branch: string
    readonly ids: ReadonlyArray<string>
  }
): ReadonlyArray<RaisedCharge> =>
  costs.map((cost, nth) => raiseFee(work, cost, { ...of, itemType: "", chargeId: of.ids[nth] }))
