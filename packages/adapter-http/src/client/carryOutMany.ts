import type { Answer, Receipts } from "@openshelf/core"
import type { Problem } from "../problem/problem.ts"
import type { BatchName } from "../routes/batch.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { base64Of } from "../wire/recordBytes.ts"
import { answerOf, type Received } from "./answer.ts"
import { clientFaultOf, Unreachable } from "./clientFault.ts"
import { commandPaths } from "./commandAddress.ts"

interface OutcomeText {
  readonly status: number
  readonly body: unknown
  readonly repeated: boolean
}

/** Hands a server many records of one kind at once. */
export const carryOutMany = async <N extends BatchName>(
  send: (address: string, init: RequestInit) => Promise<Received>,
  name: N,
  inputs: ReadonlyArray<object>
): Promise<ReadonlyArray<Answer<Receipts[N]>>> => {
  const body = JSON.stringify({ records: inputs.map(recordText) })
  const headers = { "content-type": "application/json" }
  const received = await send(`${commandPaths[name]}/batch`, { method: "POST", headers, body })
  const { answers } = received.body as { readonly answers?: ReadonlyArray<OutcomeText> }
  if (!received.response.ok) return inputs.map(() => answerOf(name, received))
  if (answers?.length !== inputs.length) throw new Unreachable("what answered is not an Openshelf server")
  return answers.map((outcome) => outcomeOf(name, outcome))
}

const recordText = (input: object): object => {
  const { record, ...rest } = input as { readonly record?: { readonly content: Uint8Array } }
  const packed = record === undefined ? {} : { record: { ...record, content: base64Of(record.content) } }
  return { ...(withInstantTexts(rest) as object), ...packed }
}

const outcomeOf = <N extends BatchName>(name: N, { status, body, repeated }: OutcomeText): Answer<Receipts[N]> => {
  if (status >= 500) throw clientFaultOf(body as Problem, null)
  const headers = { "idempotency-replayed": String(repeated) }
  return answerOf(name, { response: new Response(null, { status, headers }), body })
}
