import { takeExternalPayment } from "@openshelf/core/external-payments"
import { Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import type { Route } from "../route.ts"

const { Int, String: Text, Struct } = Schema

/**
 * A payment made elsewhere, told by its provider. It is the provider's own command, under the payment's id as its key: told
 * again it is answered by the first receipt, with another content it is refused.
 */
export const paymentCallback: Route = {
  name: "paymentCallback",
  method: "POST",
  path: "/v1/payments/callback/:provider",
  tag: "circulation",
  summary:
    "A payment made elsewhere, told and signed by its provider, in the provider's own form; told twice it is taken once",
  params: { provider: Text },
  answer: Struct({ entryId: Text, amount: Int, credit: Int }),
  signedIn: false,
  raw: true,
  handle: async ({ library, providers, params: { provider = "" }, bytes, headers, now }) => {
    const known = Object.hasOwn(providers, provider) ? providers[provider] : undefined
    if (known === undefined) return problem("unknown")
    const payment = await known.read({ bytes, headers, now })
    if (payment === null) return problem("distrusted")
    const { tenant, branch } = known
    const answer = await takeExternalPayment(library, { tenant, branch, provider, payment, now })
    if (!answer.ok) return "refusals" in answer ? refused(answer.refusals) : invalid(...answer.invalid)
    const { entryId, amount, credit } = answer.receipt
    const headersOfRepeat = answer.repeated ? { "idempotency-replayed": "true" } : {}
    return { status: 200, body: { entryId, amount, credit }, headers: headersOfRepeat }
  }
}
