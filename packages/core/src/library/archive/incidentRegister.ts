import type { Barcode } from "../../catalogue/model.ts"
import type { Page, RegisteredIncident } from "../../decision/facts.ts"
import type { IncidentRow } from "../../incidents/model.ts"
import type { Library } from "../openLibrary.ts"

/** A line of the register: a loss, theft or damage, where it stands, what was charged. No loan and no reader is in it. */
export interface IncidentLine extends Omit<IncidentRow, "version" | "loanId" | "found"> {
  readonly barcode: Barcode
  readonly title: string
}

/** Incidents reported from `from` on and before `before`; without them, all. */
export interface RegisterRange {
  readonly tenant: string
  readonly from?: number
  readonly before?: number
}

const pageSize = 500

/** Every incident of a range in the order of their ids: read page by page, so that no more than one page is held. */
export async function* incidentRegister(
  library: Library,
  { tenant, from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY }: RegisterRange
): AsyncGenerator<IncidentLine, void, undefined> {
  let after: string | null = null
  do {
    const { registeredIncidents: page }: { readonly registeredIncidents: Page<RegisteredIncident> } =
      await library.read(tenant, { registeredIncidents: { after, limit: pageSize } })
    for (const { incident, ...thing } of page.rows)
      if (incident.reportedAt >= from && incident.reportedAt < before) yield registerLine(incident, thing)
    after = page.next
  } while (after !== null)
}

/** What of an incident stands in the register. */
export const registerLine = (
  { version: _, loanId: __, found: ___, ...line }: IncidentRow,
  { barcode, title }: Pick<RegisteredIncident, "barcode" | "title">
): IncidentLine => ({ ...line, barcode, title })

/** How many incidents of a kind are in a state, and what was charged for them, in minor units. */
export interface RegisterSum {
  readonly kind: IncidentRow["kind"]
  readonly state: IncidentRow["state"]
  readonly count: number
  readonly amount: number
}

/** The register in numbers, by kind, then state: the sums are those of its lines. */
export const registerSums = async (
  lines: AsyncIterable<Pick<IncidentLine, "kind" | "state" | "amount">>
): Promise<ReadonlyArray<RegisterSum>> => {
  const sums = new Map<string, RegisterSum>()
  for await (const { kind, state, amount } of lines) {
    const name = `${kind} ${state}`
    const { count, amount: so } = sums.get(name) ?? { count: 0, amount: 0 }
    sums.set(name, { kind, state, count: count + 1, amount: so + amount })
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum)
}
