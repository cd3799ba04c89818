import { Barcode, hasPermission, type Library, type PolicyDocument, type ReaderId } from "@openshelf/core"
import {
  type DecisionExplanation,
  type ExplainedCommand,
  type ExplainedName,
  explainDecision,
  explainedNames,
  explainLoan
} from "@openshelf/core/explain"
import { Result, Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { refusalText, refused } from "../problem/refused.ts"
import { found, type Reply, type Route } from "../route.ts"
import { commandInput } from "../wire/commandInput.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { bodyBytesMax, PolicyInput, readPolicyInput, unfit } from "../wire/policyInput.ts"
import { dueStep } from "../wire/receipts.ts"
import { receiptText } from "../wire/receiptText.ts"

const {
  String: Text,
  Int,
  Struct,
  Array: List,
  NullOr,
  Record,
  Unknown,
  Literals,
  Boolean: YesOrNo,
  optionalKey
} = Schema

const ExplainedRefusal = Schema.StructWithRest(Struct({ code: Text, liftedBy: NullOr(Text), mayLift: YesOrNo }), [
  Record(Text, Unknown)
])

const Explained = Struct({
  policyVersion: NullOr(Int),
  allowed: YesOrNo,
  /** What the command would give back. */
  receipt: NullOr(Record(Text, Unknown)),
  refusals: List(ExplainedRefusal),
  /** Each setting that was asked for, with every row that could have set it. */
  settings: List(Record(Text, Unknown))
})

const Body = Struct({
  action: Literals(explainedNames),
  item: optionalKey(Text),
  card: optionalKey(Text),
  /** What is reserved, and where it would be picked up. */
  title: optionalKey(Text),
  pickupBranch: optionalKey(Text),
  at: optionalKey(InstantText),
  document: optionalKey(PolicyInput)
})

const publishing = "policy.publish"

export const explain: Route = {
  name: "explain",
  method: "POST",
  path: "/v1/explain",
  tag: "server",
  summary:
    "What a checkout, renewal, return or reservation would come to and why, now and under a draft of the policy; nothing is written",
  body: Body,
  bodyBytesMax,
  answer: Struct({ now: Explained, draft: NullOr(Explained) }),
  signedIn: true,
  permits: ({ actor }) =>
    actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "loans.checkOut" }]),
  handle: async ({ library, identity, body, now }) => {
    if (typeof body !== "object" || body === null) return invalid({ path: "", expected: "an object" })
    const { action, document, ...fields } = body as Readonly<Record<string, unknown>>
    if (!isExplained(action))
      return invalid({ path: "action", expected: explainedNames.map((name) => JSON.stringify(name)).join(" or ") })
    const input = commandInput({ body: fields, params: {}, now, mayTellTime: true })
    if (Result.isFailure(input)) return invalid(...input.failure)
    if (document !== undefined && !hasPermission(identity.actor, publishing))
      return refused([{ _tag: "NotPermitted", permission: publishing }])
    const draft = document === undefined ? null : readPolicyInput(document)
    if (draft !== null && Result.isFailure(draft)) return unfit(draft.failure)
    const { tenant, ...place } = identity
    const command = { name: action, input: input.success } as never as ExplainedCommand
    const told = async (policy: { readonly draft?: PolicyDocument }): Promise<Reply | object> => {
      const one = await explainDecision(library, { tenant, place, command, ...policy })
      return one.ok ? explanationText(action, one.explanation) : invalid(...one.invalid)
    }
    const held = await told({})
    if ("status" in held) return held as Reply
    return found({ now: held, draft: draft === null ? null : await told({ draft: draft.success }) })
  }
}

const isExplained = (action: unknown): action is ExplainedName => explainedNames.includes(action as ExplainedName)

const explanationText = (action: ExplainedName, explanation: DecisionExplanation): object => ({
  ...explanation,
  receipt: explanation.receipt === null ? null : receiptText(action, explanation.receipt),
  refusals: explanation.refusals.map(({ refusal, mayLift }) => ({ ...refusalText(refusal), mayLift }))
})

export const loanExplanation: Route = {
  name: "loanExplanation",
  method: "GET",
  path: "/v1/items/:barcode/explanation",
  tag: "circulation",
  summary: "Why the loan of a copy is due when it is: for staff, and for the reader who has it",
  params: { barcode: Barcode },
  answer: Struct({
    loanId: Text,
    lentAt: InstantText,
    dueAt: InstantText,
    changes: List(Struct({ what: Text, at: InstantText, dueAt: InstantText, reason: NullOr(Text) })),
    policyVersion: NullOr(Int),
    rows: List(Struct({ setting: Text, row: Text, note: NullOr(Text), value: Unknown })),
    steps: List(dueStep)
  }),
  signedIn: true,
  handle: async ({ library, identity: { tenant, actor }, params }) => {
    const barcode = params.barcode as Barcode
    if (actor.kind === "reader" && !(await isOwn(library, tenant, barcode, actor.readerId))) return problem("unknown")
    const told = await explainLoan(library, { tenant, item: barcode })
    return told === null ? problem("unknown") : found(withInstantTexts(told))
  }
}

const isOwn = async (library: Library, tenant: string, barcode: Barcode, readerId: ReaderId): Promise<boolean> => {
  const { loanOfItem } = await library.read(tenant, { loanOfItem: { barcode } })
  return loanOfItem?.reader.readerId === readerId
}
