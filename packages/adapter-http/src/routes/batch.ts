import { type Answer, notPermitted, type Receipts } from "@openshelf/core"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Reply, type Route } from "../route.ts"
import { allCommands } from "../wire/allCommands.ts"
import { commandInput } from "../wire/commandInput.ts"
import { bytesOf } from "../wire/recordBytes.ts"
import { bodyFields, deskExpected, deskHeader, deskName, keyForm, placeOf, replyTo } from "./command.ts"

/** Commands that come by the thousand, when a library is taken over. */
export type BatchName = "addTitle" | "addItem" | "registerReader"

/** How many records one request may hold. */
const batchMax = 200

const Outcome = Schema.Struct({
  status: Schema.Int,
  /** The receipt, or the problem. */
  body: Schema.Unknown,
  /** Whether it had been carried out before under its key. */
  repeated: Schema.Boolean
})

type BatchRoute = Pick<Route, "name" | "path" | "summary" | "tag">

/** The route of many commands of one kind: each record has a key of its own and is carried out, or not, by itself. */
export const batchRoute = (command: BatchName, described: BatchRoute): Route => ({
  ...described,
  method: "POST",
  body: Schema.Struct({ records: Schema.Array(recordShape(command)).check(Schema.isMaxLength(batchMax)) }),
  bodyBytesMax: 16_777_216,
  answer: Schema.Struct({ answers: Schema.Array(Outcome) }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted(command, actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  headers: deskHeader,
  handle: async ({ library, identity, headers, body, now }) => {
    const place = placeOf(identity, headers, now)
    if (place === null) return invalid({ path: deskName, expected: deskExpected })
    const records = recordsOf(body)
    if (records === null) return invalid({ path: "records", expected: `a list of at most ${batchMax} records` })
    const inputs = records.map((record) => recordInput(record, now))
    const sound = inputs.flatMap((input) => (Result.isSuccess(input) ? [input.success] : []))
    const answers = (await library.at(place).many(command, sound as never)).values()
    return found({
      answers: inputs.map((input) =>
        Result.isFailure(input)
          ? outcomeOf(input.failure)
          : answeredBy(command, answers.next().value as Answer<Receipts[BatchName]>)
      )
    })
  }
})

const recordShape = (command: BatchName): Schema.Top => {
  const fields = { ...bodyFields(command, []), key: Schema.String }
  const record = Schema.Struct({
    encoding: Schema.String,
    content: Schema.String.annotate({ contentEncoding: "base64" })
  })
  return Schema.Struct(
    "record" in allCommands[command].schema.fields ? { ...fields, record: Schema.optionalKey(record) } : fields
  )
}

const recordsOf = (body: unknown): ReadonlyArray<unknown> | null => {
  if (typeof body !== "object" || body === null || Object.keys(body).join() !== "records") return null
  const { records } = body as { readonly records: unknown }
  return Array.isArray(records) && records.length <= batchMax ? records : null
}

const recordInput = (given: unknown, now: number): Result.Result<unknown, Reply> => {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return Result.fail(invalid({ path: "", expected: "an object" }))
  const { key, record, ...body } = given as Readonly<Record<string, unknown>>
  const input = commandInput({ body, params: {}, now, mayTellTime: true })
  const wrong = Result.isFailure(input) ? [...input.failure] : []
  if (typeof key !== "string" || !keyForm.test(key))
    wrong.push({ path: "key", expected: "1 to 200 visible characters without commas" })
  const packed = packedRecord(record)
  if (packed === null) wrong.push({ path: "record.content", expected: "bytes in base64" })
  return wrong.length > 0 || Result.isFailure(input)
    ? Result.fail(invalid(...wrong))
    : Result.succeed({ ...input.success, ...packed, key })
}

/** What is no such object at all is for the command itself to refuse. */
const packedRecord = (record: unknown): { readonly record?: unknown } | null => {
  if (record === undefined) return {}
  if (typeof record !== "object" || record === null || !("content" in record)) return { record }
  const content = typeof record.content === "string" ? bytesOf(record.content) : null
  return content === null ? null : { record: { ...record, content } }
}

const answeredBy = (command: BatchName, answer: Answer<Receipts[BatchName]>): object =>
  outcomeOf(replyTo(command, answer), answer.ok && answer.repeated)

const outcomeOf = ({ status, body }: Reply, repeated = false): object => ({ status, body, repeated })
