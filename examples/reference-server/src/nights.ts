import {
  type BranchCalendar,
  type Calendar,
  compileCalendar,
  type Instant,
  type Library,
  LocalDay
} from "@openshelf/core"
import { decodeCalendar } from "@openshelf/core/documents"
import { night as nightOf } from "@openshelf/core/nights"
import { learnWaits } from "@openshelf/core/queues"
import { Result } from "effect"

const closeMinutes = 2 * 60

interface Nights {
  readonly library: Library
  readonly tenant: string
  readonly clock?: () => number
  readonly say: (line: string) => void
}

/**
 * Does the night's work now, and learns from the day how long waits are, for nights that were slept through, and every night at two, local time of the tenant's first
 * branch. The function that it gives stops it and waits for a night in hand.
 */
export const nights = ({ library, tenant, clock = () => Date.now(), say }: Nights): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const night = async (): Promise<void> => {
    try {
      const { close, overdue, losses, smallDebts } = await nightOf(library, { tenant, at: clock() })
      await learnWaits(library, { tenant, at: clock() })
      const { expired, waitedInVain, failed, renewed, notRenewedCount, appealsOverdue } = close
      if (expired > 0) say(`nightly close: ${expired} taken off the pickup shelf`)
      if (waitedInVain > 0) say(`nightly close: ${waitedInVain} waited as long as a reservation may`)
      if (renewed + notRenewedCount > 0) say(`nightly close: ${renewed} loans renewed, ${notRenewedCount} not`)
      if (appealsOverdue.length > 0) say(`nightly close: ${appealsOverdue.length} appeals wait too long`)
      if (overdue.changed > 0) say(`overdue: ${overdue.changed} loans charged or reminded of`)
      if (losses.aged + losses.billed > 0) say(`losses: ${losses.aged} counted as lost, ${losses.billed} charged`)
      if (smallDebts.forgiven > 0) say(`small debts: ${smallDebts.forgiven} forgiven`)
      const undone = [...overdue.failed, ...losses.notDone, ...smallDebts.notForgiven]
      if (undone.length > 0) say(`night: ${undone.length} left undone, the first: ${JSON.stringify(undone[0])}`)
      for (const { reservationId, because } of failed) say(`nightly close: ${reservationId} stays: ${because}`)
    } catch (fault) {
      say(`the night failed (${faultName(fault)}); it is tried again the next night`)
    }
    if (!isStopped) timer = setTimeout(turn, await untilNextNight(library, tenant, clock()))
  }
  let running = night()
  const turn = (): void => {
    running = night()
  }
  return async () => {
    isStopped = true
    await running
    clearTimeout(timer)
  }
}

const dayMs = 86_400_000

const untilNextNight = async (library: Library, tenant: string, now: number): Promise<number> => {
  const branch = await firstBranch(library, tenant).catch(() => null)
  return branch === null ? dayMs : nextNight(branch, now) - now
}

/** The next two o'clock of the branch after `now`. */
export const nextNight = (branch: BranchCalendar, now: number): number => {
  const today = branch.localDay(now as Instant)
  const at = branch.instantAt(today, closeMinutes)
  return at > now ? at : branch.instantAt(LocalDay.make(today + 1), closeMinutes)
}

const firstBranch = async (library: Library, tenant: string): Promise<BranchCalendar | null> => {
  const { rows } = await library.scan(tenant, "document", null, 10_000)
  const latest = rows.filter(({ kind }) => kind === "calendar").at(-1)
  const decoded = latest === undefined ? null : decodeCalendar(JSON.parse(latest.content))
  if (decoded === null || Result.isFailure(decoded)) return null
  const calendar: Calendar = compileCalendar(decoded.success)
  const [first] = calendar.branches
  return first === undefined ? null : (calendar.branch(first) ?? null)
}

/** A fault by its name alone: its message may tell of statements and paths. */
export const faultName = (fault: unknown): string => {
  if (typeof fault !== "object" || fault === null) return "fault"
  return "_tag" in fault ? String(fault._tag) : fault.constructor.name
}
