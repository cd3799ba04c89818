import { lentStatuses } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { Consultation } from "../decision/consult.ts"
import { liftedBy } from "../decision/overrides.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CheckOutFacts } from "./checkOutCommand.ts"
import type { LoanRow } from "./model.ts"
import { returnAgainst } from "./returnBranch.ts"

interface Lending {
  readonly branch: string
  readonly onSite: boolean
  /** The reader has booked it for these days: it is kept for nobody else. */
  readonly isBooker: boolean
  readonly asked: Consultation
}

/**
 * What the state of the item says against lending it to this reader here; `null`: nothing. A copy for use in the building
 * stays one while it is set aside, on its way or lent there.
 */
export const itemStateAgainst = (facts: CheckOutFacts, lending: Lending): Refusal | null => {
  const against = whereaboutsAgainst(facts, lending)
  const action = actionOf(lending)
  const shelfStatus = facts.item?.item.shelfStatus ?? "available"
  const isOpen = against === null || liftedBy(against._tag) !== null
  return isOpen && !statusActions[shelfStatus][action]
    ? { _tag: "ItemStatusForbids", status: shelfStatus, action }
    : against
}

const actionOf = ({ onSite }: Pick<Lending, "onSite">) => (onSite ? "onSite" : "checkOut")

const whereaboutsAgainst = (
  { item: found, reader, setAsideOfItem, loanOfItem }: CheckOutFacts,
  { branch, onSite, isBooker, asked }: Lending
): Refusal | null => {
  if (found === null || reader === null) return null
  const { item } = found
  if (item.status === "withdrawn") return { _tag: "ItemWithdrawn" }
  if (item.status === "onLoan" || (lentStatuses.includes(item.status) && loanOfItem != null)) {
    const loanId = item.loanId ?? ""
    if (loanOfItem?.reader.readerId === reader.reader.readerId && item.status !== "onLoan")
      return { _tag: "ItemStatusForbids", status: item.status, action: "checkOut" }
    if (loanOfItem?.reader.readerId === reader.reader.readerId)
      return isTakenHome(loanOfItem.loan, onSite, asked) ? null : { _tag: "LentToReader", loanId }
    return returnAgainst(item, branch, asked) ?? { _tag: "ItemOnLoan", loanId }
  }
  if (item.reservationId !== null && !isBooker && setAsideOfItem?.readerId !== reader.reader.readerId) {
    const pickupBranch = setAsideOfItem?.reservation.pickupBranch ?? ""
    return { _tag: "ItemKeptForOther", reservationId: item.reservationId ?? "", pickupBranch }
  }
  const action = actionOf({ onSite })
  return statusActions[item.status][action] ? null : { _tag: "ItemStatusForbids", status: item.status, action }
}

/** What a reader uses in the building may be taken home by the same reader, where the policy says so. */
const isTakenHome = ({ onSite }: LoanRow, toUseOnSite: boolean, asked: Consultation): boolean =>
  onSite === 1 && !toUseOnSite && asked.optional("onSiteSwitch", false)
