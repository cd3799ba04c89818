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

/** The zone of a branch by the calendar that holds now; UTC where that has no such branch. */
export const branchZone = async (
  library: Library,
  { tenant, branch }: { readonly tenant: string; readonly branch: string },
  now: number
): Promise<string> => {
  const row = await inForce(library, tenant, "calendar", now)
  if (row === null) return "UTC"
  const { branches } = JSON.parse(row.content) as {
    readonly branches: Readonly<Record<string, { readonly zone: string }>>
  }
  return Object.hasOwn(branches, branch) ? (branches[branch]?.zone ?? "UTC") : "UTC"
}
