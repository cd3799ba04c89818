import { Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { TitleDescription } from "../../catalogue/description.ts"
import { compareShelfKeys, type ShelfKey, shelfKey } from "../../catalogue/shelfOrder.ts"
import type { TitleFacts } from "../../decision/facts.ts"
import type { ReservationId } from "../../reservations/model.ts"
import { oneOfEach } from "../../reservations/targeting/index.ts"
import type { Library } from "../openLibrary.ts"
import { pullProblem } from "./pullProblem.ts"
import { rulesAt } from "./rulesAt.ts"
import { transferRules } from "./transferRules.ts"

/** A copy to be fetched from a shelf. Whose it will be is not said. */
export interface PullLine {
  readonly reservationId: ReservationId
  readonly title: TitleFacts
  readonly barcode: string
  readonly location: string
  readonly callNumber: string
  readonly volume: string
  /** The branch where it stands. */
  readonly branch: string
  readonly pickupBranch: string
  readonly cost: number
}

export interface PullList {
  /** In shelf order (`catalogue/shelfOrder.ts`): branch, location, call number, barcode. */
  readonly lines: ReadonlyArray<PullLine>
  /** Of all branches together, in the policy's units (`transfers`). */
  readonly cost: number
}

/**
 * What to fetch from the shelves of a branch, or of all: which free copy fills which reservation is decided for all
 * branches at once, at the least cost, each in turn (`docs/targeting.md`); of several titles of which one is enough, one.
 * Who fetches one scans it in with its reservation: `returnItem` with `fetchedFor`. A branch that is closed on that day
 * sends nothing; what is to be picked up there sets out to it all the same, as by a return. `null`: no policy or calendar.
 */
export const pullList = async (
  library: Library,
  { tenant, branch, at }: { readonly tenant: string; readonly branch?: string; readonly at: number }
): Promise<PullList | null> => {
  const instant = at as Instant
  const rules = await rulesAt(library, tenant, instant)
  if (rules === null) return null
  const { reservations, copies, free, anyOf } = await pullProblem(library, tenant, instant, rules)
  const targeted = oneOfEach({ reservations, copies, rules: transferRules(rules), at: instant }, anyOf)
  if (Result.isFailure(targeted))
    throw new Error(`targeting refuses the library's own rows: ${JSON.stringify(targeted.failure)}`)
  const { assignments, cost } = targeted.success
  const lines = assignments.flatMap(({ reservationId, itemId, from, pickupBranch, cost: ofOne }) => {
    const copy = free.get(itemId)
    if (copy === undefined || (branch !== undefined && from !== branch)) return []
    const { barcode, location, callNumber, volume } = copy.item
    const where = { barcode, location, callNumber, volume, branch: from, pickupBranch }
    const line: PullLine = { reservationId, title: copy.title, ...where, cost: ofOne }
    return [{ line, key: shelfKey(callNumber, (JSON.parse(copy.description) as TitleDescription).classifications) }]
  })
  return { lines: lines.sort(byShelf).map(({ line }) => line), cost }
}

interface OnShelf {
  readonly line: PullLine
  readonly key: ShelfKey
}

const byShelf = ({ line, key }: OnShelf, { line: other, key: otherKey }: OnShelf): number =>
  compare(line.branch, other.branch) ||
  compare(line.location, other.location) ||
  compareShelfKeys(key, otherKey) ||
  compare(line.barcode, other.barcode)

const compare = (one: string, other: string): number => one.localeCompare(other, "en", { numeric: true })
