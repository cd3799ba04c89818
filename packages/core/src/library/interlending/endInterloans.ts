import type { Instant } from "../../calendar/instant.ts"
import type { ItemStatus } from "../../catalogue/model.ts"
import type { InterloanWithCopy } from "../../decision/facts.ts"
import type { InterloanId } from "../../interlending/model.ts"
import { faultName } from "../faultName.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"
import { isOver } from "./openInterloans.ts"

/** What a run did. */
export interface InterloansEnded {
  /** Loans to other systems whose copy is home again, or paid for: those are told. */
  readonly completed: number
  /** Records of borrowed copies that both sides count as gone. */
  readonly closed: number
  readonly failed: ReadonlyArray<{ readonly interloanId: InterloanId; readonly because: string }>
}

const jobName = "endInterloans"
const pageRows = 500

/**
 * Ends the loans between systems of which nothing is left to be done by hand, as the job "endInterloans": those whose copy came
 * home are completed, and the record of a borrowed copy that the lender counts as lost is closed once it is gone here too. Of a loss
 * that is not settled staff say by `completeInterloan` that they count on no return. It may stop anywhere and be run again, twice at once too.
 */
export const endInterloans = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: Instant | number }
): Promise<InterloansEnded> => {
  let [completed, closed] = [0, 0]
  const failed: Array<InterloansEnded["failed"][number]> = []
  for (const side of ["lender", "borrower"] as const) {
    const read = async (after: string | null) =>
      (await library.read(tenant, { openInterloans: { side, after, limit: pageRows } })).openInterloans
    for await (const rows of pages(read))
      for (const row of rows.filter(side === "lender" ? isOver : isGone)) {
        const because = await end(library, { tenant, at, ...row })
        if (because !== null) failed.push({ interloanId: row.interloan.interloanId, because })
        else if (side === "lender") completed += 1
        else closed += 1
      }
  }
  return { completed, closed, failed }
}

const isGone = ({ interloan, copy }: InterloanWithCopy): boolean =>
  interloan.state === "completedWithoutReturn" && copy !== null && goneStatuses.includes(copy.status)

const goneStatuses: ReadonlyArray<ItemStatus> = ["withdrawn", "missing", "lostAndPaid"]

interface One extends InterloanWithCopy {
  readonly tenant: string
  readonly at: number
}

/** `null`: it is over. */
const end = async (library: Library, { tenant, at, interloan: row, copy }: One): Promise<string | null> => {
  const { interloanId: interloan, side, version } = row
  const { barcode: item = "", presentBranch: branch = "" } = copy ?? {}
  const desk = library.at({ tenant, branch, actor: { kind: "job", name: jobName }, channel: "job" })
  const given = { interloan, item, at, key: `${jobName} ${interloan} ${version}` }
  try {
    const answer = side === "lender" ? await desk.completeInterloan(given) : await desk.sendBack(given)
    return answer.ok ? null : JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid)
  } catch (fault) {
    return faultName(fault)
  }
}
