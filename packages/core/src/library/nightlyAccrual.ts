import type { AccrualReceipt } from "../accounts/accrueOverdue.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Answer } from "./desk.ts"
import type { Library } from "./openLibrary.ts"
import { othersFirst } from "./othersFirst.ts"

/** What a night's accrual did. */
export interface NightlyAccrual {
  /** Overdue loans that were looked at. */
  readonly looked: number
  readonly changed: number
  /** Reminders that were recorded. */
  readonly reminded: number
  /** What is charged more, in sum, in minor units; below zero: less. */
  readonly amount: number
  readonly failedCount: number
  /** The first thousand; `onProgress` is told of all. */
  readonly failed: AccrualReceipt["failed"]
}

interface Night {
  readonly tenant: string
  /** The instant up to which lateness is charged: the same for the whole night, however long it takes. */
  readonly at: Instant | number
  /** Loans of one decision. Few, so that a desk never waits for the night's work. */
  readonly slice?: number
  /** Told after each slice. */
  readonly onProgress?: (so: {
    readonly looked: number
    readonly changed: number
    readonly receipt: AccrualReceipt
  }) => void
}

const listedMax = 1000
/** A few milliseconds of work. */
const sliceDefault = 50

/**
 * Brings what being late costs up to date for all overdue loans, in slices. It may stop anywhere and be run again, twice at
 * once too: the amounts depend on the instant alone. Memory does not grow with loans. Rejects as commands do for faults.
 */
export const nightlyAccrual = async (
  library: Library,
  { tenant, at, slice = sliceDefault, onProgress }: Night
): Promise<NightlyAccrual> => {
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "accrual" }, channel: "job" })
  const run = crypto.randomUUID()
  const failed: Array<AccrualReceipt["failed"][number]> = []
  const sums = { looked: 0, changed: 0, reminded: 0, amount: 0, failedCount: 0 }
  let after: string | null = null
  do {
    const answer: Answer<AccrualReceipt> = await desk.accrueOverdue({
      after,
      limit: slice,
      at,
      key: `accrual ${run} ${after ?? ""}`
    })
    if (!answer.ok) throw new Error(`the night's accrual was refused: ${JSON.stringify(answer)}`)
    const { receipt } = answer
    sums.looked += receipt.looked
    sums.changed += receipt.changed
    sums.reminded += receipt.reminded
    sums.amount += receipt.amount
    sums.failedCount += receipt.failed.length
    failed.push(...receipt.failed.slice(0, Math.max(0, listedMax - failed.length)))
    onProgress?.({ looked: sums.looked, changed: sums.changed, receipt })
    after = receipt.next
    await othersFirst()
  } while (after !== null)
  return { ...sums, failed }
}
