import { readFile } from "node:fs/promises"
import {
  type ImportedPolicy,
  type ImportProblem,
  importFolio,
  importKoha,
  type KohaRule
} from "@openshelf/policy-presets"
import { parse } from "csv-parse/sync"
import { Result } from "effect"
import { Failed } from "../commands/failed.ts"

const kohaColumns = ["branchcode", "categorycode", "itemtype", "rule_name", "rule_value"] as const

/** Koha's rule matrix from a file of CSV; `*`, `NULL`, `\N` or nothing in a column of the scope means all. */
export const importKohaFile = async (file: string, currency: string): Promise<ImportedPolicy> => {
  const rows = readCsv(file, await readFile(file, "utf8"))
  const missing = kohaColumns.filter((column) => !Object.hasOwn(rows[0] ?? {}, column))
  if (missing.length > 0) throw new Failed(`${file}: columns missing: ${missing.join(", ")}`)
  const rules = rows.map(
    (row): KohaRule => ({
      branchcode: scopeCode(row.branchcode),
      categorycode: scopeCode(row.categorycode),
      itemtype: scopeCode(row.itemtype),
      rule_name: row.rule_name ?? "",
      rule_value: nothing.has(row.rule_value ?? "") ? null : (row.rule_value ?? null)
    })
  )
  return sound(file, importKoha({ rules, currency }))
}

/** FOLIO's rules and policies from their files. */
export const importFolioFiles = async (
  files: { readonly rules: string; readonly loanPolicies: string; readonly requestPolicies: string },
  currency: string
): Promise<ImportedPolicy> => {
  const [loanPolicies, requestPolicies] = await Promise.all([
    readList(files.loanPolicies),
    readList(files.requestPolicies)
  ])
  const rules = await readFile(files.rules, "utf8")
  return sound(files.rules, importFolio({ rules, loanPolicies, requestPolicies, currency } as never))
}

const nothing = new Set(["NULL", "\\N"])

const scopeCode = (text: string | undefined): string | null =>
  text === undefined || text === "" || text === "*" || nothing.has(text) ? null : text

const readCsv = (file: string, text: string): ReadonlyArray<Record<string, string | undefined>> => {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  } catch (failure) {
    throw new Failed(`${file}: cannot be read as CSV: ${failure instanceof Error ? failure.message : failure}`)
  }
}

/** Objects with an id and a name: a list of them, or FOLIO's answer with such a list in it. */
const readList = async (file: string): Promise<ReadonlyArray<object>> => {
  const text = await readFile(file, "utf8")
  const value = parsed(file, text)
  const list = Array.isArray(value) ? value : Object.values(value as object).find(Array.isArray)
  const isPolicy = (one: unknown): boolean =>
    typeof one === "object" && one !== null && typeof (one as { id?: unknown }).id === "string"
  if (!Array.isArray(list) || !list.every(isPolicy))
    throw new Failed(`${file}: expected a list of policies, each with its id`)
  return list
}

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text) ?? {}
  } catch (failure) {
    throw new Failed(`${file}: cannot be read as JSON: ${failure instanceof Error ? failure.message : failure}`)
  }
}

const sound = (file: string, imported: Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>>): ImportedPolicy => {
  if (Result.isSuccess(imported)) return imported.success
  const lines = imported.failure.map(
    ({ where, expected, found }) => `${file}: ${where}: expected ${expected}, found ${found}`
  )
  throw new Failed(lines.join("\n"))
}
