import type { IncidentRow } from "../../incidents/model.ts"
import type { Library } from "../openLibrary.ts"

/** A line of the register: a loss, theft or damage, where it stands, what was charged. No loan and no reader is in it. */
export type IncidentLine = Omit<IncidentRow, "version" | "loanId" | "found">

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
    const page: { readonly rows: ReadonlyArray<IncidentRow>; readonly next: string | null } = await library.scan(
      tenant,
      "incident",
      after,
      pageSize
    )
    for (const { version: _, loanId: __, found: ___, ...line } of page.rows)
      if (line.reportedAt >= from && line.reportedAt < before) yield line
    after = page.next
  } while (after !== null)
}

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
