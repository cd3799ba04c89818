import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ChargedIncident, ChargeFacts, SettledCharge } from "../decision/facts.ts"
import { endSettled } from "../incidents/endSettled.ts"
import type { LoanId } from "../loans/model.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { EntryId } from "./model.ts"

interface Account {
  readonly reader: ReaderRow
  /** Everything that the reader owes, before what is given. */
  readonly open: ReadonlyArray<ChargeFacts>
  /** Charges that are linked to incidents, settled ones too. */
  readonly incidents: ReadonlyArray<ChargedIncident>
  /** What was settled before of loans that are lost. */
  readonly settled?: ReadonlyArray<SettledCharge> | undefined
}

export interface Settling {
  readonly policy: CompiledPolicy | null
  readonly at: Instant
  readonly branch: string
  /** No incident ends by it: nothing was paid. */
  readonly onlyLinks?: boolean
  /** What is given is no money: a deposit that is forgone so is never given back. */
  readonly unpaid?: boolean
}

/**
 * What follows once nothing is owed of charges. A loss or damage whose charges are all settled is settled, and the loan of
 * a lost item with it where the policy says so. What names the loan or the incident of a charge is cut where the loan is
 * over too; the loan's reader with the last of its charges, unless the reader wants to keep a history.
 */
export const settle = (
  work: Draft,
  { reader, open, incidents, settled = [] }: Account,
  /** What is given for each charge. */
  given: ReadonlyMap<EntryId, number>,
  settling: Settling
): void => {
  const owed = new Map(
    open.map(({ charge }) => [charge.chargeId, charge.outstanding - (given.get(charge.chargeId) ?? 0)])
  )
  const isSettled = (chargeId: EntryId): boolean => (owed.get(chargeId) ?? 0) <= 0
  const loans = new Set<LoanId>()
  // A deposit that is not settled keeps its loan open: with the loan nothing more would be asked of it.
  const deposits = open.flatMap(({ charge, loanId }) =>
    isDeposit(charge) && loanId !== null ? [{ charge, loanId }] : []
  )
  const loansWith = (isDone: boolean): ReadonlySet<LoanId> =>
    new Set(deposits.filter(({ charge }) => isSettled(charge.chargeId) === isDone).map(({ loanId }) => loanId))
  const [secured, released] = [loansWith(false), loansWith(true)]
  const ended = endSettled(work, { reader, incidents, isSettled, given, secured, released }, settling, loans)
  for (const { chargeId, loanId } of settled) if (ended.has(loanId)) work.cut("chargeLoan", chargeId)
  for (const { charge, loanId, loanClosed } of open) {
    if (loanId === null || !(loanClosed || ended.has(loanId)) || !isSettled(charge.chargeId)) continue
    if (isDeposit(charge) && !(settling.unpaid === true && isUntouched(charge))) continue
    work.cut("chargeLoan", charge.chargeId)
    loans.add(loanId)
  }
  if (reader.historyConsentAt !== null) return
  for (const loanId of loans) {
    const owesNothing =
      open.every((one) => one.loanId !== loanId || isSettled(one.charge.chargeId)) &&
      incidents.every((one) => one.loan?.loanId !== loanId || isSettled(one.charge.chargeId))
    if (owesNothing) work.cut("loanReader", loanId)
  }
}

/** Nothing was paid of it, nor forgone, before. */
const isUntouched = ({ amount, outstanding, refunded }: ChargeFacts["charge"]): boolean =>
  outstanding === amount - refunded

/** Its link lives until it is given back. */
const isDeposit = ({ kind }: ChargeFacts["charge"]): boolean => kind === "deposit"
