import { randomUUID } from "node:crypto"
import type { CommandInput } from "@openshelf/core"
import { stringify } from "csv-stringify/sync"
import type { Progress } from "../progress.ts"
import { batches, type Intake, type Taken } from "./batches.ts"
import { type ColumnNames, type CsvFile, type CsvRow, csvRows, FileUnfit } from "./csvRows.ts"
import { reasonOf } from "./reason.ts"
import { rejectedRecords } from "./rejectedRecords.ts"
import type { ImportReport, Rejected } from "./report.ts"

/** A file of rows that each become one command. */
export interface RowImport {
  readonly intake: Intake
  readonly file: string
  readonly at: number
  readonly progress: Progress
  /** Where the rejected rows are written; beside the file if not given. */
  readonly rejectedTo?: string
  /** Expected column → column of the file, where they differ. */
  readonly columns?: ColumnNames
  /** Values for columns that a row leaves empty. */
  readonly defaults?: Readonly<Record<string, string>>
}

export type RowOutcome<N extends Taken> =
  | { readonly ok: true; readonly input: CommandInput<N>; readonly unlike: string }
  | { readonly ok: false; readonly reason: string }

const batchSize = 200
const reasonColumn = "rejected_because"

/** Takes over every row by the command made of it; the rejected ones are written beside the file, each with its reason. */
export const importRows = async <N extends Taken>(
  { intake, file, progress, columns = {}, defaults = {}, rejectedTo }: RowImport,
  name: N,
  required: ReadonlyArray<string>,
  commandOf: (values: Readonly<Record<string, string>>) => Promise<RowOutcome<N>> | RowOutcome<N>
): Promise<ImportReport> => {
  const run = randomUUID()
  const csv = await csvRows(
    file,
    required.filter((column) => defaults[column] === undefined),
    columns
  )
  const rejected: Array<Rejected> = []
  const kept = rejectedRecords(file, ".csv", rejectedTo)
  let read = 0
  let added = 0
  let line = 1
  const reject = ({ values, record, line, unfit, fields }: CsvRow, reason: string): void => {
    if (rejected.length === 0) kept.keep(stringify([[...Object.keys(values), reasonColumn]]))
    rejected.push({ record, position: `line ${line}`, reason })
    kept.keep(stringify([[...(unfit === null ? Object.values(values) : fields), reason]]))
  }
  const batch = batches<N, CsvRow>(intake, name, batchSize, (answer, row) => {
    if (answer.ok) added += 1
    else reject(row, reasonOf(answer))
  })
  progress.start(file, csv.size)
  const unreadable = (message: string): void => {
    rejected.push({ record: read + 1, position: `after line ${line}`, reason: message })
  }
  for await (const row of readable(csv.rows, unreadable)) {
    read += 1
    line = row.line
    progress.reach(csv.bytesRead(), read)
    const { [reasonColumn]: _, ...values } = row.values
    const plain = { ...row, values }
    if (row.unfit !== null) {
      reject(plain, row.unfit)
      continue
    }
    const command = await commandOf(filled(values, defaults))
    if (!command.ok) reject(plain, command.reason)
    else await batch.add({ ...command.input, key: `${run}:${row.record}` }, plain, command.unlike)
  }
  await batch.flush()
  progress.stop()
  return { file, read, added, changed: 0, unchanged: 0, otherKinds: {}, rejected, rejectedFiles: await kept.close() }
}

/** The rows up to where a file cannot be read further; what is wrong with it before the first row is thrown. */
async function* readable(rows: CsvFile["rows"], unreadable: (message: string) => void): AsyncGenerator<CsvRow> {
  let any = false
  try {
    for await (const row of rows) {
      any = true
      yield row
    }
  } catch (failure) {
    if (!any || !(failure instanceof FileUnfit)) throw failure
    unreadable(failure.message)
  }
}

const filled = (
  values: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>
): Readonly<Record<string, string>> => {
  const whole: Record<string, string> = { ...values }
  for (const [column, value] of Object.entries(defaults)) if ((whole[column] ?? "") === "") whole[column] = value
  return whole
}
