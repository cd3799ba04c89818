import type { ChargeKind, EntryRow } from "../../accounts/model.ts"
import type { AllottedCharge } from "../../decision/facts.ts"

/** What is put into a reader's hand: a bill over what is owed, or a receipt over what was paid or handed out. */
export interface MoneyDocument {
  readonly kind: "bill" | "receipt" | "payout"
  /** Of a receipt, the entry's id; of a bill, `null`. */
  readonly number: string | null
  readonly library: string
  readonly branch: string
  readonly reader: { readonly name: string; readonly card: string }
  /** When it was paid; of a bill, when it was drawn up. */
  readonly at: number
  /** By IANA name, for what a person reads. */
  readonly zone: string
  readonly currency: string
  readonly lines: ReadonlyArray<DocumentLine>
  /** Of a bill, what is not asked for if all of it is paid at once, as being late costs no more altogether. */
  readonly forgone: number
  /** Of a bill, what is to be paid; of a receipt, what was paid or handed out. Minor units, as everywhere. */
  readonly total: number
  /** How it was paid; of a bill, `null`. */
  readonly method: string | null
  /** What of a payment no charge took. */
  readonly credit: number
  /** What the account owes now; below zero: what the library owes. */
  readonly balance: number
}

export interface DocumentLine {
  readonly chargeId: string
  readonly kind: ChargeKind
  /** What staff wrote of it; empty where a rule charged it. */
  readonly text: string
  readonly raisedAt: number
  /** What is owed of it, or what was paid of it. */
  readonly amount: number
}

/** Whom and what a document is about, whichever it is. */
export type DocumentHead = Pick<MoneyDocument, "library" | "branch" | "reader" | "zone" | "currency" | "balance">

type Charges = ReadonlyArray<Pick<AllottedCharge, "charge" | "amount">>

/** A bill over what is owed of these charges. */
export const billOf = (
  head: DocumentHead,
  at: number,
  { charges, forgone }: { readonly charges: Charges; readonly forgone: number },
  texts: Texts
): MoneyDocument => {
  const lines = linesOf(charges, texts)
  const total = sumOf(lines) - forgone
  return { ...head, kind: "bill", number: null, at, lines, forgone, total, method: null, credit: 0 }
}

/** A receipt over a payment, or over credit that was handed out. `null`: an entry of another kind has none. */
export const receiptOf = (
  head: DocumentHead,
  { entryId, kind, amount, at, reason }: EntryRow,
  charges: Charges,
  texts: Texts
): MoneyDocument | null => {
  if (kind !== "payment" && kind !== "payout") return null
  const lines = kind === "payment" ? linesOf(charges, texts) : []
  const total = Math.abs(amount)
  const credit = kind === "payment" ? total - sumOf(lines) : 0
  const named = kind === "payment" ? ("receipt" as const) : kind
  return { ...head, kind: named, number: entryId, at, lines, forgone: 0, total, method: reason, credit }
}

/** What staff wrote of charges, by charge. */
export type Texts = ReadonlyMap<string, string>

const linesOf = (charges: Charges, texts: Texts): ReadonlyArray<DocumentLine> =>
  charges.map(({ charge: { chargeId, kind, raisedAt }, amount }) => ({
    chargeId,
    kind,
    text: texts.get(chargeId) ?? "",
    raisedAt,
    amount
  }))

const sumOf = (lines: ReadonlyArray<DocumentLine>): number => lines.reduce((sum, { amount }) => sum + amount, 0)
