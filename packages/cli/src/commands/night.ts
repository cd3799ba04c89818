import type { Night, NightJob } from "@openshelf/core/nights"
import type { Command } from "commander"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { visible } from "./visible.ts"

const shownMax = 40

const jobs: Readonly<Record<NightJob, string>> = {
  close: "reservations and renewals",
  overdue: "overdue loans",
  losses: "losses",
  smallDebts: "small debts",
  rotations: "collections that go round",
  interloans: "loans to other systems"
}

/** `openshelf night`: all that a night does, for a timer of the system. */
export const nightCommand = (terminal: Terminal): Command =>
  command(
    "night",
    "do the night's work: end reservations, renew what renews itself, charge and remind of what is late, count losses, forgive small debts, end loans to other systems"
  ).action((given: Shared) =>
    onDatabase(
      terminal,
      given,
      async (library, { at, progress }) => {
        const { night } = await import("@openshelf/core/nights")
        let running: NightJob | null = null
        const done = await night(library, {
          tenant: given.tenant,
          at,
          onProgress: ({ job, looked }) => {
            if (job !== running) {
              progress.stop()
              progress.start(jobs[job], 0)
              running = job
            }
            progress.reach(looked, looked)
          }
        })
        progress.stop()
        return done
      },
      (done) => ({ text: nightText(done), code: nightOutcome(done) })
    )
  )

/** 1 when something failed, or a job could not do what it was for. */
const nightOutcome = ({ close, overdue, losses, smallDebts, rotations, interloans }: Night): number =>
  close.failed.length +
    overdue.failedCount +
    losses.notDoneCount +
    smallDebts.notForgivenCount +
    rotations.failed.length +
    interloans.failed.length ===
  0
    ? 0
    : 1

/** A line for each job, and one for each thing that was left undone. Money in minor units. */
export const nightText = ({ close, overdue, losses, smallDebts, rotations, interloans }: Night): string => {
  const { expired, handedOn, waitedInVain, resumed, bookingsOver, renewed, notRenewedCount } = close
  const undone = [
    ...close.failed,
    ...close.notRenewed,
    ...close.appealsOverdue,
    ...overdue.failed,
    ...losses.notDone,
    ...smallDebts.notForgiven,
    ...rotations.failed,
    ...interloans.failed
  ].map((one) => JSON.stringify(one))
  return [
    `reservations: ${expired} expired, ${handedOn} handed on to the next in the queue, ${waitedInVain} waited in vain, ${resumed} resumed`,
    ...(bookingsOver === 0 ? [] : [`bookings: ${bookingsOver} over without a loan`]),
    `renewals: ${renewed} renewed, ${notRenewedCount} not`,
    `overdue: ${overdue.looked} looked at, ${overdue.changed} changed, ${overdue.reminded} reminders, ${overdue.amount} charged`,
    `losses: ${losses.aged} counted as lost, ${losses.billed} charged, ${losses.forgotten} over`,
    `small debts: ${smallDebts.forgiven} forgiven, ${smallDebts.amount} in all`,
    ...(rotations.moved === 0 ? [] : [`collections: ${rotations.moved} moved on, ${rotations.planned} to be sent`]),
    ...(interloans.completed + interloans.closed + interloans.cancelled === 0
      ? []
      : [
          `other systems: ${interloans.completed} loans completed, ${interloans.closed} records of lost copies closed, ${interloans.cancelled} requests for reservations that ended cancelled`
        ]),
    ...(close.appealsOverdue.length === 0 ? [] : [`appeals: ${close.appealsOverdue.length} wait too long`]),
    ...(undone.length <= shownMax ? undone : [...undone.slice(0, shownMax), `… and ${undone.length - shownMax} more`])
  ]
    .map(visible)
    .join("\n")
}
