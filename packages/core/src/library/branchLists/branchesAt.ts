import type { Instant } from "../../calendar/instant.ts"
import type { Library } from "../openLibrary.ts"
import { rulesAt } from "./waitedTitles.ts"

/** The codes of the branches that there are at an instant. `null`: no policy or calendar holds then. */
export const branchesAt = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: number }
): Promise<ReadonlyArray<string> | null> => (await rulesAt(library, tenant, at as Instant))?.calendar.branches ?? null
