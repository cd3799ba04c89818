import type { Library, Tables } from "@openshelf/core"

type Document = Tables["document"]

/** The policy or calendar that holds at an instant, as it was published; `null`: none does. */
export const inForce = async (
  library: Library,
  tenant: string,
  kind: Document["kind"],
  at: number
): Promise<Document | null> => {
  let best: Document | null = null
  let after: string | null = null
  do {
    const page: { readonly rows: ReadonlyArray<Document>; readonly next: string | null } = await library.scan(
      tenant,
      "document",
      after,
      1_000
    )
    for (const row of page.rows) if (row.kind === kind && row.validFrom <= at && isLater(row, best)) best = row
    after = page.next
  } while (after !== null)
  return best
}

const isLater = (row: Document, than: Document | null): boolean =>
  than === null || row.validFrom > than.validFrom || (row.validFrom === than.validFrom && row.version > than.version)

/** Whether the calendar that holds now knows a branch. */
export const isBranch = async (
  library: Library,
  { tenant, branch }: { readonly tenant: string; readonly branch: string },
  now: number
): Promise<boolean> => Object.hasOwn(await branchesNow(library, tenant, now), branch)

/** The branches of the calendar that holds now, by code. */
export const branchesNow = async (
  library: Library,
  tenant: string,
  now: number
): Promise<Readonly<Record<string, BranchNow>>> => {
  const row = await inForce(library, tenant, "calendar", now)
  const { branches = {} } = row === null ? {} : (JSON.parse(row.content) as { branches?: Record<string, BranchNow> })
  return branches
}

/** A branch by the calendar that holds now: its zone, and its names by language. One that it does not know is in UTC. */
export const branchNow = async (
  library: Library,
  { tenant, branch }: { readonly tenant: string; readonly branch: string },
  now: number
): Promise<BranchNow> => {
  const branches = await branchesNow(library, tenant, now)
  return Object.hasOwn(branches, branch) ? (branches[branch] as BranchNow) : { zone: "UTC", name: {} }
}

interface BranchNow {
  readonly zone: string
  readonly name: Readonly<Record<string, string>>
}
