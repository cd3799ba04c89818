import { dayText } from "../../calendar/civilDay.ts"
import type { CalendarDocument } from "../../calendar/document.ts"
import type { Instant } from "../../calendar/instant.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { Page } from "../../decision/facts.ts"
import type { Library } from "../openLibrary.ts"
import { othersFirst } from "../othersFirst.ts"
import { carryOut } from "./carryOut.ts"
import { foresee } from "./foresee.ts"
import { type PublishedDocuments, publishedDocuments } from "./publishedDocuments.ts"
import { listedMax, type Outcome, type RedateReport, type Tally, tally } from "./report.ts"
import { ofCharge, ofLoan, ofReservation, type Subject } from "./subject.ts"
import { merged, type Touched, touchedBranches, type Window } from "./touched.ts"

export interface RedateRun {
  readonly tenant: string
  readonly at: Instant | number
  /** Only what was lent, waits or was charged at this branch. */
  readonly branch?: string
  /** Tell what would be moved, and write nothing. */
  readonly dryRun?: boolean
  /** In a preview: a calendar that is not published yet, as if it held from `at` on. */
  readonly draft?: CalendarDocument
  readonly onProgress?: (done: { readonly looked: number; readonly moved: number }) => void
}

/** Few enough that a desk waits some milliseconds for a slice, not for the whole. */
const sliceSize = 25
const dayMs = 86_400_000
/** Days on which nothing is due cost a look each: a desk waits for no more of them than this. */
const emptyPagesMax = 50
/** Of a window without end the days that count; behind them it is one. */
const daysAtMost = 2_000

/**
 * Brings open loans, copies on pickup shelves and overdue charges in line with the days and hours that hold at `at`: those
 * that lie near a day on which they differ from an earlier calendar's. It goes slice by slice, holds one slice in memory,
 * may stop anywhere and be run again, twice at once too: each is moved once, and a second run finds nothing to move. One
 * that fails is reported and holds up no other.
 */
export const redate = async (library: Library, run: RedateRun): Promise<RedateReport> => {
  const { tenant, at, branch, dryRun = false, draft = null } = run
  if (draft !== null && !dryRun) throw new Error("a calendar that is not published moves nothing: preview it")
  const documents = await publishedDocuments(library, tenant, { at, draft })
  const present = inForceAt(documents.calendars, at) as PublishedDocuments["calendars"][number] | undefined
  const counts = tally()
  const touched = present === undefined ? [] : touchedOf(documents, present, run)
  if (present !== undefined && touched.length > 0) {
    const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "redate" }, channel: "job" })
    const work = (slice: ReadonlyArray<Subject>): Promise<ReadonlyArray<Outcome>> =>
      dryRun
        ? Promise.all(slice.map((subject) => foresee(library, tenant, subject, at, documents)))
        : carryOut(desk, slice, { at, calendarVersion: present.version })
    let empty = 0
    for await (const page of pagesOf(library, tenant, touched)) {
      if (page.length === 0 && ++empty % emptyPagesMax !== 0) continue
      const slice = page.filter((subject) => concerns(subject, touched, documents.byDesk, branch))
      for (const [place, outcome] of (await work(slice)).entries()) {
        const { kind, id } = slice[place] as Subject
        counts.note(kind, id, outcome)
      }
      run.onProgress?.(counts.progress())
      await othersFirst()
    }
  }
  return reportOf(counts, touched, dryRun, present?.document === draft ? null : (present?.version ?? null))
}

const touchedOf = (
  documents: PublishedDocuments,
  present: PublishedDocuments["calendars"][number],
  { at, branch }: RedateRun
): ReadonlyArray<Touched> => {
  const closedDays = documents.everSet("closedDays")
  const reach = { at, counted: closedDays.has("skipClosed"), byWeeks: closedDays.has("sameWeekday") }
  const earlier = documents.calendars.filter((one) => one !== present && one.validFrom <= at)
  const touched = touchedBranches(present, earlier, reach)
  return branch === undefined || !documents.byDesk ? touched : touched.filter((one) => one.branch === branch)
}

/** Loans by windows of due instants, then what stands on pickup shelves, then charges. */
async function* pagesOf(
  library: Library,
  tenant: string,
  touched: ReadonlyArray<Touched>
): AsyncGenerator<ReadonlyArray<Subject>> {
  const windows = merged(touched.flatMap((one) => one.windows))
  const from = windows[0]?.from ?? 0
  const limit = sliceSize
  for (const window of windows.flatMap(dayByDay).toReversed())
    yield* slices(
      async (after) => (await library.read(tenant, { loansDue: { ...window, after, limit } })).loansDue,
      ofLoan
    )
  const before = Number.MAX_SAFE_INTEGER
  yield* slices(
    async (after) => (await library.read(tenant, { shelfExpired: { before, after, limit } })).shelfExpired,
    ofReservation
  )
  yield* slices(
    async (after) => (await library.read(tenant, { chargesOfLoans: { from, after, limit } })).chargesOfLoans,
    ofCharge
  )
}

/** The days of a window. They are gone through backwards: what moves on to a later day is not met again. */
const dayByDay = ({ from, before }: Window): ReadonlyArray<Window> => {
  const days: Array<Window> = []
  let start = from
  for (; start + dayMs < before && days.length < daysAtMost; start += dayMs)
    days.push({ from: start, before: start + dayMs })
  return [...days, { from: start, before }]
}

async function* slices<Row>(
  read: (after: string | null) => Promise<Page<Row>>,
  subject: (row: Row) => Subject
): AsyncGenerator<ReadonlyArray<Subject>> {
  let after: string | null = null
  do {
    const page: Page<Row> = await read(after)
    yield page.rows.map(subject)
    after = page.next
  } while (after !== null)
}

/** Whether a changed day may have to do with it. A shelf's days are counted, a charge has a stretch of days. */
const concerns = (
  { kind, branch, of }: Subject,
  touched: ReadonlyArray<Touched>,
  byDesk: boolean,
  only: string | undefined
): boolean => {
  if (only !== undefined && branch !== only) return false
  // Where other branches' hours may hold, only the loan's history says whose.
  if (kind === "loan" && !byDesk) return true
  const windows = touched.find((one) => one.branch === branch)?.windows ?? []
  const [from, before] = [windows[0]?.from ?? Number.POSITIVE_INFINITY, windows.at(-1)?.before ?? 0]
  if (kind === "loan") return windows.some((window) => window.from <= of.loan.dueAt && of.loan.dueAt < window.before)
  if (kind === "reservation") return (of.shelfUntil ?? 0) >= from
  return of.charge.kind === "overdue" && of.charge.raisedAt >= from && of.loan.dueAt < before
}

const reportOf = (
  counts: Tally,
  touched: ReadonlyArray<Touched>,
  preview: boolean,
  calendarVersion: number | null
): RedateReport => {
  const changedDays = touched.flatMap(({ branch, days }) =>
    days.map(({ from, to }) => ({ branch, from: dayText(from), to: dayText(to) }))
  )
  return counts.report({ preview, calendarVersion, changedDays: changedDays.slice(0, listedMax) })
}
