import { accruing, chargeOverdue } from "../accounts/chargeOverdue.ts"
import type { SuspensionOrder } from "../accounts/lateness/suspensionOf.ts"
import { type AccountRow, type ChargeRow, EntryId } from "../accounts/model.ts"
import type { OverdueAmount } from "../accounts/overdueFor.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import type { Instant } from "../calendar/instant.ts"
import { freed } from "../catalogue/standing.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, ReaderFacts } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { suspend } from "../readers/blocks/suspend.ts"
import type { LoanRow } from "./model.ts"

export type LentItem = ItemFacts & ReaderFacts & { readonly loan: LoanRow }

/** How many ids the end of a loan may need: two for its charge, two for what is waived, one for a suspension. */
export const endLoanIds = 5

/** What the end of a loan did to the reader's account. */
export interface LoanEnd {
  readonly charge: RaisedCharge | null
  /** The deposit that was paid for the loan, to be handed back; `null`: none was. */
  readonly depositBack: { readonly chargeId: EntryId; readonly amount: Minor } | null
  /** The block of a reader who is suspended for being late; `null`: is not, or no longer than before. */
  readonly suspended: ReaderBlockRow | null
}

interface Ending {
  readonly at: Instant
  /** When what it costs was reckoned, by the rules of then: later, for what was claimed returned or lay in the book drop. */
  readonly reckonedAt: Instant
  /** Where the item was handed in. */
  readonly branch: string
  /** What being late costs; "asCharged": what was charged so far. */
  readonly overdue: OverdueAmount | null | "asCharged"
  readonly suspension: SuspensionOrder | null
  /** What is not charged although it was late. */
  readonly forgiven: number
  /** When it is expected on its shelf again; `null`: at once. */
  readonly onShelfFrom: Instant | null
  /** Charges that were raised for the loan while it lasted. */
  readonly charges: ReadonlyArray<LoanCharge>
  /** Whether the reader owes something else for this loan. */
  readonly owes?: boolean
  /** As many fresh ones as `endLoanIds` says. */
  readonly ids: ReadonlyArray<string>
}

/**
 * Ends a loan: its item is free, what it costs is raised, what was not paid of a deposit is no longer asked for. The link
 * to the reader is cut unless something is owed, or the reader wants to keep a history. A deposit that was paid is known by its own link, until it is given back.
 */
export const endLoan = (
  work: Draft,
  { item, loan, reader, account }: LentItem,
  { at, reckonedAt, branch, overdue, suspension, forgiven, onShelfFrom, charges, owes = false, ids }: Ending
): LoanEnd => {
  work.restOn("reader", reader)
  work.restOn("loan", loan)
  work.emit({
    _tag: "ItemReturned",
    loanId: loan.loanId,
    itemId: item.itemId,
    itemVersion: work.now("item", item.itemId).version + 1,
    // A clock that was put back, or a desk that was offline: no loan ends before it began.
    at: at < loan.lentAt ? loan.lentAt : at,
    branch,
    ...(forgiven === 0 ? {} : { forgiven }),
    ...(onShelfFrom === null ? {} : { onShelfFrom }),
    ...freed(item)
  })
  work.count({
    readerId: reader.readerId,
    itemType: loan.itemType,
    collection: loan.collection,
    branch: loan.branch,
    onSite: loan.onSite,
    count: -1
  })
  const [depositWaiver, overdueWaiver, blockId] = ids.slice(2)
  const known = accruing(charges, loan)
  let charge: RaisedCharge | null = null
  if (known !== null && overdue === null && forgiven > 0)
    waiveRest(work, known.charge, { account, reason: "withoutCharge", at, branch, entryId: overdueWaiver })
  else if (overdue !== "asCharged")
    charge = chargeOverdue(work, overdue, { loan, account, known, at: reckonedAt, branch, ids })
  const depositBack = settleLoanMoney(
    work,
    { loan, reader, account },
    { charges, owes: (charge !== null && known === null) || owes, at, branch, waiverId: depositWaiver }
  )
  const suspended =
    suspension === null ? null : suspend(work, { ...suspension, readerId: reader.readerId, blockId, at })
  return { charge, depositBack, suspended }
}

interface Waiving {
  readonly account: AccountRow
  readonly reason: string
  readonly at: Instant
  readonly branch: string
  readonly entryId: string | undefined
}

/** All that is still asked for is asked for no more. */
const waiveRest = (work: Draft, charge: ChargeRow, { account, reason, at, branch, entryId }: Waiving): void => {
  if (charge.outstanding === 0) return
  work.restOn("account", account)
  work.restOn("charge", charge)
  work.emit({
    _tag: "ChargeWaived",
    accountId: account.accountId,
    entryId: EntryId.make(entryId as string),
    chargeId: charge.chargeId,
    amount: charge.outstanding,
    reason,
    at,
    branch
  })
}

interface LoanMoney {
  readonly charges: ReadonlyArray<LoanCharge>
  /** Whether the reader owes something besides them for this loan. */
  readonly owes: boolean
  readonly at: Instant
  readonly branch: string
  readonly waiverId: string | undefined
}

/**
 * What becomes of a loan's charges as it ends: nothing more is asked of a deposit, what is settled names the loan no more.
 * Cuts the link to the reader unless something is owed. Gives the deposit that was paid.
 */
export const settleLoanMoney = (
  work: Draft,
  { loan, reader, account }: ReaderFacts & { readonly loan: LoanRow },
  { charges, owes, at, branch, waiverId }: LoanMoney
): LoanEnd["depositBack"] => {
  let isOpen = owes
  let depositBack: LoanEnd["depositBack"] = null
  for (const { charge: one, paid } of charges) {
    const isDeposit = one.kind === "deposit"
    if (isDeposit) waiveRest(work, one, { account, reason: "deposit", at, branch, entryId: waiverId })
    const left = paid - one.refunded
    if (isDeposit && left > 0) depositBack = { chargeId: one.chargeId, amount: Minor.make(left) }
    const isOwed = work.latest("charge", one).outstanding > 0
    if (isDeposit ? left === 0 : !isOwed) work.cut("chargeLoan", one.chargeId)
    else if (!isDeposit) isOpen = true
  }
  if (!isOpen && reader.historyConsentAt === null) work.cut("loanReader", loan.loanId)
  return depositBack
}
