import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow } from "../../catalogue/model.ts"
import { consult } from "../../decision/consult.ts"
import type { TitleFacts } from "../../decision/facts.ts"
import { isNear } from "../../decision/near.ts"
import { policyCase } from "../../decision/policyCase.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { Rules } from "../branchLists/rulesAt.ts"

/** A loan as far as it says how often it may be renewed. */
export type Renewed = Pick<
  LoanRow,
  "branch" | "readerCategory" | "renewalCount" | "reminderCount" | "recalledAt" | "onSite"
>

interface Lent {
  readonly loan: Renewed
  readonly item: ItemRow
  readonly title: TitleFacts
  readonly waitingCount: number
  readonly at: Instant
}

/** How often a loan may still be renewed while somebody waits to pick a copy up at this branch; `null`: nobody knows where. */
export type RenewalsMeanwhile = (pickupBranch: string | null) => number

/** What a question takes. */
const renewalsMax = 100

/**
 * How often a loan may still be renewed while others wait, by number and by the rules for its copy and the category of whoever
 * has it. That one is taken to be of the branch where it was lent, and of no known age. Renewals as long as other copies are free
 * ("copiesFree") are none: then nobody waits for this one.
 */
export const renewalsMeanwhile = (
  { loan, item, title, waitingCount, at }: Lent,
  { policy, calendar }: Rules
): RenewalsMeanwhile => {
  const { branch, renewalCount, reminderCount } = loan
  const recalled = loan.recalledAt !== null
  const asked = consult(
    policy,
    policyCase({
      reader: { category: loan.readerCategory, homeBranch: branch, bornOn: null },
      item,
      title,
      waiting: waitingCount,
      isRenewal: true,
      onSite: loan.onSite === 1,
      recalled,
      at,
      branch,
      policy,
      calendar: calendar.branch(branch)
    })
  )
  const isStopped =
    !asked.optional("renewable", true) ||
    !asked.optional("lendable", true) ||
    (recalled && !asked.optional("renewableWhenRecalled", false)) ||
    (reminderCount > 0 && !asked.optional("renewableAfterReminder", true))
  const countMax = asked.optional("renewalCountMax", 0)
  const left = Math.min(renewalsMax, countMax === "unlimited" ? renewalsMax : Math.max(0, countMax - renewalCount))
  if (isStopped || left === 0) return () => 0
  if (asked.optional("renewalWhenWaiting", false) === true) return () => left
  const where = asked.optional("waitingBranches", "any")
  if (where === "any") return () => 0
  return (pickupBranch) => (pickupBranch === null || isNear(policy, where, pickupBranch, item.homeBranch) ? 0 : left)
}
