import { currencyDigits, type TitleId } from "@openshelf/core"
import { importRows, type RowImport, type RowOutcome } from "./importRows.ts"
import type { ImportReport } from "./report.ts"

export interface ItemImport extends RowImport {
  /** Whose control numbers the column `control_number` has. */
  readonly source: string
  /** ISO 4217; empty where it is not known, and then prices are whole. */
  readonly currency: string
  /** The title that a source's control number names; `null`: none. */
  readonly titleOf: (source: string, controlNumber: string) => Promise<string | null>
}

/**
 * Adds the items of a CSV file. Columns: `barcode`, `control_number` (or `title_id`, the library's own), `item_type`,
 * `branch`; and if there are any `collection`, `location`, `volume_set`, `call_number`, `price` (major units of `price_currency`, of the
 * library's currency without it).
 * A barcode that is taken, and a title that is not there, are rejected.
 */
export const importItems = async (given: ItemImport): Promise<ImportReport> => {
  return importRows(given, "addItem", ["barcode", "item_type", "branch"], async (row) => {
    const title = await titleNamed(row, given)
    return title === null
      ? { ok: false, reason: `TitleUnknown ${row.title_id || `${given.source} ${row.control_number ?? ""}`}` }
      : itemOf(row, title, given)
  })
}

const itemOf = (
  row: Readonly<Record<string, string>>,
  title: string,
  { currency, at }: Pick<ItemImport, "currency" | "at">
): RowOutcome<"addItem"> => {
  const {
    barcode = "",
    item_type = "",
    branch = "",
    collection = "",
    location = "",
    volume_set = "",
    call_number = "",
    price = "",
    price_currency = ""
  } = row
  const digits = currencyDigits(price_currency || currency)
  const minor = price === "" ? null : minorOf(price, digits)
  if (Number.isNaN(minor))
    return {
      ok: false,
      reason: `price: expected an amount with at most ${digits} decimal places, as 12${digits === 0 ? "" : `.${"0".repeat(digits)}`}`
    }
  return {
    ok: true,
    unlike: barcode,
    input: {
      title: title as TitleId,
      barcode,
      type: item_type,
      homeBranch: branch,
      collection,
      location,
      volumeSet: volume_set,
      callNumber: call_number,
      at,
      ...(minor === null ? {} : { price: minor, priceCurrency: price_currency })
    }
  }
}

const minorOf = (amount: string, digits: number): number => {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount)
  const fraction = match?.[2] ?? ""
  return match === null || fraction.length > digits ? Number.NaN : Number(match[1] + fraction.padEnd(digits, "0"))
}

const titleNamed = async (
  { title_id = "", control_number = "" }: Readonly<Record<string, string>>,
  { source, titleOf }: Pick<ItemImport, "source" | "titleOf">
): Promise<string | null> => {
  if (title_id !== "") return title_id
  return control_number === "" ? null : titleOf(source, control_number)
}
