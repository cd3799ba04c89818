import { type CashEntryRow, CashKind } from "../../cash/model.ts"
import { compareText } from "../../storage/compareText.ts"
import type { Library } from "../openLibrary.ts"
import { tenantOf } from "../tenantOf.ts"
import { eachRow } from "./eachRow.ts"
import { type Period, within } from "./period.ts"

/** A session of a cash desk, in minor units. */
export interface CashSession {
  readonly cashDesk: string
  readonly branch: string
  readonly session: number
  readonly openedAt: number
  readonly openedBy: string
  readonly isOpen: boolean
  readonly methods: ReadonlyArray<CashMethod>
}

/** What came and went of one method, by what it was. */
export interface CashMethod {
  readonly method: string
  readonly byKind: Readonly<Record<Exclude<CashKind, "difference">, number>>
  /** The sum of those. */
  readonly expected: number
  /** `null`: the session is still open. */
  readonly counted: number | null
  /** What was counted more or, below zero, less. */
  readonly difference: number
}

export interface CashDeskReport {
  readonly currency: string
  readonly sessions: ReadonlyArray<CashSession>
}

interface Asked extends Period {
  readonly tenant: string
  /** One desk; without it, all. */
  readonly cashDesk?: string
}

interface Open {
  readonly opening: CashEntryRow
  readonly methods: Map<string, Record<CashKind, number>>
}

/** Sessions that were opened in the period, by desk and number. Reads the desks' lines twice and keeps those sessions' sums. */
export const cashDeskReport = async (
  library: Library,
  { tenant, cashDesk, ...period }: Asked
): Promise<CashDeskReport> => {
  const { currency } = await tenantOf(library, tenant)
  const sessions = new Map<string, Open>()
  await eachRow(library, tenant, "cashEntry", (row) => {
    const meant = row.kind === "float" && within(period, row.at) && (cashDesk ?? row.cashDeskId) === row.cashDeskId
    if (meant) sessions.set(nameOf(row), { opening: row, methods: new Map() })
  })
  await eachRow(library, tenant, "cashEntry", (row) => {
    const open = sessions.get(nameOf(row))
    if (open === undefined) return
    const sums = open.methods.get(row.method) ?? { ...nothing }
    sums[row.kind] += row.amount
    open.methods.set(row.method, sums)
  })
  const desks = new Map<string, { readonly branch: string; readonly openSession: number | null }>()
  await eachRow(library, tenant, "cashDesk", ({ cashDeskId, branch, state, session }) => {
    desks.set(cashDeskId, { branch, openSession: state === "open" ? session : null })
  })
  const told = [...sessions.values()].map(({ opening, methods }): CashSession => {
    const { cashDeskId, session, at, actor } = opening
    const desk = desks.get(cashDeskId)
    const isOpen = desk?.openSession === session
    const list = [...methods].sort(([left], [right]) => compareText(left, right))
    return {
      cashDesk: cashDeskId,
      branch: desk?.branch ?? "",
      session,
      openedAt: at,
      openedBy: actor,
      isOpen,
      methods: list.map(([method, sums]) => methodOf(method, sums, isOpen))
    }
  })
  return {
    currency,
    sessions: told.sort((left, right) => compareText(left.cashDesk, right.cashDesk) || left.session - right.session)
  }
}

const nothing = Object.fromEntries(CashKind.literals.map((kind) => [kind, 0])) as Record<CashKind, number>

const nameOf = ({ cashDeskId, session }: CashEntryRow): string => JSON.stringify([cashDeskId, session])

const methodOf = (method: string, { difference, ...byKind }: Record<CashKind, number>, isOpen: boolean): CashMethod => {
  const expected = Object.values(byKind).reduce((sum, amount) => sum + amount, 0)
  return { method, byKind, expected, counted: isOpen ? null : expected + difference, difference }
}
