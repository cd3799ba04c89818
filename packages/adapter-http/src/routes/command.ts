import {
  type Answer,
  AppealId,
  Barcode,
  BlockId,
  BookingId,
  Card,
  CashDeskId,
  type CommandName,
  IncidentId,
  InterloanId,
  type Library,
  LinkId,
  NoteId,
  PickupSlotId,
  type Receipts,
  ReservationId
} from "@openshelf/core"
import { Result, Schema } from "effect"
import type { Identity } from "../auth/authenticator.ts"
import { invalid, problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import type { Call, Reply, Route } from "../route.ts"
import { allCommands } from "../wire/allCommands.ts"
import { commandInput, instantNames } from "../wire/commandInput.ts"
import { InstantText } from "../wire/instantText.ts"
import { receiptShapes } from "../wire/receipts.ts"
import { receiptText } from "../wire/receiptText.ts"

/** Fields of a command that an address names. */
const pathFields = {
  card: Card,
  reservation: ReservationId,
  block: BlockId,
  item: Barcode,
  note: NoteId,
  link: LinkId,
  application: Card,
  incident: IncidentId,
  cashDesk: CashDeskId,
  appeal: AppealId,
  booking: BookingId,
  slot: PickupSlotId,
  interloan: InterloanId
} as const
type PathField = keyof typeof pathFields

type CommandRoute = Pick<Route, "path" | "summary" | "tag"> & { readonly method?: "POST" | "PATCH" }

/** The route of one command: its fields are the command's, but for the key (a header) and what the address names. */
export const commandRoute = (name: CommandName, { method = "POST", ...described }: CommandRoute): Route => {
  const inPath = (Object.keys(pathFields) as ReadonlyArray<PathField>).filter((field) =>
    described.path.split("/").includes(`:${field}`)
  )
  return {
    ...described,
    name,
    method,
    ...(inPath.length === 0 ? {} : { params: Object.fromEntries(inPath.map((field) => [field, pathFields[field]])) }),
    query: { dryRun: Schema.optionalKey(Schema.Literals(["true", "false"])) },
    headers: { "idempotency-key": Schema.optionalKey(Schema.String), ...deskHeader },
    body: Schema.Struct(bodyFields(name, inPath)),
    answer: receiptShapes[name],
    signedIn: true,
    handle: (call) => carryOut(name, call)
  }
}

/** A command's fields in a body: without those that the address names. */
export const bodyFields = (name: CommandName, inPath: ReadonlyArray<string>): Record<string, Schema.Top> => {
  const fields: Record<string, Schema.Top> = { ...allCommands[name].schema.fields }
  // A whole record is bytes, packed by an importer: nothing for a JSON body.
  for (const field of [...inPath, "record", "at"]) delete fields[field]
  for (const field of instantNames) {
    const own = fields[field]
    if (own !== undefined) fields[field] = asText(own)
  }
  return { ...fields, at: Schema.optionalKey(InstantText) }
}

/** An instant as a text, that may be left out or `null` where the command's own field may. */
const asText = (own: Schema.Top): Schema.Top => {
  const takes = Schema.is(Schema.Struct({ own }) as never as Schema.Schema<unknown>)
  const shape = takes({ own: null }) ? Schema.NullOr(InstantText) : InstantText
  return takes({}) ? Schema.optionalKey(shape) : shape
}

/** Visible ASCII without commas: two headers of one name arrive joined by one. */
export const keyForm = /^[!-+\--~]{1,200}$/

export const deskName = "openshelf-desk"
export const deskExpected = "a code of 1 to 64 visible characters"
/** Names the desk, workstation or kiosk that a command is given at. */
export const deskHeader = { [deskName]: Schema.optionalKey(Schema.String) }

const deskForm = /^[!-~]{1,64}$/

/** Where a request's commands are given: at the caller's branch, at the desk that it names, now. `null`: no such name. */
export const placeOf = (identity: Identity, headers: Call["headers"], now: number): Place | null => {
  const desk = headers[deskName]
  if (desk === undefined) return { ...identity, now }
  return deskForm.test(desk) ? { ...identity, now, desk } : null
}

type Place = Parameters<Library["at"]>[0]

const carryOut = async (
  name: CommandName,
  { library, identity, params, query, headers, body, now }: Call
): Promise<Reply> => {
  const mayTellTime = identity.actor.kind !== "reader"
  const input = commandInput({ body, params, now, mayTellTime })
  if (Result.isFailure(input)) return invalid(...input.failure)
  const place = placeOf(identity, headers, now)
  if (place === null) return invalid({ path: deskName, expected: deskExpected })
  const desk = library.at(place)
  if (query.dryRun === "true") return replyTo(name, await desk.dryRun[name](input.success as never))
  const key = headers["idempotency-key"] ?? ""
  if (!keyForm.test(key)) return problem("keyMissing")
  return replyTo(name, await desk[name]({ ...input.success, key } as never))
}

/** What several commands given by one request have in common; or the reply to one that cannot be taken up. */
export const severalGiven = (
  { identity, headers, body, now }: Pick<Call, "identity" | "headers" | "body" | "now">,
  keyMax: number
): Result.Result<Several, Reply> => {
  const input = commandInput({ body, params: {}, now, mayTellTime: identity.actor.kind !== "reader" })
  if (Result.isFailure(input)) return Result.fail(invalid(...input.failure))
  const place = placeOf(identity, headers, now)
  if (place === null) return Result.fail(invalid({ path: deskName, expected: deskExpected }))
  const key = headers["idempotency-key"] ?? ""
  if (!keyForm.test(key) || key.length > keyMax) return Result.fail(problem("keyMissing"))
  return Result.succeed({ input: input.success, place, key })
}

interface Several {
  readonly input: Readonly<Record<string, unknown>>
  readonly place: Place
  /** Each command's own is made from it. */
  readonly key: string
}

export const replyTo = (name: CommandName, answer: Answer<Receipts[CommandName]>): Reply => {
  if (!answer.ok) return "refusals" in answer ? refused(answer.refusals) : invalid(...answer.invalid)
  const headers = answer.repeated ? { "idempotency-replayed": "true" } : {}
  return { status: 200, body: receiptText(name, answer.receipt), headers }
}
