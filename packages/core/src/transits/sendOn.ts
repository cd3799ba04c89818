import { bookedBranch } from "../bookings/bookedBranch.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Draft } from "../decision/draft.ts"
import type { OwnedBooking, TitleFacts } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { SetAside } from "../reservations/setAside.ts"
import { consultCopy } from "./consultCopy.ts"
import type { TransitRow, TransitSlip } from "./model.ts"
import { type RoutedCopy, type RoutingName, routeOf } from "./routing.ts"
import { setOut } from "./travel.ts"

/** Whether a copy that goes to another branch is in transit until it arrives there; else staff are only told where it belongs. */
export const keepsTransits = ({ document }: Pick<CompiledPolicy, "document">): boolean =>
  document.transfers?.kept === true

/** A copy that is in hand at a branch, whatever else became of it in this decision. */
export interface CopyInHand {
  readonly item: ItemRow
  readonly title: TitleFacts
  readonly branch: string
  /** The transit that ended here; `null`: it was on none. */
  readonly ended: TransitRow | null
  /** What was planned for it, in order. */
  readonly planned: ReadonlyArray<TransitRow>
  readonly needs: RoutedCopy["needs"]
  /** Its live bookings, where the policy lets anything be booked. */
  readonly bookings?: ReadonlyArray<OwnedBooking> | undefined
}

/** Where it belongs now, why, and the transit that it set out on. */
export interface SentOn {
  /** `null`: it is there. */
  readonly sendTo: string | null
  /** `null`: none; it stays, or the policy keeps no transits. */
  readonly transit: TransitSlip | null
}

/** Sends a copy where the table of routes says. What was planned to come here is done. */
export const sendOn = (
  work: Draft,
  { item, title, branch: here, ended, planned, needs, bookings }: CopyInHand,
  setAside: SetAside | null,
  at: Instant,
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): SentOn & { readonly route: RoutingName } => {
  for (const one of planned) if (one.toBranch === here) doneWith(work, one, at)
  const isBranch = (code: string): boolean => calendar.branch(code) !== undefined
  const mayGo = ({ fromBranch, toBranch }: TransitRow): boolean =>
    // The way from where it was planned was open then, or staff may open it.
    toBranch !== here && isBranch(toBranch) && (fromBranch === here || policy.transfers.may(here, toBranch, item))
  const next = planned.find(mayGo) ?? null
  const goal = goalOf(item, ended, here)
  const { homeBranch, type, collection } = item
  const asked = consultCopy(policy, item, title, here)
  const route = routeOf(
    {
      here,
      homeBranch,
      type,
      collection,
      pickupBranch: setAside?.pickupBranch ?? null,
      bookedBranch: bookedBranch(bookings, at),
      sentTo: goal?.toBranch ?? work.now("item", item.itemId).stayBranch,
      planned: next?.toBranch ?? null,
      needs
    },
    {
      repairBranch: asked.optional("repairBranch", null),
      processingBranch: asked.optional("processingBranch", null),
      withdrawnBranch: asked.optional("withdrawnBranch", null),
      floating: asked.optional("floating", "no"),
      isBranch,
      policy
    }
  )
  if (route.to === null) return { route: route.row, sendTo: null, transit: null }
  // What set out while transits were kept is carried to its end.
  const isCarried =
    route.row === "reservedElsewhere" ? setAside?.shelfUntil === null : route.row === "sentElsewhere" && goal !== null
  const isKept = policy.transfers.kept(here, route.to, route.row === "reservedElsewhere" ? "reservations" : "others")
  if (route.reason === null || (!isKept && !isCarried)) return { route: route.row, sendTo: route.to, transit: null }
  const isPlanned = route.row === "planned" && next !== null
  const { status } = work.now("item", item.itemId)
  const transit = setOut(work, item, {
    from: here,
    to: route.to,
    reason: isPlanned ? next.reason : route.row === "sentElsewhere" && goal !== null ? goal.reason : route.reason,
    reservationId: route.row === "reservedElsewhere" ? (setAside?.reservationId ?? null) : null,
    thenStatus: status === "setAside" ? item.shelfStatus : status,
    at,
    planned: isPlanned ? next : null
  })
  return { route: route.row, sendTo: route.to, transit }
}

/** The transit that went astray and goes on; `null`: none. A collection that goes round has its turn where its home is. */
const goalOf = ({ homeBranch }: ItemRow, ended: TransitRow | null, here: string): TransitRow | null => {
  if (ended === null || ended.toBranch === here) return null
  const { reason, toBranch } = ended
  return reason === "moved" || (reason === "rotation" && toBranch === homeBranch) ? ended : null
}

const doneWith = (work: Draft, transit: TransitRow, at: Instant): void => {
  const { transitId, itemId } = transit
  work.restOn("transit", transit)
  work.emit({ _tag: "TransitCancelled", transitId, itemId, at, reason: "there", item: null })
}
