import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"

export interface DemoTitle {
  readonly id: string
  readonly title: string
  readonly titleAlt: string
  readonly responsibility: string
  readonly publisher: string
  readonly year: string
  readonly language: string
  readonly isbn: string
  readonly classificationScheme: string
  readonly classification: string
  readonly format: string
  readonly subjects: ReadonlyArray<string>
  /** Where the facts of this row are from. */
  readonly source: string
}

export interface DemoItem {
  readonly barcode: string
  readonly titleId: string
  readonly branch: string
  readonly itemType: string
  readonly collection: string
  readonly location: string
  readonly callNumber: string
  /** A decimal string in the policy's currency. */
  readonly price: string
}

export interface DemoReader {
  readonly card: string
  readonly name: string
  readonly category: string
  readonly homeBranch: string
  readonly bornOn: string
  readonly language: string
  /** First local day on which the membership no longer holds. */
  readonly expiresOn: string
}

export interface DemoData {
  readonly titles: ReadonlyArray<DemoTitle>
  readonly items: ReadonlyArray<DemoItem>
  readonly readers: ReadonlyArray<DemoReader>
  /** The calendar and the policy as written, for `openLibrary` to read and check. */
  readonly calendar: string
  readonly policy: string
}

type Row = Readonly<Record<string, string>>

/** The demo library as committed in the folder `demo`. Throws when a file is missing or a row has the wrong columns. */
export const readDemoData = (): DemoData => ({
  titles: rows("titles.csv").map(title),
  items: rows("items.csv").map(item),
  readers: rows("readers.csv").map(reader),
  calendar: text("calendar.json"),
  policy: text("policy.jsonc")
})

const text = (name: string): string => readFileSync(new URL(`../../demo/${name}`, import.meta.url), "utf8")

const rows = (name: string): ReadonlyArray<Row> => parse(text(name), { columns: true }) as ReadonlyArray<Row>

const cell = (row: Row, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`demo data: no column ${column}`)
  return value
}

const title = (row: Row): DemoTitle => ({
  id: cell(row, "id"),
  title: cell(row, "title"),
  titleAlt: cell(row, "title_alt"),
  responsibility: cell(row, "responsibility"),
  publisher: cell(row, "publisher"),
  year: cell(row, "year"),
  language: cell(row, "language"),
  isbn: cell(row, "isbn"),
  classificationScheme: cell(row, "classification_scheme"),
  classification: cell(row, "classification"),
  format: cell(row, "format"),
  subjects: cell(row, "subjects").split(";"),
  source: cell(row, "source")
})

const item = (row: Row): DemoItem => ({
  barcode: cell(row, "barcode"),
  titleId: cell(row, "title_id"),
  branch: cell(row, "branch"),
  itemType: cell(row, "item_type"),
  collection: cell(row, "collection"),
  location: cell(row, "location"),
  callNumber: cell(row, "call_number"),
  price: cell(row, "price")
})

const reader = (row: Row): DemoReader => ({
  card: cell(row, "card"),
  name: cell(row, "name"),
  category: cell(row, "category"),
  homeBranch: cell(row, "home_branch"),
  bornOn: cell(row, "birth_date"),
  language: cell(row, "language"),
  expiresOn: cell(row, "expires_on")
})
