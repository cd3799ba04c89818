import type { StandsBecause } from "../../decision/redating.ts"

/** Something that a re-dating moved, or would move. */
export type Move =
  | {
      readonly kind: "loan" | "reservation"
      readonly id: string
      /** Where it was lent, or waits. */
      readonly branch: string
      readonly fromAt: number
      readonly toAt: number
    }
  | {
      readonly kind: "charge"
      readonly id: string
      readonly branch: string
      /** Minor units: what was still owed and is forgone, and what was paid too much. */
      readonly waived: number
      readonly toRefund: number
    }

/** Something near a changed day that stays as it is. */
export interface Stayed {
  readonly kind: Move["kind"]
  readonly id: string
  readonly because: StandsBecause
}

export interface Failure {
  readonly kind: Move["kind"]
  readonly id: string
  /** JSON of refusals, or the name of a fault. */
  readonly because: string
}

/** Loans, reservations or charges in numbers. `left`: those that stay, by reason. */
export interface Counts {
  readonly looked: number
  readonly moved: number
  readonly left: { readonly [Because in StandsBecause]?: number }
}

/** What a re-dating did, or in a preview would do. Of every list the first thousand; the counts are whole. */
export interface RedateReport {
  readonly preview: boolean
  /** Version of the calendar that it went by; `null`: none is in force, or a draft. */
  readonly calendarVersion: number | null
  /** Days whose hours differ from those of an earlier calendar, by branch; first and last day of each run. */
  readonly changedDays: ReadonlyArray<{ readonly branch: string; readonly from: string; readonly to: string }>
  readonly loans: Counts
  readonly reservations: Counts
  readonly charges: Counts & { readonly waived: number; readonly toRefund: number }
  readonly moves: ReadonlyArray<Move>
  /** Without those that days and hours leave where they are. */
  readonly stayed: ReadonlyArray<Stayed>
  readonly failedCount: number
  readonly failed: ReadonlyArray<Failure>
}

/** What came of one: moved, left for a reason, failed, or nothing to tell as somebody else was quicker. */
export type Outcome = Move | { readonly because: StandsBecause } | { readonly failed: string } | null

export interface Tally {
  readonly note: (kind: Move["kind"], id: string, outcome: Outcome) => void
  readonly progress: () => { readonly looked: number; readonly moved: number }
  readonly report: (head: Pick<RedateReport, "preview" | "calendarVersion" | "changedDays">) => RedateReport
}

export const listedMax = 1_000

/** Counts outcomes, and keeps the first of them. */
export const tally = (): Tally => {
  const counts = { loan: noCounts(), reservation: noCounts(), charge: noCounts() }
  const money = { waived: 0, toRefund: 0 }
  const moves: Array<Move> = []
  const stayed: Array<Stayed> = []
  const failed: Array<Failure> = []
  let failedCount = 0
  const keep = <One>(list: Array<One>, one: One): void => {
    if (list.length < listedMax) list.push(one)
  }
  return {
    note: (kind, id, outcome) => {
      if (outcome === null) return
      const of = counts[kind]
      of.looked++
      if ("failed" in outcome) {
        failedCount++
        keep(failed, { kind, id, because: outcome.failed })
      } else if ("because" in outcome) {
        of.left[outcome.because] = (of.left[outcome.because] ?? 0) + 1
        if (outcome.because !== "asDated") keep(stayed, { kind, id, because: outcome.because })
      } else {
        of.moved++
        if (outcome.kind === "charge") {
          money.waived += outcome.waived
          money.toRefund += outcome.toRefund
        }
        keep(moves, outcome)
      }
    },
    progress: () => ({
      looked: counts.loan.looked + counts.reservation.looked + counts.charge.looked,
      moved: counts.loan.moved + counts.reservation.moved + counts.charge.moved
    }),
    report: (head) => ({
      ...head,
      loans: counts.loan,
      reservations: counts.reservation,
      charges: { ...counts.charge, ...money },
      moves,
      stayed,
      failedCount,
      failed
    })
  }
}

const noCounts = (): { looked: number; moved: number; left: { [Because in StandsBecause]?: number } } => ({
  looked: 0,
  moved: 0,
  left: {}
})
