import type { Answer, CommandName, Invalid, Receipts, Refusals } from "@openshelf/core"
import type { Problem, RefusalText } from "../problem/problem.ts"
import { withInstantNumbers } from "../wire/instants.ts"
import { clientFaultOf, Unreachable } from "./clientFault.ts"

export interface Received {
  readonly response: Response
  readonly body: unknown
}

/** What the server said to a command, as the library itself would have. Throws what is a fault. */
export const answerOf = <N extends CommandName>(name: N, { response, body }: Received): Answer<Receipts[N]> => {
  if (response.ok)
    return {
      ok: true,
      receipt: receiptOf(name, body) as Receipts[N],
      repeated: response.headers.get("idempotency-replayed") === "true"
    }
  const problem = problemOf(body)
  if (problem.refusals !== undefined)
    return { ok: false, refusals: problem.refusals.map(refusalOf) as never as Refusals }
  if (problem.invalid !== undefined) return { ok: false, invalid: problem.invalid as ReadonlyArray<Invalid> }
  throw clientFaultOf(problem, response.headers.get("x-request-id"))
}

/** A page; `null`: there is nothing at that address, or nothing that one may see. */
export const pageOf = ({ response, body }: Received): unknown => {
  if (response.ok) return withInstantNumbers(body)
  if (response.status === 404) return null
  throw clientFaultOf(problemOf(body), response.headers.get("x-request-id"))
}

const problemOf = (body: unknown): Problem => {
  if (typeof body === "object" && body !== null && "status" in body && "type" in body) return body as Problem
  throw new Unreachable("what answered is not an Openshelf server")
}

const receiptOf = (name: CommandName, body: unknown): unknown => {
  const receipt = withInstantNumbers(body)
  if (name !== "renewAll") return receipt
  const { loans, ...rest } = receipt as {
    readonly loans: ReadonlyArray<{ readonly refusals?: ReadonlyArray<RefusalText> }>
  }
  return {
    ...rest,
    loans: loans.map((loan) =>
      loan.refusals === undefined ? loan : { ...loan, refusals: loan.refusals.map(refusalOf) }
    )
  }
}

const refusalOf = ({ code, liftedBy: _, ...parameters }: RefusalText): object => ({
  _tag: code,
  ...(withInstantNumbers(parameters) as object)
})
