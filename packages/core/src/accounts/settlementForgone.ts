import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { ChargeFacts } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import { withinCaps } from "./lateness/settlementCaps.ts"
import { type AccountId, EntryId } from "./model.ts"

/**
 * What a payment that settles all of these charges leaves unpaid, as being late costs no more altogether: for each charge
 * by id. Nothing where the payment does not settle them, or the policy sets no such cap. `owed`: all that the reader owes.
 */
export const settlementForgone = (
  charges: ReadonlyArray<ChargeFacts>,
  owed: ReadonlyArray<ChargeFacts>,
  amount: number,
  asked: Consultation | null
): ReadonlyMap<EntryId, Minor> => {
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
    late.map(({ charge }, nth) => [charge.chargeId, Minor.make(charge.outstanding - (kept[nth] ?? 0))])
  )
  const total = charges.reduce((sum, { charge }) => sum + charge.outstanding - (forgone.get(charge.chargeId) ?? 0), 0)
  return amount >= total ? forgone : none
}

const none: ReadonlyMap<EntryId, Minor> = new Map()

/** Records it as one line of the account, with the payment or credit; gives the sum. */
export const forgo = (
  work: Draft,
  forgone: ReadonlyMap<EntryId, Minor>,
  {
    entryId,
    ...of
  }: {
    readonly accountId: AccountId
    readonly entryId: string | undefined
    readonly settledBy: EntryId
    readonly at: Instant
    readonly branch: string
  }
): number => {
  const allotments = [...forgone].flatMap(([chargeId, amount]) => (amount > 0 ? [{ chargeId, amount }] : []))
  const amount = allotments.reduce((sum, one) => sum + one.amount, 0)
  if (amount > 0)
    work.emit({
      _tag: "OverdueForgone",
      ...of,
      entryId: EntryId.make(entryId as string),
      amount: Minor.make(amount),
      allotments
    })
  return amount
}

/** What is given for each charge, together with what is not asked for. */
export const withForgone = (
  given: ReadonlyMap<EntryId, number>,
  forgone: ReadonlyMap<EntryId, Minor>
): Map<EntryId, number> => {
  const all = new Map(given)
  for (const [chargeId, amount] of forgone) all.set(chargeId, (all.get(chargeId) ?? 0) + amount)
  return all
}
