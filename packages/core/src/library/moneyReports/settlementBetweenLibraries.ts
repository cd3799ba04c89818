import { compareText } from "../../storage/compareText.ts"
import type { Library } from "../openLibrary.ts"
import { tenantOf } from "../tenantOf.ts"
import { eachRow } from "./eachRow.ts"
import { monthOf, type Period, within } from "./period.ts"

/** What one library owes another for the loans of a month, in minor units. */
export interface OwedInMonth {
  readonly month: string
  readonly payer: string
  readonly payee: string
  readonly loans: number
  readonly amount: number
}

/** What remains for one of two libraries to pay once both ways are set off against each other. */
export interface Balance {
  readonly payer: string
  readonly payee: string
  readonly amount: number
}

export interface Settlement {
  readonly currency: string
  readonly months: ReadonlyArray<OwedInMonth>
  readonly balances: ReadonlyArray<Balance>
}

interface Asked extends Period {
  readonly tenant: string
  /** Whose months they are, by IANA name; UTC unless told. */
  readonly zone?: string
}

/**
 * Who owes whom for lending between the libraries of a tenant, by month, payer and payee, and what is left of the period once
 * set off. Names no reader and no item. Keeps the sums alone.
 */
export const settlementBetweenLibraries = async (
  library: Library,
  { tenant, zone = "UTC", ...period }: Asked
): Promise<Settlement> => {
  const { currency } = await tenantOf(library, tenant)
  const month = monthOf(zone)
  const sums = new Map<string, { -readonly [Name in keyof OwedInMonth]: OwedInMonth[Name] }>()
  await eachRow(library, tenant, "libraryEntry", ({ payer, payee, amount, at }) => {
    if (!within(period, at)) return
    const name = JSON.stringify([month(at), payer, payee])
    const sum = sums.get(name) ?? { month: month(at), payer, payee, loans: 0, amount: 0 }
    sum.loans += 1
    sum.amount += amount
    sums.set(name, sum)
  })
  const months = [...sums.values()].sort(
    (one, other) =>
      compareText(one.month, other.month) || compareText(one.payer, other.payer) || compareText(one.payee, other.payee)
  )
  return { currency, months, balances: setOff(months) }
}

const setOff = (months: ReadonlyArray<OwedInMonth>): ReadonlyArray<Balance> => {
  const net = new Map<string, number>()
  for (const { payer, payee, amount } of months) {
    const first = compareText(payer, payee) < 0
    const pair = JSON.stringify(first ? [payer, payee] : [payee, payer])
    net.set(pair, (net.get(pair) ?? 0) + (first ? amount : -amount))
  }
  return [...net]
    .filter(([, amount]) => amount !== 0)
    .map(([pair, amount]) => {
      const [one, other] = JSON.parse(pair) as [string, string]
      return amount > 0 ? { payer: one, payee: other, amount } : { payer: other, payee: one, amount: -amount }
    })
    .sort((one, other) => compareText(one.payer, other.payer) || compareText(one.payee, other.payee))
}
