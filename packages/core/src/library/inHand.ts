import { type Barcode, type ItemStatus, lentStatuses } from "../catalogue/model.ts"
import type { ItemFacts, SetStanding } from "../decision/facts.ts"
import type { RoutingName } from "../transits/routing.ts"
import type { Desk } from "./desk.ts"
import type { Library } from "./openLibrary.ts"

/** What to do with a copy that one has in hand. */
export type NextStep =
  /** It is on loan, claimed returned or lost, and comes back. */
  | "return"
  /** It waits here for whoever reserved it. */
  | "pickupShelf"
  /** Somebody waits for it: scanned in, it is set aside. */
  | "setAside"
  /** It belongs to another branch. */
  | "send"
  /** It was borrowed from another system, and nobody here waits for it. */
  | "sendBack"
  /** Somebody has booked it, and fetches it here: it is kept for them. */
  | "keepForBooking"
  /** It belongs on its shelf here. */
  | "shelve"
  /** It was withdrawn, and stays here, out of the collection. */
  | "discard"
  /** Its status says that something is the matter with it, or it cannot be scanned in here. */
  | "lookInto"

/** One scan tells where a copy stands. Never who has it or who waits for it. */
export interface InHand {
  readonly item: ItemFacts["item"]
  readonly title: ItemFacts["title"]
  readonly waitingCount: number
  readonly loan: {
    readonly loanId: string
    readonly lentAt: number
    readonly dueAt: number
    readonly overdue: boolean
    readonly renewalCount: number
    readonly onSite: boolean
  } | null
  readonly keptFor: {
    readonly reservationId: string
    readonly pickupBranch: string
    readonly shelfUntil: number | null
    /** The set that it is kept for until all of it is there; `null`: it can be fetched. */
    readonly ofSet: SetStanding | null
  } | null
  readonly next: NextStep
  /** The branch that it goes to, for `send`. */
  readonly sendTo: string | null
  /** The system that it goes back to, for `sendBack`. */
  readonly sendBackTo: string | null
}

/** What one scan says of a copy at this desk; `null`: no copy has the barcode. Nothing is written. */
export const inHand = async (
  library: Library,
  {
    tenant,
    branch,
    desk,
    item: given,
    at
  }: {
    readonly tenant: string
    readonly branch: string
    readonly desk: Desk
    readonly item: string
    readonly at: number
  }
): Promise<InHand | null> => {
  const barcode = given.trim() as Barcode
  const {
    item: found,
    loanOfItem,
    setAsideOfItem
  } = await library.read(tenant, {
    item: { barcode },
    loanOfItem: { barcode },
    setAsideOfItem: { barcode }
  })
  if (found === null) return null
  const { item, title, queue } = found
  const scanned = await desk.dryRun.returnItem({ item: barcode, at })
  const receipt = scanned.ok ? scanned.receipt : null
  const loan = loanOfItem?.loan ?? null
  const kept = setAsideOfItem?.reservation ?? null
  const next = nextStep(item.status, kept?.pickupBranch ?? null, branch, receipt)
  return {
    item,
    title,
    waitingCount: queue.waitingCount,
    loan:
      loan === null
        ? null
        : {
            loanId: loan.loanId,
            lentAt: loan.lentAt,
            dueAt: loan.dueAt,
            overdue: loan.dueAt < at,
            renewalCount: loan.renewalCount,
            onSite: loan.onSite === 1
          },
    keptFor:
      kept === null
        ? null
        : {
            reservationId: kept.reservationId,
            pickupBranch: kept.pickupBranch,
            shelfUntil: kept.shelfUntil,
            ofSet: receipt?.setAside?.ofSet ?? null
          },
    next,
    sendTo: next === "send" ? (receipt?.sendTo ?? null) : null,
    sendBackTo: next === "sendBack" ? (receipt?.sendBackTo ?? null) : null
  }
}

const nextStep = (
  status: ItemStatus,
  pickupBranch: string | null,
  branch: string,
  scanned: {
    readonly setAside: object | null
    readonly sendTo: string | null
    readonly sendBackTo: string | null
    readonly route: RoutingName
  } | null
): NextStep => {
  if (lentStatuses.includes(status)) return "return"
  if (pickupBranch === branch) return "pickupShelf"
  if (scanned === null || !sentOnByScan.includes(status)) return "lookInto"
  if (pickupBranch === null && scanned.setAside !== null) return "setAside"
  if (scanned.sendTo !== null) return "send"
  if (scanned.sendBackTo !== null) return "sendBack"
  if (scanned.route === "bookedHere") return "keepForBooking"
  return status === "withdrawn" ? "discard" : "shelve"
}

/** What a scan sends where it belongs, and that is all there is to do. */
const sentOnByScan: ReadonlyArray<ItemStatus> = ["available", "restricted", "setAside", "inTransit", "withdrawn"]
