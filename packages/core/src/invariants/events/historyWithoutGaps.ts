import type { MakeCheck } from "../check.ts"

/**
 * I27: the events of a loan, reservation or account are numbered from 1 without a gap, and its version counts them. An
 * item's events carry versions of it that it has had; a command that only looked at it moves its version too.
 */
export const historyWithoutGaps: MakeCheck = (report) => ({
  history: ({ table, id, row, events }) => {
    if (row === null) return report("I27", [id], `there are events of a ${table} that is not there`)
    const last = events.at(-1)?.seq ?? 0
    if (table === "item") {
      if (events.length === 0) report("I27", [id], "an item has no events")
      if (last > row.version) report("I27", [id], `an item has version ${row.version}, but an event of version ${last}`)
      return
    }
    const gap = events.findIndex(({ seq }, index) => seq !== index + 1)
    if (gap >= 0) report("I27", [id], `event ${gap + 1} of a ${table} is numbered ${events[gap]?.seq}`)
    else if (row.version !== last) report("I27", [id], `a ${table} has version ${row.version}, but ${last} events`)
  }
})
