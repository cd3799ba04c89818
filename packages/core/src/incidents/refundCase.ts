import { afterLength } from "../calendar/afterLength.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import { dayText } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LossCharge, LossFacts } from "../decision/facts.ts"
import type { CompensationRule } from "../policy/form/compensation/rule.ts"
import type { RefundCase } from "./compensation/refundFor.ts"

interface Known {
  readonly at: Instant
  readonly calendar: BranchCalendar | undefined
  readonly accrued: number
  readonly cap: number
  readonly sincePayment: (paidAt: Instant) => number
}

/** What is known of a loss when its item turns up, as the refund of its compensation looks at it. */
export const refundCase = (
  {
    loss: { incident, loan },
    charges,
    overdueSoFar
  }: { readonly loss: LossFacts; readonly charges: ReadonlyArray<LossCharge>; readonly overdueSoFar: number },
  { refund }: CompensationRule,
  { at, calendar, accrued, cap, sincePayment }: Known
): RefundCase => {
  const paidAt = charges.reduce<Instant | null>(
    (last, one) => (one.paidAt !== null && one.paidAt > (last ?? -1) ? one.paidAt : last),
    null
  )
  const lostAt = loan?.lateUntil ?? incident.reportedAt
  const day = (instant: Instant): string => dayText(calendar?.localDay(instant) ?? Math.floor(instant / dayMs))
  const within = refund?.within
  const start = within?.of === "loss" ? incident.reportedAt : paidAt
  const ends =
    within === undefined || start === null || calendar === undefined ? null : afterLength(start, within, calendar)
  return {
    paidMinor: sum(charges, ({ charge, paid }) => paid - charge.refunded),
    unpaidMinor: sum(charges, ({ charge }) => charge.outstanding),
    processingMinor: sum(charges, ({ charge }) => (charge.kind === "processing" ? charge.amount - charge.refunded : 0)),
    overdue: {
      accrued,
      cap,
      sincePayment: paidAt === null ? 0 : sincePayment(paidAt),
      dropped: Math.max(0, accrued - overdueSoFar)
    },
    lostOn: day(lostAt),
    paidOn: paidAt === null ? null : day(paidAt),
    foundOn: day(at),
    windowOver: ends !== null && at > ends,
    replacementBought: incident.replacementBought === 1,
    inKind: false
  }
}

const dayMs = 86_400_000

const sum = (charges: ReadonlyArray<LossCharge>, of: (one: LossCharge) => number): number =>
  charges.reduce((all, one) => all + of(one), 0)
