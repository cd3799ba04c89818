import type { PolicyDocument } from "../policy/index.ts"
import type { Library } from "./openLibrary.ts"

/** What a job looks up in a policy before it goes through a tenant's rows. */
interface PolicyForm<Settings> {
  readonly currency: string
  readonly partners?: PolicyDocument["partners"]
  readonly rows: ReadonlyArray<{ readonly set: Settings }>
}

/** The policy that holds at an instant, as it was published; `null`: none does. */
export const policyInForce = async <Settings>(
  library: Library,
  tenant: string,
  at: number
): Promise<PolicyForm<Settings> | null> => {
  const { rows: documents } = await library.scan(tenant, "document", null, 10_000)
  const [inForce] = documents
    .filter(({ kind, validFrom }) => kind === "policy" && validFrom <= at)
    .sort((a, b) => b.validFrom - a.validFrom || b.version - a.version)
  return inForce === undefined ? null : JSON.parse(inForce.content)
}
