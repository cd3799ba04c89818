import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createGunzip } from "node:zlib"
import { parse } from "csv-parse"

/** One line of a CSV file, by column. */
export interface CsvRow {
  readonly values: Readonly<Record<string, string>>
  /** Counts from 1, the header not counted. */
  readonly record: number
  readonly line: number
}

export interface CsvFile {
  readonly size: number
  readonly bytesRead: () => number
  readonly rows: AsyncIterable<CsvRow>
}

/** A file that cannot be imported at all: what is wrong with it, and what was expected. */
class FileUnfit extends Error {
  override readonly name = "FileUnfit"
}

/** What the columns of a file are called, where they are not called as expected: expected name → name in the file, or "" for none. */
export type ColumnNames = Readonly<Record<string, string>>

/**
 * The rows of a CSV file with a header; a byte order mark and gzip are seen by themselves. Throws `FileUnfit` before the
 * first row when a required column is missing, naming all that are and all that there are.
 */
export const csvRows = async (
  file: string,
  required: ReadonlyArray<string>,
  names: ColumnNames = {}
): Promise<CsvFile> => {
  const { size } = await stat(file)
  const source = createReadStream(file)
  const read = file.endsWith(".gz") ? source.pipe(createGunzip()) : source
  const parser = read.pipe(parse({ bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }))
  read.on("error", (error: Error) => parser.destroy(error))
  source.on("error", (error: Error) => parser.destroy(error))
  return { size, bytesRead: () => source.bytesRead, rows: rowsOf(parser, file, required, names) }
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number; readonly records: number }
}

async function* rowsOf(
  parser: AsyncIterable<Parsed>,
  file: string,
  required: ReadonlyArray<string>,
  names: ColumnNames
): AsyncGenerator<CsvRow> {
  let checked = false
  try {
    for await (const { record, info } of parser) {
      if (!checked) checkColumns(file, Object.keys(record), required, names)
      checked = true
      yield { values: renamed(record, names), record: info.records, line: info.lines }
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))
      throw new FileUnfit(`${file}: ${error.message}`)
    throw error
  }
}

const checkColumns = (
  file: string,
  there: ReadonlyArray<string>,
  required: ReadonlyArray<string>,
  names: ColumnNames
): void => {
  const missing = required.map((column) => names[column] ?? column).filter((column) => !there.includes(column))
  if (missing.length === 0) return
  throw new FileUnfit(`${file}: columns missing: ${missing.join(", ")}; the file has: ${there.join(", ")}`)
}

const renamed = (record: Readonly<Record<string, string>>, names: ColumnNames): Readonly<Record<string, string>> => {
  const values: Record<string, string> = { ...record }
  for (const [expected, given] of Object.entries(names)) values[expected] = record[given] ?? ""
  return values
}
