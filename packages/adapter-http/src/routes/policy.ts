import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { found, type Route } from "../route.ts"
import { inForce } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"

export const policy: Route = {
  name: "policy",
  method: "GET",
  path: "/v1/policy",
  tag: "server",
  summary: "The policy that holds now, as it was published",
  answer: Schema.Struct({ version: Schema.Int, validFromAt: InstantText, document: Schema.Unknown }),
  signedIn: true,
  handle: async ({ library, identity, now }) => {
    const row = await inForce(library, identity.tenant, "policy", now)
    if (row === null) return problem("unknown")
    const { version, validFrom, content } = row
    const dated = withInstantTexts({ version, validFromAt: validFrom }) as object
    return found({ ...dated, document: JSON.parse(content) })
  }
}
