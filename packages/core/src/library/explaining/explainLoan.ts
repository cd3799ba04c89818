import type { Instant } from "../../calendar/instant.ts"
import type { Barcode } from "../../catalogue/model.ts"
import type { Asked } from "../../decision/consult.ts"
import { knownAt } from "../../decision/documentHistory.ts"
import type { EventRow } from "../../decision/event.ts"
import { recordedSettings } from "../../decision/recordedSettings.ts"
import { type DecidedDue, decidedDue } from "../../loans/decidedDue.ts"
import { type WayByRule, waysByRule } from "../../loans/redatedDue.ts"
import type { RenewalStep } from "../../loans/renewalDue.ts"
import type { PolicyDocument } from "../../policy/index.ts"
import type { Library } from "../openLibrary.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"

/** One change of the due instant in the life of a loan. */
export interface DueChange {
  readonly what: "lent" | "renewed" | "byHand" | "calendarChanged"
  readonly at: number
  readonly dueAt: number
  /** Why, where somebody gave a reason. */
  readonly reason: string | null
}

/** Why an open loan is due when it is. */
export interface LoanExplanation {
  readonly loanId: string
  readonly lentAt: number
  readonly dueAt: number
  readonly changes: ReadonlyArray<DueChange>
  /** The version of the policy that gave it; `null`: that is not kept. */
  readonly policyVersion: number | null
  /** The rows that gave each setting of the decision, as that version has them. */
  readonly rows: ReadonlyArray<{
    readonly setting: string
    readonly row: string
    readonly note: string | null
    readonly value: unknown
  }>
  /**
   * The way to the due instant: by the rules and the days of then, and last by whatever moved it since. The last step stands
   * at the due instant.
   */
  readonly steps: ReadonlyArray<RenewalStep | { readonly step: "byHand" | "calendarChanged"; readonly at: number }>
}

/** Explains the due instant of the loan of an item; `null`: nobody has the item, or there is none. */
export const explainLoan = async (
  library: Library,
  { tenant, item }: { readonly tenant: string; readonly item: string }
): Promise<LoanExplanation | null> => {
  const barcode = item.trim() as Barcode
  const {
    item: found,
    loanOfItem,
    historyOfLoan
  } = await library.read(tenant, {
    item: { barcode },
    loanOfItem: { barcode },
    historyOfLoan: { barcode }
  })
  if (loanOfItem === null) return null
  const { loan, reader } = loanOfItem
  const documents = await publishedDocuments(library, tenant, { at: loan.lentAt, draft: null })
  const decided = decidedDue(historyOfLoan)
  const policy = documents.policies.find(({ version }) => version === decided?.policyVersion)
  const changes = historyOfLoan.flatMap(changeOf)
  const told = { loanId: loan.loanId, lentAt: loan.lentAt, dueAt: loan.dueAt, changes }
  if (decided === null || policy === undefined)
    return { ...told, policyVersion: null, rows: [], steps: endOf(told, []) }
  const calendar = knownAt(documents.calendars, decided.at)?.rules.branch(decided.calendarBranch ?? loan.branch)
  const asked = recordedSettings(policy.rules, decided.policyRows)
  const ends = expiriesOf(reader.expiresAt, decided, asked, historyOfLoan)
  const ways =
    calendar === undefined ? [] : ends.flatMap((expiresAt) => waysByRule({ decided, loan, expiresAt, asked }, calendar))
  const way = ways.find(({ at }) => at === decided.dueAt) ?? cutByLender(ways, decided, found?.item.lenderDueAt ?? null)
  return {
    ...told,
    policyVersion: policy.version,
    rows: Object.entries(decided.policyRows).map(([setting, row]) => rowOf(policy.rules.document, setting, row)),
    steps: endOf(told, way?.steps ?? [])
  }
}

/**
 * Where the membership may have ended when it was decided. One that was renewed since no longer says where it cut the loan;
 * the loan itself does, unless staff may have given its date.
 */
const expiriesOf = (
  now: Instant | null,
  { tag, at, dueAt }: DecidedDue,
  asked: Asked,
  history: ReadonlyArray<EventRow>
): ReadonlyArray<Instant | null> => {
  const event = history.findLast((one) => one.tag === tag && one.at === at)
  const byStaff = tag === "LoanRenewed" && Object.hasOwn(JSON.parse(event?.body ?? "{}"), "overrides")
  return byStaff || asked.optional("dueCutAtExpiry", false) === false ? [now] : [now, dueAt]
}

/** The rules lead past the day by which the system that the copy belongs to wants it back. */
const cutByLender = (
  ways: ReadonlyArray<WayByRule>,
  { tag, dueAt }: DecidedDue,
  lenderDueAt: Instant | null
): WayByRule | undefined => {
  if (dueAt !== lenderDueAt || tag === "DueDateChanged") return undefined
  const past = ways.find(({ at }) => at !== null && at > dueAt)
  return past && { at: dueAt, steps: [...past.steps, { step: "lenderDueDate", at: dueAt }] }
}

const changed: Partial<Readonly<Record<EventRow["tag"], DueChange["what"]>>> = {
  ItemCheckedOut: "lent",
  LoanRenewed: "renewed",
  DueDateChanged: "byHand",
  LoanRedated: "calendarChanged"
}

const changeOf = ({ tag, at, body }: EventRow): ReadonlyArray<DueChange> => {
  const what = changed[tag]
  const { dueAt, reason = null } = JSON.parse(body) as { readonly dueAt?: number; readonly reason?: string }
  return what === undefined || dueAt === undefined ? [] : [{ what, at, dueAt, reason }]
}

const rowOf = ({ rows }: PolicyDocument, setting: string, id: string): LoanExplanation["rows"][number] => {
  const row = rows.find((one) => one.id === id)
  const value = (row?.set as Readonly<Record<string, unknown>> | undefined)?.[setting] ?? null
  return { setting, row: id, note: row?.note ?? null, value }
}

/** Where the rules of then do not lead to the due instant of now, what moved it stands last. */
const endOf = (
  { dueAt, changes }: Pick<LoanExplanation, "dueAt" | "changes">,
  steps: ReadonlyArray<RenewalStep>
): LoanExplanation["steps"] => {
  if (steps.at(-1)?.at === dueAt) return steps
  const step = changes.at(-1)?.what === "calendarChanged" ? "calendarChanged" : "byHand"
  return [...steps, { step, at: dueAt }]
}
