import { Result, Schema } from "effect"
import { Instant } from "../calendar/instant.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { joined } from "../decision/joined.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { type CheckOutReceipt, decideLoan } from "../loans/checkOut.ts"
import { CheckOut, type CheckOutFacts, checkOutLookup } from "../loans/checkOutCommand.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanRow } from "./model.ts"
import { actAgainst, toldBeside } from "./move.ts"
import { partnerOf } from "./partner.ts"

const { item, card, at, dueAt, override } = CheckOut.fields

/** Lend a copy to the system that asked for it: to the reader that stands for it here, by the rules of any loan. */
export const LendOut = Schema.Struct({ interloan: InterloanId, item, card, at, dueAt, override })
export type LendOut = typeof LendOut.Type

export interface LendOutReceipt
  extends Pick<CheckOutReceipt, "loanId" | "dueAt" | "filledReservationId" | "charges" | "overrides"> {
  readonly interloanId: InterloanId
}

export const lendOutLookup = (command: LendOut, policy: CompiledPolicy | null, more?: number) => ({
  ...checkOutLookup(command, policy, more),
  cardsAlike: { card: command.card },
  ...interloanLookup(command)
})
export type LendOutFacts = CheckOutFacts &
  Found<ReturnType<typeof interloanLookup> & { readonly cardsAlike: FactSlots["cardsAlike"]["by"] }>

/** Refuses what a checkout would, another reader than the partner's, and what was not asked for or is sent already. */
export const decideLendOut = (
  { interloan: loan, cardsAlike, ...facts }: LendOutFacts,
  { interloan, ...command }: LendOut,
  context: DecisionContext
): Result.Result<Decision<LendOutReceipt>, Refusals> => {
  const against = actAgainst(loan, "lender", { interloan, act: "shipped" }) ?? accountAgainst(loan, cardsAlike, context)
  const lent = decideLoan(facts, command, context, against === null ? [] : [against])
  return Result.map(lent, (decision) => {
    const { loanId, dueAt, filledReservationId, charges, overrides } = decision.receipt
    const { itemId, barcode } = (facts.item as NonNullable<CheckOutFacts["item"]>).item
    const message = { kind: "shipped", barcode, dueAt: Instant.make(dueAt) } as const
    const set = { itemId, loanId, barcode, dueAt: message.dueAt }
    const told = toldBeside(context.place, loan as InterloanRow, message, {
      at: command.at,
      set
    })
    return joined(decision, told, {
      interloanId: interloan,
      loanId,
      dueAt,
      filledReservationId,
      charges,
      overrides
    })
  })
}

/** By any of the cards that the declared one's reader has. */
const accountAgainst = (
  loan: InterloanRow | null,
  cards: LendOutFacts["cardsAlike"],
  context: DecisionContext
): Refusal | null => {
  if (loan === null) return null
  const { partner } = loan
  const declared = partnerOf(partner, context)
  if (declared === null) return { _tag: "PartnerUnknown", partner }
  return declared.card !== null && cards.includes(declared.card) ? null : { _tag: "NotPartnersAccount", partner }
}
