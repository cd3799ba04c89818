import { parseInstant } from "@openshelf/core"
import { Result } from "effect"
import { importRows, type RowImport, type RowOutcome } from "./importRows.ts"
import type { ImportReport } from "./report.ts"

const dayForm = /^\d{4}-\d{2}-\d{2}$/

/**
 * Registers the readers of a CSV file. Columns: `card`, `name`, `category`, `home_branch`; and if there are any
 * `birth_date` (YYYY-MM-DD), `language` (BCP 47), `expires_on` (YYYY-MM-DD: the first day without membership, from
 * midnight UTC, or an instant with its zone). A card that is taken is rejected.
 */
export const importReaders = (given: RowImport): Promise<ImportReport> =>
  importRows(given, "registerReader", ["card", "name", "category", "home_branch"], (row) => readerOf(row, given.at))

const readerOf = (row: Readonly<Record<string, string>>, at: number): RowOutcome<"registerReader"> => {
  const { card = "", name = "", category = "", home_branch = "", birth_date = "", language = "", expires_on = "" } = row
  const expires =
    expires_on === "" ? null : parseInstant(dayForm.test(expires_on) ? `${expires_on}T00:00Z` : expires_on)
  if (expires !== null && Result.isFailure(expires))
    return { ok: false, reason: `expires_on: expected ${expires.failure}` }
  return {
    ok: true,
    unlike: card,
    input: {
      card,
      name,
      category,
      homeBranch: home_branch,
      at,
      ...(birth_date === "" ? {} : { bornOn: birth_date }),
      ...(language === "" ? {} : { language }),
      ...(expires === null ? {} : { expiresAt: expires.success })
    }
  }
}
