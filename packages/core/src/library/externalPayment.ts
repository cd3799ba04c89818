import { Schema } from "effect"
import { NamedCharges, type PayReceipt } from "../accounts/pay.ts"
import { Instant } from "../calendar/instant.ts"
import { PaymentMethod } from "../cash/model.ts"
import { trimmedText } from "../decision/code.ts"
import { decoder } from "../decision/invalid.ts"
import { PositiveMinor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import type { Answer } from "./desk.ts"
import type { Library } from "./openLibrary.ts"
import { tenantOf } from "./tenantOf.ts"

const Payment = Schema.Struct({
  /** The provider's own id: told twice, it is taken once. */
  id: trimmedText(1, 200),
  /** Whose account it goes to. */
  card: Card,
  /** In minor units. */
  amount: PositiveMinor,
  /** ISO 4217; another than the tenant's is refused. */
  currency: Schema.String,
  /** How it was paid; the provider's name unless told. */
  method: Schema.optionalKey(PaymentMethod),
  /** Charges it is for, in that order; the oldest first unless told. Those settled meanwhile are passed over. */
  charges: Schema.optionalKey(NamedCharges),
  /** When it was paid, milliseconds since 1970; now unless told. */
  paidAt: Schema.optionalKey(Instant)
})

/** A payment that was made elsewhere, as its provider tells of it. */
export type ExternalPayment = (typeof Payment)["Encoded"]

interface Told {
  readonly tenant: string
  /** The branch whose payments they count as. */
  readonly branch: string
  /** Who tells of it, by a name of the library's own. It is the job in whose name the payment is taken. */
  readonly provider: string
  readonly payment: unknown
  /** What time it is, milliseconds since 1970. */
  readonly now: number
}

const read = decoder(Payment)

/**
 * Takes a payment that a provider told of and that is known to be from it. Told again, it is answered by the first receipt;
 * with another amount, card or charges under the same id it is refused (`KeyUsedForOther`). What no charge takes is a credit.
 */
export const takeExternalPayment = async (
  library: Library,
  { tenant, branch, provider, payment, now }: Told
): Promise<Answer<PayReceipt>> => {
  const told = read(payment)
  if (told._tag === "Failure") return { ok: false, invalid: told.failure }
  const { id, currency, paidAt, method, ...paid } = told.success
  const own = await tenantOf(library, tenant)
  if (currency !== own.currency) return { ok: false, invalid: [{ path: "currency", expected: own.currency }] }
  const desk = library.at({ tenant, branch, actor: { kind: "job", name: provider }, channel: "job", now })
  return desk.pay({ ...paid, method: method ?? provider.slice(0, 40), at: paidAt ?? now, key: id })
}
