import { accountRules } from "../../accounts/accountRules.ts"
import { settlementForgone } from "../../accounts/settlementForgone.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { ChargeFacts, ReaderFacts } from "../../decision/facts.ts"
import type { Library } from "../openLibrary.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"

/**
 * What of these charges is not asked for if all of them are paid at once, as being late costs no more altogether, in minor
 * units: `pay` forgoes it then. Nothing where no policy has such a cap.
 */
export const forgoneIfSettled = async (
  library: Library,
  {
    tenant,
    at,
    reader,
    charges
  }: Pick<ReaderFacts, "reader"> & {
    readonly tenant: string
    readonly at: number
    readonly charges: ReadonlyArray<ChargeFacts>
  }
): Promise<number> => {
  if (charges.every(({ charge }) => charge.kind !== "overdue")) return 0
  const documents = await publishedDocuments(library, tenant, { at, draft: null })
  const isCapped = caps.some((setting) => [...documents.everSet(setting)].some((value) => value !== undefined))
  if (!isCapped) return 0
  const asked = accountRules(inForceAt(documents.policies, at)?.rules ?? null, reader)
  const forgone = settlementForgone(charges, charges, Number.POSITIVE_INFINITY, asked)
  return [...forgone.values()].reduce((sum, amount) => sum + amount, 0)
}

const caps = ["overdueCapPerVisit", "overdueCapPerReader"] as const
