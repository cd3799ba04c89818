import type { Consultation } from "../decision/consult.ts"
import type { ChargeFacts } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import { withinCaps } from "./lateness/settlementCaps.ts"

/**
 * What a payment that settles all of these charges leaves unpaid, as being late costs no more altogether: for each charge
 * by id. Nothing where the payment does not settle them, or the policy sets no such cap. `owed`: all that the reader owes.
 */
export const settlementForgone = (
  charges: ReadonlyArray<ChargeFacts>,
  owed: ReadonlyArray<ChargeFacts>,
  amount: number,
  asked: Consultation | null
): ReadonlyMap<string, Minor> => {
  const perVisit = asked?.optional("overdueCapPerVisit", "unlimited") ?? "unlimited"
  const perReader = asked?.optional("overdueCapPerReader", "unlimited") ?? "unlimited"
  if (perVisit === "unlimited" && perReader === "unlimited") return none
  const isLate = ({ charge }: ChargeFacts): boolean => charge.kind === "overdue"
  const late = charges.filter(isLate)
  const others = owed.filter((one) => isLate(one) && !charges.includes(one))
  const owedBefore = Minor.make(others.reduce((sum, { charge }) => sum + charge.outstanding, 0))
  const outstanding = late.map(({ charge }) => charge.outstanding)
  const kept = withinCaps(outstanding, { perVisit, perReader }, owedBefore)
  const forgone = new Map(
    late.map(({ charge }, nth) => [charge.chargeId as string, Minor.make(charge.outstanding - (kept[nth] ?? 0))])
  )
  const total = charges.reduce((sum, { charge }) => sum + charge.outstanding - (forgone.get(charge.chargeId) ?? 0), 0)
  return amount >= total ? forgone : none
}

const none: ReadonlyMap<string, Minor> = new Map()
