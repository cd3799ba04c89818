import { EntryId } from "../accounts/model.ts"
import type { OverdueAmount } from "../accounts/overdueFor.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, ReaderFacts } from "../decision/facts.ts"
import type { Minor } from "../money/minor.ts"
import type { LoanRow } from "./model.ts"
import { type RaisedCharge, raiseCharge } from "./raiseCharge.ts"

export type LentItem = ItemFacts & ReaderFacts & { readonly loan: LoanRow }

/** What the end of a loan did to the reader's account. */
export interface LoanEnd {
  readonly charge: RaisedCharge | null
  /** The deposit that was paid for the loan, to be handed back; `null`: none was. */
  readonly depositBack: { readonly chargeId: EntryId; readonly amount: Minor } | null
}

interface Ending {
  readonly at: Instant
  /** Where the item was handed in. */
  readonly branch: string
  readonly overdue: OverdueAmount | null
  /** What is not charged although it was late. */
  readonly forgiven: number
  /** When it is expected on its shelf again; `null`: at once. */
  readonly onShelfFrom: Instant | null
  /** Charges that were raised for the loan while it lasted. */
  readonly charges: ReadonlyArray<LoanCharge>
  /** Whether the reader owes something else for this loan. */
  readonly owes?: boolean
  /** Two fresh ones. */
  readonly ids: ReadonlyArray<string>
}

/**
 * Ends a loan: its item is free, what it costs is raised, what was not paid of a deposit is no longer asked for. The link
 * to the reader is cut unless something is owed, or the reader wants to keep a history. A deposit that was paid is known by its own link, until it is given back.
 */
export const endLoan = (
  work: Draft,
  { item, loan, reader, account }: LentItem,
  { at, branch, overdue, forgiven, onShelfFrom, charges, owes = false, ids: [chargeId, waiverId] }: Ending
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
  const charge =
    overdue === null
      ? null
      : raiseCharge(work, { kind: "overdue", ...overdue }, { account, loan, at, branch, chargeId })
  const depositBack = settleLoanMoney(
    work,
    { loan, reader, account },
    { charges, owes: charge !== null || owes, at, branch, waiverId }
  )
  return { charge, depositBack }
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
  for (const { charge: known, paid } of charges) {
    if (known.kind === "deposit" && known.outstanding > 0) {
      work.restOn("account", account)
      work.restOn("charge", known)
      work.emit({
        _tag: "ChargeWaived",
        accountId: account.accountId,
        entryId: EntryId.make(waiverId as string),
        chargeId: known.chargeId,
        amount: known.outstanding,
        reason: "deposit",
        at,
        branch
      })
    }
    if (known.kind === "deposit" && paid > 0) depositBack = { chargeId: known.chargeId, amount: paid }
    const stays = known.kind === "deposit" ? paid > 0 : known.outstanding > 0
    if (!stays) work.cut("chargeLoan", known.chargeId)
    else if (known.kind !== "deposit") isOpen = true
  }
  if (!isOpen && reader.historyConsentAt === null) work.cut("loanReader", loan.loanId)
  return depositBack
}
