import { type Counts, type Move, type RedateReport, redate } from "@openshelf/core/redating"
import type { Command } from "commander"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { table } from "./table.ts"
import { visible } from "./visible.ts"

const shownMax = 40

interface RedateOptions extends Shared {
  readonly preview: boolean
  readonly branch?: string
}

/** `openshelf redate`: due dates, pickup shelves and charges follow the calendar that holds. */
export const redateCommand = (terminal: Terminal): Command =>
  command("redate", "bring due dates, pickup shelves and overdue charges in line with the calendar in force")
    .option("--preview", "tell what would be moved, and write nothing", false)
    .option("--branch <code>", "only what was lent, waits or was charged at this branch")
    .action((given: RedateOptions) =>
      onDatabase(
        terminal,
        given,
        async (library, { at, progress }) => {
          const { tenant, preview, branch } = given
          progress.start("looked at", 0)
          const report = await redate(library, {
            tenant,
            at,
            dryRun: preview,
            ...(branch === undefined ? {} : { branch }),
            onProgress: ({ looked }) => progress.reach(looked, looked)
          })
          progress.stop()
          return report
        },
        (report) => ({ text: redateText(report), code: redateOutcome(report) })
      )
    )

/** 1 when something could not be moved. */
export const redateOutcome = ({ failedCount }: RedateReport): number => (failedCount === 0 ? 0 : 1)

/** What a re-dating did or would do, for people: changed days, counts, and the first moves as a table. */
export const redateText = (report: RedateReport): string => {
  const { preview, changedDays, loans, reservations, charges, moves, stayed, failedCount, failed } = report
  const verb = preview ? "would move" : "moved"
  const left = stayed.map(({ kind, id, because }) => [kind, id, because])
  const money = `, ${charges.waived} waived, ${charges.toRefund} paid too much (minor units)`
  return [
    changedDays.length === 0 ? "no day differs from the calendars before" : "changed days:",
    ...shown(table(changedDays.map(({ branch, from, to }) => [branch, from === to ? from : `${from} to ${to}`]))),
    countLine("loans", verb, loans),
    countLine("pickup shelves", verb, reservations),
    `${countLine("charges", verb, charges)}${charges.moved === 0 ? "" : money}`,
    ...(moves.length === 0 ? [] : [`${verb}:`, ...shown(table(moves.map(moveCells)))]),
    ...(left.length === 0 ? [] : ["left as they are:", ...shown(table(left))]),
    ...(failedCount === 0 ? [] : [`${failedCount} failed:`, ...shown(failed.map((one) => JSON.stringify(one)))])
  ]
    .map(visible)
    .join("\n")
}

const countLine = (what: string, verb: string, { looked, moved, left }: Counts): string => {
  const reasons = Object.entries(left).map(([because, count]) => `${because} ${count}`)
  return `${what}: ${looked} looked at, ${verb} ${moved}${reasons.length === 0 ? "" : `, left ${reasons.join(", ")}`}`
}

const moveCells = (move: Move): ReadonlyArray<string> =>
  move.kind === "charge"
    ? [move.kind, move.id, move.branch, `waived ${move.waived}`, move.toRefund === 0 ? "" : `paid ${move.toRefund}`]
    : [move.kind, move.id, move.branch, instantText(move.fromAt), instantText(move.toAt)]

const instantText = (at: number): string => new Date(at).toISOString().replace(/\.000Z$/, "Z")

const shown = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length <= shownMax ? lines : [...lines.slice(0, shownMax), `  … and ${lines.length - shownMax} more`]
