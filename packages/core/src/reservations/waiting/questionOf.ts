import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, ItemStatus } from "../../catalogue/model.ts"
import type { CopyStanding } from "../../decision/facts.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { TransitRow } from "../../transits/model.ts"
import type { ReservationRow } from "../model.ts"
import { isWanted, type Target, targetOf } from "../target.ts"
import { aheadOf } from "./ahead.ts"
import type { WaitCopy, WaitQuestion } from "./question.ts"

/** What a library has of one title. Rows of other titles must not be among them; more fields may be. */
export interface TitleRows {
  /** The reservations that live. */
  readonly reservations: ReadonlyArray<ReservationRow>
  readonly items: ReadonlyArray<ItemRow>
  /** Open loans of those items. */
  readonly loans: ReadonlyArray<LoanRow>
  /** Open transits of those items. */
  readonly transits?: ReadonlyArray<TransitRow>
}

type Asked = Omit<WaitQuestion, "ahead" | "copies">

/**
 * The question how long a reservation still waits, put from rows; `null` where it does not wait (any more). It counts on the
 * copies that the reservation may have, and on all before it that want one of those: then the estimate is a cautious one.
 * Copies whose status says that they may come back, and not when, are `away`; those that are not lent are left out.
 */
export const questionOf = (of: ReservationRow, rows: TitleRows, asked: Asked): WaitQuestion | null => {
  const { place } = of
  if (of.state !== "waiting" || place === null) return null
  const { reservations, items, loans, transits = [] } = rows
  const target = targetOf(of)
  const before = reservations.filter((one) => one.state === "waiting" && one.place !== null && one.place < place)
  const standing = items.map((item) => ({
    item,
    transit: transits.find(({ transitId }) => transitId === item.transitId) ?? null,
    loan: loans.find(({ loanId }) => loanId === item.loanId) ?? null,
    keptFor: reservations.find(({ setAsideItemId }) => setAsideItemId === item.itemId) ?? null
  }))
  return {
    ...asked,
    ahead: withTravelled(
      aheadOf(
        target,
        before.map((one) => ({ ...one, count: 1 })),
        asked.at
      ),
      target,
      standing
    ),
    copies: waitCopies(target, standing, { pickupBranch: of.pickupBranch })
  }
}

/** What is known of copies beside their rows. */
export interface CopyTerms {
  /** Where the reservation is picked up; `null`: not known. */
  readonly pickupBranch: string | null
  /** From when on it may have a copy; `null`, or without it: at any time. */
  readonly notBefore?: (copy: CopyStanding) => Instant | null
  /** How often the loan of a copy may still be renewed while others wait; without it never. */
  readonly renewalsLeft?: (copy: CopyStanding) => number
}

/** How the copies stand that a reservation may have, as a question has them. */
export const waitCopies = (
  target: Target,
  copies: ReadonlyArray<CopyStanding>,
  { pickupBranch, notBefore, renewalsLeft }: CopyTerms
): ReadonlyArray<WaitCopy> =>
  copies.flatMap((copy) => {
    const stands = isWanted(target, copy.item) ? copyOf[copy.item.status](copy, pickupBranch) : null
    if (stands === null) return []
    const left = renewalsLeft?.(copy) ?? 0
    const renewed = stands.is === "onLoan" && left > 0 ? { ...stands, renewalsLeft: left } : stands
    return [keptUntil(renewed, notBefore?.(copy) ?? null)]
  })

/** A copy that is free sooner than a reservation may have it is away from it until then. */
const keptUntil = (copy: WaitCopy, notBefore: Instant | null): WaitCopy => {
  const isExpected = copy.is !== "lost" && (copy.is !== "away" || copy.backAt !== null)
  const freeAt = copy.is === "onLoan" ? copy.dueAt : copy.is === "setAside" ? copy.shelfUntil : null
  return notBefore === null || !isExpected || (freeAt !== null && freeAt >= notBefore)
    ? copy
    : { is: "away", backAt: notBefore }
}

/** Whom a copy travels to waits no more, but takes it first when it arrives: as if still ahead. */
export const withTravelled = (
  ahead: WaitQuestion["ahead"],
  target: Target,
  copies: ReadonlyArray<CopyStanding>
): WaitQuestion["ahead"] => {
  const travel = copies.filter(
    ({ item, keptFor }) => item.status === "inTransit" && keptFor !== null && isWanted(target, item)
  )
  return { ...ahead, waiting: ahead.waiting + travel.length }
}

type CopyOf = (copy: CopyStanding, pickupBranch: string | null) => WaitCopy | null

const whether = (branch: string, pickupBranch: string | null): { readonly isHere?: boolean } =>
  pickupBranch === null ? {} : { isHere: branch === pickupBranch }

const away: CopyOf = () => ({ is: "away", backAt: null })
const lost: CopyOf = () => ({ is: "lost" })
const notLent: CopyOf = () => null

/** How a copy stands by its status. */
const copyOf: Readonly<Record<ItemStatus, CopyOf>> = {
  available: ({ item }, pickupBranch) => ({ is: "available", ...whether(item.presentBranch, pickupBranch) }),
  onLoan: ({ loan }) => {
    // When it was renewed last no row says; so a renewed loan's term is that of its kind.
    const lent = loan?.renewalCount === 0 ? { lentAt: loan.lentAt } : {}
    return loan === null ? null : { is: "onLoan", dueAt: loan.dueAt, ...lent }
  },
  setAside: ({ keptFor }) => {
    if (keptFor === null || keptFor.setAsideAt === null || keptFor.shelfUntil === null) return null
    return { is: "setAside", setAsideAt: keptFor.setAsideAt, shelfUntil: keptFor.shelfUntil }
  },
  inTransit: ({ transit, keptFor }, pickupBranch) => {
    const sentAt = transit?.sentAt ?? keptFor?.setAsideAt ?? null
    if (sentAt === null) return { is: "away", backAt: null }
    return {
      is: "inTransit",
      sentAt,
      ...(keptFor === null && transit !== null ? whether(transit.toBranch, pickupBranch) : {})
    }
  },
  inRepair: away,
  onOrder: away,
  inProcess: away,
  awaitingDelivery: away,
  missing: lost,
  unknown: lost,
  claimedReturned: lost,
  declaredLost: lost,
  agedToLost: lost,
  lostAndPaid: lost,
  withdrawn: notLent,
  inProcessNotReservable: notLent,
  restricted: notLent
}
