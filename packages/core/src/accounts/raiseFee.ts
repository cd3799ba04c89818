import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { type AccountRow, EntryId, type FeeKind, type LoanChargeKind } from "./model.ts"

/** Something that the rules charge for, and by which rows of the policy. */
export interface Cost<Kind extends LoanChargeKind | FeeKind = LoanChargeKind | FeeKind> {
  readonly kind: Kind
  readonly amount: Minor
  /** How the amount came about. */
  readonly steps: ReadonlyArray<unknown>
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

export interface RaisedCharge {
  readonly chargeId: EntryId
  readonly kind: LoanChargeKind | FeeKind
  readonly amount: number
  readonly steps: ReadonlyArray<unknown>
}

/** What is charged once, as a setting gives it; where none does, or it is nothing: nothing. */
export const feeOf = <Kind extends LoanChargeKind | FeeKind>(
  kind: Kind,
  amount: Minor | "unlimited",
  policy: CompiledPolicy,
  asked: Consultation
): ReadonlyArray<Cost<Kind>> =>
  amount === "unlimited" || amount === 0
    ? []
    : [{ kind, amount, steps: [], policyVersion: policy.version, policyRows: asked.rows }]

/** Charges a reader's account. What it is for stands in no link: nobody is told from it what was reserved or lent. */
export const raiseFee = (
  work: Draft,
  { kind, amount, steps, policyVersion, policyRows }: Cost,
  of: {
    readonly account: AccountRow
    readonly itemType: string
    readonly at: Instant
    readonly branch: string
    readonly chargeId: string | undefined
  }
): RaisedCharge => {
  const { account, itemType, at, branch } = of
  const chargeId = EntryId.make(of.chargeId as string)
  const { accountId } = account
  const rules = { itemType, policyVersion, policyRows, steps }
  work.restOn("account", account)
  work.emit({ _tag: "ChargeRaised", accountId, chargeId, kind, amount, at, branch, ...rules })
  return { chargeId, kind, amount, steps }
}
