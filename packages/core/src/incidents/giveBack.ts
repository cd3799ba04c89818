import { entryPair } from "../accounts/entryPair.ts"
import type { Draft } from "../decision/draft.ts"
import type { LossCharge } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import type { FoundAt } from "./foundAgain.ts"

/**
 * Takes so much off what is owed for a loss, and makes so much of what was paid a credit: of the value first, then of the
 * processing. What names the incident of a charge is cut where nothing is owed of it. Gives whether something is.
 */
export const giveBack = (
  work: Draft,
  charges: ReadonlyArray<LossCharge>,
  { givenBack, cancelled }: { readonly givenBack: number; readonly cancelled: number },
  { at, branch, ids }: Pick<FoundAt, "at" | "branch" | "ids">
): boolean => {
  let [back, less] = [givenBack, cancelled]
  let owes = false
  const inOrder = [...charges].sort((a, b) => Number(isProcessing(a)) - Number(isProcessing(b)))
  for (const [nth, { charge, paid, reader, account }] of inOrder.entries()) {
    const { accountId } = account
    const { chargeId, outstanding, refunded } = charge
    const off = Math.min(less, outstanding)
    const returned = Math.min(back, paid - refunded)
    less -= off
    back -= returned
    const [entryId, refundId] = entryPair(ids, nth)
    const on = { accountId, chargeId, reason: "found", at, branch }
    if (off + returned > 0) {
      work.restOn("reader", reader)
      work.restOn("account", account)
      work.restOn("charge", charge)
    }
    if (off > 0) work.emit({ _tag: "ChargeAdjusted", ...on, entryId, as: "adjustment", amount: Minor.make(-off) })
    if (returned > 0) work.emit({ _tag: "ChargeRefunded", ...on, entryId: refundId, amount: Minor.make(returned) })
    if (outstanding === off) work.cut("chargeIncident", chargeId)
    else owes = true
  }
  return owes
}

const isProcessing = ({ charge }: LossCharge): boolean => charge.kind === "processing"
