import type { ImportReport } from "../import/report.ts"
import { visible } from "./visible.ts"

const shownMax = 20

/** What an import did, for people: totals, the first rejected records, and where all of them are. */
export const reportText = (reports: ReadonlyArray<ImportReport>): string =>
  reports.flatMap(linesOf).map(visible).join("\n")

const linesOf = ({
  file,
  read,
  added,
  changed,
  unchanged,
  otherKinds,
  rejected,
  rejectedFiles
}: ImportReport): ReadonlyArray<string> => {
  const others = Object.entries(otherKinds).map(([kind, count]) => `, ${count} ${kind} not imported`)
  return [
    `${file}: ${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged${others.join("")}, ${rejected.length} rejected`,
    ...rejected.slice(0, shownMax).map(({ record, position, reason }) => `  record ${record} (${position}): ${reason}`),
    ...(rejected.length > shownMax ? [`  … and ${rejected.length - shownMax} more`] : []),
    ...rejectedFiles.map((kept) => `  rejected records: ${kept} (repair it and import it again)`)
  ]
}
