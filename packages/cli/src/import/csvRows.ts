import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse"

/** One line of a CSV file, by column. */
export interface CsvRow {
  readonly values: Readonly<Record<string, string>>
  /** Counts from 1, the header not counted. */
  readonly record: number
  readonly line: number
  /** Why its values cannot be taken: it has not as many as there are columns, or is not in UTF-8. `null`: they can. */
  readonly unfit: string | null
  /** The fields as they stand in the line, however many. */
  readonly fields: ReadonlyArray<string>
}

export interface CsvFile {
  readonly size: number
  readonly bytesRead: () => number
  readonly rows: AsyncIterable<CsvRow>
}

/** A file that cannot be imported, or not to its end: what is wrong with it, and what was expected. */
export class FileUnfit extends Error {
  override readonly name = "FileUnfit"
}

/** What the columns of a file are called, where they are not called as expected: expected name → name in the file, or "" for none. */
export type ColumnNames = Readonly<Record<string, string>>

/** A quote that is never closed would make one record of the rest of the file. */
const recordBytesMax = 1_048_576

/**
 * The rows of a CSV file with a header; a byte order mark and gzip are seen by themselves. Throws `FileUnfit` before the
 * first row when there is no header, when a required column is missing or one is there twice, naming all that are and all
 * that there are; and in the midst of the rows when the file cannot be read further.
 */
export const csvRows = async (
  file: string,
  required: ReadonlyArray<string>,
  names: ColumnNames = {}
): Promise<CsvFile> => {
  const { size } = await stat(file)
  const start = await firstBytes(file)
  if (start === "fffe" || start === "feff") throw new FileUnfit(`${file}: expected text in UTF-8, not UTF-16`)
  const source = createReadStream(file)
  const read = start === "1f8b" ? source.pipe(createGunzip()) : source
  const parser = read.pipe(
    parse({
      bom: true,
      info: true,
      max_record_size: recordBytesMax,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true
    })
  )
  read.on("error", (error: Error) => parser.destroy(error))
  source.on("error", (error: Error) => parser.destroy(error))
  return { size, bytesRead: () => source.bytesRead, rows: rowsOf(parser, file, required, names) }
}

const firstBytes = async (file: string): Promise<string> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2)
    return buffer.subarray(0, bytesRead).toString("hex")
  } finally {
    await handle.close()
  }
}

interface Parsed {
  readonly record: ReadonlyArray<string>
  readonly info: { readonly lines: number; readonly records: number }
}

async function* rowsOf(
  parser: AsyncIterable<Parsed>,
  file: string,
  required: ReadonlyArray<string>,
  names: ColumnNames
): AsyncGenerator<CsvRow> {
  let columns: ReadonlyArray<string> | null = null
  try {
    for await (const { record: fields, info } of parser) {
      if (columns === null) {
        checkColumns(file, fields, required, names)
        columns = fields
      } else yield rowOf(columns, fields, info, names)
    }
  } catch (error) {
    // What goes wrong with the row that was handed out is thrown there, and does not come by here.
    if (error instanceof FileUnfit || !(error instanceof Error)) throw error
    throw new FileUnfit(`${file}: cannot be read further: ${error.message}`)
  }
  if (columns === null) throw new FileUnfit(`${file}: expected a line with the names of the columns, but it is empty`)
}

const rowOf = (
  columns: ReadonlyArray<string>,
  fields: ReadonlyArray<string>,
  { lines, records }: Parsed["info"],
  names: ColumnNames
): CsvRow => {
  const record = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""]))
  return { values: renamed(record, names), record: records - 1, line: lines, unfit: unfitness(columns, fields), fields }
}

const unfitness = (columns: ReadonlyArray<string>, fields: ReadonlyArray<string>): string | null => {
  if (fields.length !== columns.length) return `expected ${columns.length} fields, not ${fields.length}`
  // What bytes become that are no UTF-8.
  const broken = fields.findIndex((field) => field.includes("\ufffd"))
  return broken < 0 ? null : `${columns[broken]}: expected text in UTF-8`
}

const checkColumns = (
  file: string,
  there: ReadonlyArray<string>,
  required: ReadonlyArray<string>,
  names: ColumnNames
): void => {
  const missing = required.map((column) => names[column] ?? column).filter((column) => !there.includes(column))
  if (missing.length > 0)
    throw new FileUnfit(`${file}: columns missing: ${missing.join(", ")}; the file has: ${there.join(", ")}`)
  const twice = there.filter((column, at) => column !== "" && there.indexOf(column) < at)
  if (twice.length > 0) throw new FileUnfit(`${file}: columns there twice: ${[...new Set(twice)].join(", ")}`)
}

const renamed = (record: Readonly<Record<string, string>>, names: ColumnNames): Readonly<Record<string, string>> => {
  const values: Record<string, string> = { ...record }
  for (const [expected, given] of Object.entries(names)) values[expected] = record[given] ?? ""
  return values
}
