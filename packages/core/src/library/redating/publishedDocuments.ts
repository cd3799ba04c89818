import { Result } from "effect"
import { type Calendar, compileCalendar } from "../../calendar/calendar.ts"
import type { CalendarDocument } from "../../calendar/document.ts"
import { type Dated, type DocumentHistory, latestFirst } from "../../decision/documentHistory.ts"
import { controlOf } from "../../decision/ruleBranch.ts"
import type { DocumentRow } from "../../decision/tables.ts"
import { type CompiledPolicy, compilePolicy, type PolicyDocument } from "../../policy/index.ts"
import { decodePolicy } from "../../policy/reading/decodePolicy.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"

/** Every policy and calendar of a tenant, read and made ready when it is first asked for. */
export interface PublishedDocuments extends DocumentHistory {
  readonly calendars: ReadonlyArray<Dated<Calendar> & { readonly document: CalendarDocument }>
  /** What policies set of a setting, in any version and row. */
  readonly everSet: (setting: string) => ReadonlySet<unknown>
  /** Whether every policy's loans go by the branch of the desk. */
  readonly byDesk: boolean
}

/** `draft`: a calendar that counts as published to hold from `at` on. */
export const publishedDocuments = async (
  library: Library,
  tenant: string,
  { at, draft }: { readonly at: number; readonly draft: CalendarDocument | null }
): Promise<PublishedDocuments> => {
  const rows = await documentRows(library, tenant)
  const policies = rows.filter(({ kind }) => kind === "policy").map(policyOf)
  const calendars = rows.filter(({ kind }) => kind === "calendar").map(calendarOf)
  const documents = once(() => policies.map(({ document }) => document))
  return {
    policies: policies.sort(latestFirst),
    calendars: [...(draft === null ? [] : [draftOf(draft, at)]), ...calendars.sort(latestFirst)],
    everSet: (setting) =>
      new Set(documents().flatMap(({ rows }) => rows.map(({ set }) => (set as Record<string, unknown>)[setting]))),
    get byDesk() {
      return documents().every(({ ruleBranch }) => (controlOf(ruleBranch, "loans") ?? "desk") === "desk")
    }
  }
}

const documentRows = async (library: Library, tenant: string): Promise<ReadonlyArray<DocumentRow>> => {
  const rows: Array<DocumentRow> = []
  for await (const page of tablePages(library, tenant, "document", 20)) rows.push(...page)
  return rows
}

const policyOf = (row: DocumentRow): Dated<CompiledPolicy> & { readonly document: PolicyDocument } => {
  const { version, validFrom, publishedAt } = row
  const document = once(() => Result.getOrThrow(decodePolicy(JSON.parse(row.content))))
  const rules = once(() => compilePolicy(document(), { version }))
  return {
    version,
    validFrom,
    publishedAt,
    get document() {
      return document()
    },
    get rules() {
      return rules()
    }
  }
}

const calendarOf = (row: DocumentRow): PublishedDocuments["calendars"][number] => {
  const { version, validFrom, publishedAt } = row
  const document = JSON.parse(row.content) as CalendarDocument
  const rules = once(() => compileCalendar(document))
  return {
    version,
    validFrom,
    publishedAt,
    document,
    get rules() {
      return rules()
    }
  }
}

/** Nothing was ever decided by a draft: it counts as published later than everything. */
const draftOf = (document: CalendarDocument, at: number): PublishedDocuments["calendars"][number] => ({
  version: Number.MAX_SAFE_INTEGER,
  validFrom: at,
  publishedAt: Number.POSITIVE_INFINITY,
  document,
  rules: compileCalendar(document)
})

const once = <A>(make: () => A): (() => A) => {
  let made: A | undefined
  return () => {
    made ??= make()
    return made
  }
}
