import type { ExternalPayment } from "@openshelf/core/external-payments"

/** What came in. */
export interface PaymentNotice {
  readonly bytes: Uint8Array
  readonly headers: Headers
  /** The server's instant. */
  readonly now: number
}

/** Somebody who may tell of payments, and how it is seen that it is them. */
export interface PaymentProvider {
  readonly tenant: string
  /** The branch whose payments they count as. */
  readonly branch: string
  /** The payment that a notice tells of; `null`: it is forged, altered or too old. What it throws counts as a fault. */
  readonly read: (notice: PaymentNotice) => Promise<ExternalPayment | null>
}
