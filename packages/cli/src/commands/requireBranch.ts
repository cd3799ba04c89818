import type { CalendarDocument, Library } from "@openshelf/core"
import { Failed } from "./failed.ts"

/** Fails for a branch that no calendar of the library system ever named: one that was mistyped. */
export const requireBranch = async (
  library: Library,
  { tenant, branch }: { readonly tenant: string; readonly branch: string }
): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 1_000)
  const calendars = rows.filter(({ kind }) => kind === "calendar").map(({ content }) => JSON.parse(content))
  const branches = new Set(calendars.flatMap((calendar: CalendarDocument) => Object.keys(calendar.branches)))
  if (branches.size > 0 && !branches.has(branch))
    throw new Failed(`--branch ${branch}: expected one of ${[...branches].join(", ")}`)
}
