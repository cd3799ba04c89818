import type { EntryKind } from "../../accounts/model.ts"
import type { MakeCheck } from "../check.ts"

/** What an entry of this kind does to a balance: raises it, lowers it, or either. */
const signs: Readonly<Record<EntryKind, 1 | -1 | null>> = {
  charge: 1,
  adjustment: null,
  payment: -1,
  waiver: -1,
  writeOff: -1,
  credit: -1,
  refund: -1,
  payout: 1,
  void: null,
  transfer: -1
}

/**
 * I19: what is owed of a charge is its amount less what was allotted to it, between zero and the amount; and no payment
 * or waiver allots more than it brought. Keeps a sum for each charge and each entry with allotments.
 */
export const allotmentsWithinCharges: MakeCheck = (report) => {
  const toCharge = new Map<string, number>()
  const ofEntry = new Map<string, number>()
  return {
    rows: {
      allotment: ({ entryId, chargeId, amount }) => {
        if (amount === 0) report("I19", [entryId, chargeId], "an allotment of nothing")
        toCharge.set(chargeId, (toCharge.get(chargeId) ?? 0) + amount)
        ofEntry.set(entryId, (ofEntry.get(entryId) ?? 0) + amount)
      },
      entry: ({ entryId, kind, amount }) => {
        const allotted = ofEntry.get(entryId) ?? 0
        ofEntry.delete(entryId)
        const sign = signs[kind]
        if (amount === 0 || (sign !== null && Math.sign(amount) !== sign))
          report("I19", [entryId], `a ${kind} of ${amount}`)
        if (allotted < 0 || allotted > Math.max(0, -amount))
          report("I19", [entryId], `a ${kind} of ${amount} allots ${allotted}`)
      },
      charge: ({ chargeId, amount, outstanding, refunded }) => {
        const allotted = toCharge.get(chargeId) ?? 0
        toCharge.delete(chargeId)
        if (outstanding < 0 || outstanding > amount) report("I19", [chargeId], `${outstanding} is owed of ${amount}`)
        if (outstanding !== amount - allotted) {
          report("I19", [chargeId], `${outstanding} is owed of ${amount}, but ${allotted} is allotted to it`)
        }
        if (refunded < 0 || refunded > allotted)
          report("I19", [chargeId], `${refunded} is refunded of what ${allotted} was allotted to`)
      }
    },
    end: () => {
      for (const entryId of ofEntry.keys()) report("I19", [entryId], "an entry that is not there has allotments")
      for (const chargeId of toCharge.keys()) report("I19", [chargeId], "a charge that is not there has allotments")
    }
  }
}
