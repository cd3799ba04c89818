import type { AccountRow } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Page } from "../decision/facts.ts"
import { minorOf } from "../policy/form/amounts.ts"
import { ReaderId } from "../readers/model.ts"
import type { Desk } from "./desk.ts"
import { faultName } from "./faultName.ts"
import type { Library } from "./openLibrary.ts"
import { policyInForce } from "./policyInForce.ts"

/** An account that looked small and was left as it is. */
export interface NotForgiven {
  readonly accountId: string
  /** JSON of the refusals, or the name of a fault. */
  readonly because: string
}

export interface SmallDebtsForgiven {
  readonly forgiven: number
  /** In minor units. */
  readonly amount: number
  readonly notForgivenCount: number
  /** The first thousand; `onNotForgiven` is told of all. */
  readonly notForgiven: ReadonlyArray<NotForgiven>
}

interface Run {
  readonly tenant: string
  readonly at: Instant | number
  readonly onNotForgiven?: (account: NotForgiven) => void
}

const pageSize = 500
const listedMax = 1000
const jobName = "forgiveSmallDebts"

/**
 * Writes off what the policy counts as small (`smallBalanceForgiven`) for readers who have nothing on loan, as the job
 * "forgiveSmallDebts". It may stop anywhere and be run again, twice at once too: what is forgiven is owed no more. One
 * account that fails is reported and holds up no other. Memory does not grow with accounts.
 */
export const forgiveSmallDebts = async (
  library: Library,
  { tenant, at, onNotForgiven }: Run
): Promise<SmallDebtsForgiven> => {
  const most = await mostForgiven(library, tenant, at)
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: jobName }, channel: "job" })
  const notForgiven: Array<NotForgiven> = []
  const sum = { forgiven: 0, amount: 0, notForgivenCount: 0 }
  let after: string | null = null
  while (most > 0) {
    const page: Page<AccountRow> = await library.scan(tenant, "account", after, pageSize)
    for (const account of page.rows.filter(({ balance }) => balance > 0 && balance <= most)) {
      const outcome = await forgive(library, desk, { tenant, at, account })
      if (typeof outcome === "number") {
        if (outcome > 0) sum.forgiven += 1
        sum.amount += outcome
        continue
      }
      sum.notForgivenCount += 1
      if (notForgiven.length < listedMax) notForgiven.push(outcome)
      onNotForgiven?.(outcome)
    }
    after = page.next
    if (after === null) break
  }
  return { ...sum, notForgiven }
}

interface One {
  readonly tenant: string
  readonly at: number
  readonly account: AccountRow
}

/** What was forgiven; 0: another run was quicker, or the rules leave this reader alone. */
const forgive = async (
  library: Library,
  desk: Desk,
  { tenant, at, account: { accountId, version } }: One
): Promise<number | NotForgiven> => {
  try {
    const { cardsOfReader } = await library.read(tenant, { cardsOfReader: { readerId: ReaderId.make(accountId) } })
    const [card] = cardsOfReader
    if (card === undefined) return { accountId, because: "no card" }
    const answer = await desk.forgiveSmallDebt({ card, at, key: `${jobName} ${accountId} ${version}` })
    if (answer.ok) return answer.repeated ? 0 : answer.receipt.amount
    if ("invalid" in answer) return { accountId, because: JSON.stringify(answer.invalid) }
    const isLeftAlone = answer.refusals.every(({ _tag }) => leftAlone.has(_tag))
    return isLeftAlone ? 0 : { accountId, because: JSON.stringify(answer.refusals) }
  } catch (fault) {
    return { accountId, because: faultName(fault) }
  }
}

const leftAlone: ReadonlySet<string> = new Set(["DebtNotSmall", "LoansOpen", "NothingOwed"])

/** The most that any row of the policy in force forgives, in minor units. */
const mostForgiven = async (library: Library, tenant: string, at: number): Promise<number> => {
  const policy = await policyInForce<{ readonly smallBalanceForgiven?: string }>(library, tenant, at)
  if (policy === null) return 0
  const { currency, rows } = policy
  return Math.max(0, ...rows.map(({ set }) => minorOf(set.smallBalanceForgiven ?? "0", currency) ?? 0))
}
