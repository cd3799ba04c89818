import { Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { TitleId } from "../../catalogue/model.ts"
import type { CopyStanding, Page, WaitingCount } from "../../decision/facts.ts"
import type { ReservationRow } from "../../reservations/model.ts"
import { isWanted, type TargetColumns, targetOf } from "../../reservations/target.ts"
import {
  aheadOf,
  estimateWait,
  type Kind,
  type Rates,
  ratesFor,
  takesFrom,
  type WaitEstimate,
  type WaitQuestion,
  waitCopies,
  withTravelled
} from "../../reservations/waiting/index.ts"
import type { Library } from "../openLibrary.ts"
import { commonKind } from "./commonKind.ts"
import type { Expected } from "./expectedCopies.ts"

/** How long it will probably be until a copy lies ready, in days from when it was asked. */
export type Wait = Omit<WaitEstimate, "position">

/** A reservation, or one that is not placed yet, as far as its wait depends on it. */
export type Waits = TargetColumns &
  Pick<ReservationRow, "notBefore" | "suspended" | "suspendedUntil"> & {
    /** `null`: not known yet. */
    readonly pickupBranch: string | null
  }

interface Learned {
  readonly rates: Rates
  readonly at: Instant
}

interface Behind extends Learned {
  /** All that wait before it, in groups. */
  readonly before: Iterable<WaitingCount>
  readonly expected: Expected
}

/**
 * The wait of a reservation. One that takes no copy for a while waits until then at least; `null`: it takes none until it is
 * resumed. Chance is the same each time: an estimate changes only as queue, copies and what was learned do.
 */
export const waitFor = (of: Waits, { before, expected, rates, at }: Behind): Wait | null => {
  const from = takesFrom(of, at)
  if (from === null) return null
  const target = targetOf(of)
  const { copies, renewalsOfTurns } = expected
  const { waiting, suspendedUntil } = withTravelled(aheadOf(target, before, at), target, copies)
  const wanted = copies.map(({ item }) => item).filter((item) => isWanted(target, item))
  const question = {
    at,
    ahead: { waiting, suspendedUntil: suspendedUntil.slice(0, suspendedMax) },
    copies: waitCopies(target, copies, { ...expected, pickupBranch: of.pickupBranch }),
    renewalsWhileOthersWait: renewalsOfTurns,
    seed: 1
  }
  const wait = estimated(question, rates, commonKind(wanted) ?? { itemType: "", collection: "" })
  const days = (from - at) / dayMs
  const notBefore = (quantile: number | null): number | null =>
    quantile === null ? null : Math.max(quantile, Math.round(days * 10) / 10)
  return { ...wait, low: notBefore(wait.low), median: notBefore(wait.median), high: notBefore(wait.high) }
}

/** How much longer the copy that is on its way to a reservation will probably travel; `null`: none is. */
export const waitOnTheWay = (
  { setAsideItemId, pickupBranch }: Pick<ReservationRow, "setAsideItemId" | "pickupBranch">,
  { copies, rates, at }: Learned & { readonly copies: ReadonlyArray<CopyStanding> }
): Wait | null => {
  const copy = copies.find(({ item }) => item.itemId === setAsideItemId)
  const { sentAt = null, toBranch } = copy?.transit ?? {}
  if (copy === undefined || sentAt === null) return null
  const { type: itemType, collection } = copy.item
  const travels = { is: "inTransit" as const, sentAt, isHere: toBranch === pickupBranch }
  const question = { at, ahead: { waiting: 0, suspendedUntil: [] }, copies: [travels], seed: 1 }
  return estimated(question, rates, { itemType, collection })
}

const estimated = (question: WaitQuestion, rates: Rates, kind: Kind): Wait => {
  const estimate = estimateWait(question, ratesFor(rates, kind))
  if (Result.isFailure(estimate)) throw new Error(`no question: ${JSON.stringify(estimate.failure)}`)
  const { position: _, ...wait } = estimate.success
  return wait
}

const dayMs = 86_400_000
/** What a question takes. */
const suspendedMax = 100_000
const copiesMax = 10_000
const pageRows = 1_000

interface CopiesAsked {
  readonly tenant: string
  readonly titleId: TitleId
  /** Whom one would stand behind; `null`: nobody, and it is not asked. */
  readonly place: number | null
}

interface BehindRows {
  readonly before: ReadonlyArray<WaitingCount>
  readonly copies: ReadonlyArray<CopyStanding>
}

/** What waits for a title before a place, and its copies, as many as a question takes. */
export const readBehind = async (library: Library, { tenant, titleId, place }: CopiesAsked): Promise<BehindRows> => {
  const standing = (after: string | null) => ({ copiesStanding: { titleId, after, limit: pageRows } })
  const first =
    place === null
      ? { waitingBefore: [], ...(await library.read(tenant, standing(null))) }
      : await library.read(tenant, { waitingBefore: { titleId, place }, ...standing(null) })
  const copies = [...first.copiesStanding.rows]
  let { next } = first.copiesStanding
  while (next !== null && copies.length < copiesMax) {
    const page: Page<CopyStanding> = (await library.read(tenant, standing(next))).copiesStanding
    copies.push(...page.rows)
    next = page.next
  }
  return { before: first.waitingBefore, copies }
}
