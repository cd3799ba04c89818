import type { EntryRow } from "../accounts/model.ts"
import type { AppealRow } from "../appeals/model.ts"
import type { LoanFacts, Page } from "../decision/facts.ts"
import type { Card } from "../readers/model.ts"
import type { Library } from "./openLibrary.ts"

/** Everything that is kept of a person, as one JSON object; instants in milliseconds since 1970. */
export interface ReaderData {
  readonly reader: object
  readonly cards: ReadonlyArray<string>
  readonly lostCards: ReadonlyArray<object>
  readonly loans: ReadonlyArray<object>
  /** Loans that are over, of which something is owed or which the reader wants kept. */
  readonly archive: ReadonlyArray<object>
  readonly reservations: ReadonlyArray<object>
  readonly bookings: ReadonlyArray<object>
  readonly balance: number
  readonly charges: ReadonlyArray<object>
  readonly entries: ReadonlyArray<object>
  readonly deposits: ReadonlyArray<object>
  readonly blocks: ReadonlyArray<object>
  readonly notes: ReadonlyArray<object>
  /** Who stands for the reader and for whom they stand; the others are not named. */
  readonly links: ReadonlyArray<object>
  /** Disputed charges, with what the reader said of them. */
  readonly appeals: ReadonlyArray<object>
  /** Losses and damage that the reader answers for, with what a conduct record says. */
  readonly incidents: ReadonlyArray<object>
}

const pageSize = 500

/** What a person may ask for: all that names them, notes of the staff too. `null`: nobody has the card. */
export const exportReader = async (
  library: Library,
  { tenant, card }: { readonly tenant: string; readonly card: Card }
): Promise<ReaderData | null> => {
  const found = await library.read(tenant, {
    reader: { card },
    cardsAlike: { card },
    lostCardsOfReader: { card },
    loansOfReader: { card },
    reservationsOfReader: { card },
    bookingsOfReader: { card },
    chargesOfReader: { card },
    depositsOfReader: { card },
    blocksOfReader: { card },
    notesOfReader: { card },
    linksOfReader: { card },
    linksToReader: { card },
    incidentsOfReader: { card }
  })
  if (found.reader === null) return null
  const { version: _, ...reader } = found.reader.reader
  return {
    reader,
    cards: found.cardsAlike,
    lostCards: found.lostCardsOfReader.map(({ card, lostAt }) => ({ card, lostAt })),
    loans: found.loansOfReader.map(loanOf),
    archive: (
      await all<LoanFacts>(async (after) => {
        const read = await library.read(tenant, { archiveOfReader: { card, after, limit: pageSize } })
        return read.archiveOfReader
      })
    ).map(loanOf),
    reservations: found.reservationsOfReader.map(({ reservation, title }) => ({
      title: title.title,
      state: reservation.state,
      pickupBranch: reservation.pickupBranch,
      placedAt: reservation.placedAt,
      waitUntil: reservation.waitUntil,
      shelfUntil: reservation.shelfUntil
    })),
    bookings: found.bookingsOfReader.map(({ booking, item, title }) => ({
      title: title.title,
      barcode: item.barcode,
      pickupBranch: booking.pickupBranch,
      fromAt: booking.fromAt,
      untilAt: booking.untilAt,
      placedAt: booking.placedAt
    })),
    balance: found.reader.account.balance,
    charges: found.chargesOfReader.map(({ charge: { accountId: _, ...charge } }) => charge),
    entries: (
      await all<EntryRow>(async (after) => {
        const read = await library.read(tenant, { entriesOfReader: { card, after, limit: pageSize } })
        return read.entriesOfReader
      })
    ).map(({ entryId, kind, amount, at, branch, reason }) => ({ entryId, kind, amount, at, branch, reason })),
    deposits: found.depositsOfReader.map(({ charge, paid }) => ({ chargeId: charge.chargeId, paid })),
    blocks: found.blocksOfReader.map(({ readerId: _, ...block }) => block),
    notes: found.notesOfReader.map(({ text, placedAt }) => ({ text, placedAt })),
    links: [
      ...found.linksOfReader.map(({ link }) => ({ kind: link.kind, direction: "of", sinceAt: link.since })),
      ...found.linksToReader.map(({ link }) => ({ kind: link.kind, direction: "to", sinceAt: link.since }))
    ],
    appeals: await appealsOf(library, tenant, card),
    incidents: found.incidentsOfReader.map(({ incidentId, evidence }) => ({ incidentId, evidence }))
  }
}

const appealsOf = async (library: Library, tenant: string, card: Card): Promise<ReadonlyArray<object>> => {
  const rows = await all<AppealRow>(
    async (after) => (await library.read(tenant, { appealsOfReader: { card, after, limit: pageSize } })).appealsOfReader
  )
  const told: Array<object> = []
  for (const { appealId, chargeId, state, openedAt, decidedAt } of rows) {
    const { appeal } = await library.read(tenant, { appeal: { appealId } })
    const { reason = "", evidence = "" } = appeal?.statement ?? {}
    told.push({ appealId, chargeId, state, openedAt, decidedAt, reason, evidence })
  }
  return told
}

const loanOf = ({ loan, item, title }: LoanFacts): object => ({
  title: title.title,
  barcode: item.barcode,
  branch: loan.branch,
  lentAt: loan.lentAt,
  dueAt: loan.dueAt,
  returnedAt: loan.closedAt,
  renewalCount: loan.renewalCount
})

const all = async <Row>(pageAfter: (after: string | null) => Promise<Page<Row>>): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  let after: string | null = null
  do {
    const page: Page<Row> = await pageAfter(after)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
