import { accruing, chargeOverdue } from "../accounts/chargeOverdue.ts"
import type { SuspensionOrder } from "../accounts/lateness/suspensionOf.ts"
import { type ChargeRow, EntryId } from "../accounts/model.ts"
import type { OverdueAmount } from "../accounts/overdueFor.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, ReaderFacts } from "../decision/facts.ts"
import type { Minor } from "../money/minor.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { suspend } from "../readers/blocks/suspend.ts"
import type { LoanRow } from "./model.ts"
import type { RaisedCharge } from "./raiseCharge.ts"

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
  /** Where the item was handed in. */
  readonly branch: string
  readonly overdue: OverdueAmount | null
  readonly suspension: SuspensionOrder | null
  /** What is not charged although it was late. */
  readonly forgiven: number
  /** When it is expected on its shelf again; `null`: at once. */
  readonly onShelfFrom: Instant | null
  /** Charges that were raised for the loan while it lasted. */
  readonly charges: ReadonlyArray<LoanCharge>
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
  { at, branch, overdue, suspension, forgiven, onShelfFrom, charges, ids }: Ending
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
    ...(onShelfFrom === null ? {} : { onShelfFrom })
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
  const waive = (charge: ChargeRow, reason: string, entryId: string | undefined): void => {
    if (charge.outstanding === 0) return
    const { accountId } = account
    const { chargeId, outstanding: amount } = charge
    work.restOn("account", account)
    work.restOn("charge", charge)
    const entry = EntryId.make(entryId as string)
    work.emit({ _tag: "ChargeWaived", accountId, entryId: entry, chargeId, amount, reason, at, branch })
  }
  let charge: RaisedCharge | null = null
  if (known !== null && forgiven > 0) waive(known.charge, "withoutCharge", overdueWaiver)
  else charge = chargeOverdue(work, overdue, { loan, account, known, at, branch, ids })
  let isOpen = charge !== null && known === null
  let depositBack: LoanEnd["depositBack"] = null
  for (const { charge: one, paid } of charges) {
    const isDeposit = one.kind === "deposit"
    if (isDeposit) waive(one, "deposit", depositWaiver)
    if (isDeposit && paid > 0) depositBack = { chargeId: one.chargeId, amount: paid }
    const isOwed = work.latest("charge", one).outstanding > 0
    if (isDeposit ? paid === 0 : !isOwed) work.cut("chargeLoan", one.chargeId)
    else if (!isDeposit) isOpen = true
  }
  if (!isOpen && reader.historyConsentAt === null) work.cut("loanReader", loan.loanId)
  const suspended =
    suspension === null ? null : suspend(work, { ...suspension, readerId: reader.readerId, blockId, at })
  return { charge, depositBack, suspended }
}
