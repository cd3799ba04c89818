import { Instant } from "../../calendar/instant.ts"
import { TitleId } from "../../catalogue/model.ts"
import type { LoanSpan, RatesFor, ReservationSpan, WaitQuestion } from "../../reservations/waiting/index.ts"
import { learnRates, ratesFor } from "../../reservations/waiting/index.ts"
import type { HeldBack } from "./score.ts"

/** A loan as somebody wrote it into a ledger. */
export interface LedgerLoan {
  readonly title: string
  /** Whoever it was, by a code. */
  readonly reader: string
  readonly lentAt: number
  readonly returnedAt: number
  /** When it was to be back; the ledger may not say. */
  readonly dueAt: number | null
}

const day = 86_400_000
const kind = { itemType: "book", collection: "" }

/** Of a ledger that knows days alone: lent in the morning, back in the evening. What has no date of return is left out. */
export const loansOfDays = (csv: string): ReadonlyArray<LedgerLoan> =>
  rowsOf(csv).flatMap((row) => {
    const [lentOn, returnedOn] = [dayOf(row.date), dayOf(row["return date"] ?? row["return  date"])]
    if (lentOn === null || returnedOn === null || returnedOn < lentOn) return []
    const title = row.id ?? ""
    return [
      {
        title,
        reader: row.name_index ?? "",
        lentAt: lentOn + day * 0.375,
        returnedAt: returnedOn + day * 0.75,
        dueAt: null
      }
    ]
  })

/** Of a ledger that knows the minute ("2021-08-31 10:37:00"), by the names of its columns. */
export const loansOfMinutes = (
  csv: string,
  columns: Readonly<Record<"title" | "reader" | "lentAt" | "dueAt" | "returnedAt", string>>
): ReadonlyArray<LedgerLoan> =>
  rowsOf(csv).flatMap((row) => {
    const at = (name: keyof typeof columns) => Date.parse(`${row[columns[name]]?.replace(" ", "T")}Z`)
    const [lentAt, dueAt, returnedAt] = [at("lentAt"), at("dueAt"), at("returnedAt")]
    return returnedAt >= lentAt
      ? [{ title: row[columns.title] ?? "", reader: row[columns.reader] ?? "", lentAt, dueAt, returnedAt }]
      : []
  })

/** Rows of a CSV file by the names in its first line; a cell may stand in quotes, and hold quotes twice. */
const rowsOf = (csv: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [head = [], ...lines] = csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(cellsOf)
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name.trim(), cells[at] ?? ""])))
}

const cellsOf = (line: string): ReadonlyArray<string> =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain
  )

const dayOf = (text = ""): number | null => {
  const [, dayOfMonth, month, year] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text.trim()) ?? []
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth))
}

/** Days from one reader's return until the next has it: no ledger says, so it is the same for both sides. */
const handingDays = 0.5

/** The rates of the loans that a library knew of at the end of the earlier part. */
export const ratesOfLedger = (earlier: ReadonlyArray<LedgerLoan>, at: number, termDays: number): RatesFor => {
  const loans = earlier.map((loan) => ({
    ...kind,
    titleId: TitleId.make(loan.title || "?"),
    ...spanOf(loan, termDays)
  }))
  const pickedUp: ReservationSpan = {
    titleId: TitleId.make("?"),
    placedAt: Instant.make(at - day),
    setAsideAt: Instant.make(at - day),
    setAsideItemId: null,
    endedAt: Instant.make(at - day + handingDays * day),
    state: "filled"
  }
  const reservations = Array.from({ length: 1_000 }, () => ({ ...kind, ...pickedUp }))
  const { rates, basis } = ratesFor(learnRates({ loans, reservations, at: Instant.make(at) }), kind)
  // Nobody gives up in a queue that never was.
  return { rates: { ...rates, cancelled: 0, waitedDays: 1e9 }, basis }
}

const spanOf = ({ lentAt, returnedAt, dueAt }: LedgerLoan, termDays: number): LoanSpan => ({
  lentAt: Instant.make(lentAt),
  dueAt: Instant.make(dueAt ?? lentAt + termDays * day),
  closedAt: Instant.make(returnedAt),
  lateUntil: null,
  renewalCount: 0,
  recalledAt: null,
  dueBeforeRecall: null,
  onSite: 0
})

/**
 * What queues there might have been behind the later loans: so many copies lent just then, so many readers ahead, each
 * keeping a copy as long as the next loan in the ledger by somebody who is not in the queue yet. The queue is made up, the
 * lengths and their order are real. In whole days, begun ones too: a ledger
 * knows no more.
 */
export const queuesBehind = (
  later: ReadonlyArray<LedgerLoan>,
  termDays: number,
  every: number
): ReadonlyArray<HeldBack> =>
  [0, 1, 2, 4, 8, 16].flatMap((waiting) =>
    [1, 2, 4].flatMap((copyCount) =>
      later.flatMap((first, nth) => {
        const turns = nth % every === 0 ? nextOfOthers(later, nth, waiting + copyCount) : []
        if (turns.length < waiting + copyCount) return []
        const at = Instant.make(first.lentAt)
        const lengths = turns.map(({ lentAt, returnedAt }) => (returnedAt - lentAt) / day)
        const dueAt = Instant.make(first.lentAt + termDays * day)
        const question: WaitQuestion = {
          at,
          ahead: { waiting, suspendedUntil: [] },
          copies: Array.from({ length: copyCount }, () => ({ is: "onLoan", dueAt, lentAt: at })),
          loanDays: termDays,
          seed: nth
        }
        return [{ question, waited: Math.ceil(waitedBehind(lengths, copyCount)) }]
      })
    )
  )

/** So many loans from one on, each by another reader. */
const nextOfOthers = (loans: ReadonlyArray<LedgerLoan>, from: number, count: number): ReadonlyArray<LedgerLoan> => {
  const turns = new Map<string, LedgerLoan>()
  for (let nth = from; nth < loans.length && turns.size < count; nth++) {
    const loan = loans[nth] as LedgerLoan
    if (!turns.has(loan.reader)) turns.set(loan.reader, loan)
  }
  return [...turns.values()]
}

/** Days until the last in the queue is served, if the turns take so long, each by the copy that is free first. */
const waitedBehind = (lengths: ReadonlyArray<number>, copyCount: number): number => {
  const free = lengths.slice(0, copyCount)
  for (const length of lengths.slice(copyCount)) {
    const first = free.indexOf(Math.min(...free))
    free[first] = (free[first] as number) + handingDays + length
  }
  return Math.min(...free)
}
