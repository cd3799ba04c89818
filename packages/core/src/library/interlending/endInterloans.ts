import type { Instant } from "../../calendar/instant.ts"
import type { ItemStatus } from "../../catalogue/model.ts"
import type { InterloanWithCopy } from "../../decision/facts.ts"
import type { InterloanId } from "../../interlending/model.ts"
import { faultName } from "../faultName.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"
import { isOver, isUnwanted } from "./openInterloans.ts"

/** What a run did. */
export interface InterloansEnded {
  /** Loans to other systems whose copy is home again, or paid for: those are told. */
  readonly completed: number
  /** Records of borrowed copies that both sides count as gone. */
  readonly closed: number
  /** Requests for reservations that ended meanwhile: the other system is told that nobody wants it any more. */
  readonly cancelled: number
  readonly failed: ReadonlyArray<{ readonly interloanId: InterloanId; readonly because: string }>
}

const jobName = "endInterloans"
const pageRows = 500

/**
 * Ends the loans between systems of which nothing is left to be done by hand, as the job "endInterloans": those whose copy
 * came home are completed, what was asked for a reservation that ended is cancelled, and the record of a borrowed copy
 * that the lender counts as lost is closed once it is gone here too. Of a loss that is not settled staff say by
 * `completeInterloan` that they count on no return. It may stop anywhere and be run again, twice at once too.
 */
export const endInterloans = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: Instant | number }
): Promise<InterloansEnded> => {
  const done = { completed: 0, closed: 0, cancelled: 0 }
  const failed: Array<InterloansEnded["failed"][number]> = []
  for (const side of ["lender", "borrower"] as const) {
    const read = async (after: string | null) =>
      (await library.read(tenant, { openInterloans: { side, after, limit: pageRows } })).openInterloans
    for await (const rows of pages(read))
      for (const row of rows) {
        const as = endOf(row)
        if (as === null) continue
        const because = await end(library, { tenant, at, as, ...row })
        if (because === null) done[as] += 1
        else failed.push({ interloanId: row.interloan.interloanId, because })
      }
  }
  return { ...done, failed }
}

type End = Exclude<keyof InterloansEnded, "failed">

/** What the night does about it; `null`: nothing. */
const endOf = (row: InterloanWithCopy): End | null => {
  if (row.interloan.side === "lender") return isOver(row) ? "completed" : null
  if (isGone(row)) return "closed"
  return isUnwanted(row) && row.interloan.state === "requested" ? "cancelled" : null
}

const isGone = ({ interloan, copy }: InterloanWithCopy): boolean =>
  interloan.state === "completedWithoutReturn" && copy !== null && goneStatuses.includes(copy.status)

const goneStatuses: ReadonlyArray<ItemStatus> = ["withdrawn", "missing", "lostAndPaid"]

interface One extends InterloanWithCopy {
  readonly as: End
  readonly tenant: string
  readonly at: number
}

/** `null`: it is over. */
const end = async (
  library: Library,
  { tenant, at, as, interloan: row, copy, reservation }: One
): Promise<string | null> => {
  const { interloanId: interloan, version } = row
  const { barcode: item = "" } = copy ?? {}
  const branch = copy?.presentBranch ?? reservation?.pickupBranch ?? ""
  const desk = library.at({ tenant, branch, actor: { kind: "job", name: jobName }, channel: "job" })
  const keyed = { interloan, at, key: `${jobName} ${interloan} ${version}` }
  try {
    const answer =
      as === "completed"
        ? await desk.completeInterloan({ ...keyed, item })
        : as === "closed"
          ? await desk.sendBack({ ...keyed, item })
          : await desk.cancelInterloan(keyed)
    return answer.ok ? null : JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid)
  } catch (fault) {
    return faultName(fault)
  }
}
