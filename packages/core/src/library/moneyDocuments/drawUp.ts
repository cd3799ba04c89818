import type { ChargeRow } from "../../accounts/model.ts"
import { EntryId, HandChargeKind } from "../../accounts/model.ts"
import type { ReaderFacts } from "../../decision/facts.ts"
import type { Card } from "../../readers/model.ts"
import type { Library } from "../openLibrary.ts"
import { tenantOf } from "../tenantOf.ts"
import { forgoneIfSettled } from "./forgoneIfSettled.ts"
import { billOf, type DocumentHead, type MoneyDocument, receiptOf, type Texts } from "./moneyDocument.ts"

interface Whose {
  readonly tenant: string
  readonly card: Card
  /** The branch that gives it out. */
  readonly branch: string
  /** Whose days and hours the document shows, by IANA name; UTC unless told. */
  readonly zone?: string
}

/** A bill over all that a reader owes. `null`: nobody has the card. */
export const drawUpBill = async (
  library: Library,
  { at, ...whose }: Whose & { readonly at: number }
): Promise<MoneyDocument | null> => {
  const { card, tenant } = whose
  const { reader, chargesOfReader } = await library.read(tenant, { reader: { card }, chargesOfReader: { card } })
  if (reader === null) return null
  const charges = chargesOfReader.map(({ charge }) => ({ charge, amount: charge.outstanding }))
  const forgone = await forgoneIfSettled(library, { ...reader, tenant, at, charges: chargesOfReader })
  const head = await headOf(library, whose, reader)
  return billOf(head, at, { charges, forgone }, await textsOf(library, whose, charges))
}

/** The receipt over a payment or payout, as often as it is asked for. `null`: the reader has no such entry. */
export const drawUpReceipt = async (
  library: Library,
  { entry, ...whose }: Whose & { readonly entry: string }
): Promise<MoneyDocument | null> => {
  const by = { card: whose.card, entryId: EntryId.make(entry) }
  const { reader, entryOfReader, allottedByEntry } = await library.read(whose.tenant, {
    reader: { card: whose.card },
    entryOfReader: by,
    allottedByEntry: by
  })
  if (reader === null || entryOfReader === null || entryOfReader.isVoid) return null
  const texts = await textsOf(library, whose, allottedByEntry)
  return receiptOf(await headOf(library, whose, reader), entryOfReader.entry, allottedByEntry, texts)
}

const headOf = async (
  library: Library,
  { tenant, card, branch, zone = "UTC" }: Whose,
  { reader, account }: ReaderFacts
): Promise<DocumentHead> => {
  const { name, currency } = await tenantOf(library, tenant)
  return { library: name, branch, reader: { name: reader.name, card }, zone, currency, balance: account.balance }
}

const byHand: ReadonlyArray<string> = HandChargeKind.literals

/** Charges by hand say what for in words; those by rule have their kind for it. */
const textsOf = async (
  library: Library,
  { tenant, card }: Whose,
  charges: ReadonlyArray<{ readonly charge: ChargeRow }>
): Promise<Texts> => {
  const texts = new Map<string, string>()
  for (const { charge } of charges.filter((one) => byHand.includes(one.charge.kind))) {
    const { entryOfReader } = await library.read(tenant, { entryOfReader: { card, entryId: charge.chargeId } })
    const reason = entryOfReader?.entry.reason ?? ""
    if (reason !== charge.kind) texts.set(charge.chargeId, reason)
  }
  return texts
}
