import { Result, Schema } from "effect"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code, text } from "../decision/code.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { hasCode } from "../policy/declared.ts"
import { unknownContext } from "../policy/index.ts"
import { LocalDate } from "./localDate.ts"
import { newMemberCosts, raiseMemberFees } from "./memberFees.ts"
import { membershipEnd } from "./membership.ts"
import { Card, ReaderId } from "./model.ts"

const name = text(200).check(Schema.isMinLength(1))
const language = Schema.String.check(Schema.isPattern(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/))

/** A new reader, with a first card and an account. */
export const RegisterReader = Schema.Struct({
  card: Card,
  name,
  category: Code,
  /** Without it, the desk's own branch. */
  homeBranch: Schema.optionalKey(Code),
  bornOn: Schema.optionalKey(LocalDate),
  language: Schema.optionalKey(language),
  /** Without it, as the policy's `membershipMonths` says. */
  expiresAt: Schema.optionalKey(InstantInput),
  at: InstantInput
})
export type RegisterReader = typeof RegisterReader.Type

export interface RegisterReceipt {
  readonly readerId: ReaderId
  readonly expiresAt: number | null
  /** What membership and card cost. */
  readonly charges: ReadonlyArray<RaisedCharge>
}

export const registerLookup = ({ card }: Pick<RegisterReader, "card">) =>
  ({ reader: { card }, lostCard: { card } }) satisfies Lookup
export type RegisterFacts = Found<ReturnType<typeof registerLookup>>

/** Refuses a card that is taken or that somebody lost, and a category or branch that policy or calendar do not know. */
export const decideRegister = (
  { reader, lostCard }: RegisterFacts,
  command: RegisterReader,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RegisterReceipt>, Refusals> => {
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { card, category, at } = command
  const homeBranch = command.homeBranch ?? place.branch
  const branch = calendar.branch(homeBranch)
  const refusals: Array<Refusal> = []
  if (reader !== null || lostCard !== null) refusals.push({ _tag: "CardTaken", card })
  if (!hasCode(policy.document.readerCategories, category)) refusals.push({ _tag: "ReaderCategoryUnknown", category })
  if (branch === undefined) refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  const asked = consult(policy, { ...unknownContext, readerCategory: category, branch: homeBranch })
  const months = command.expiresAt === undefined ? asked.required("membershipMonths") : undefined
  refusals.push(...asked.missing)
  if (branch === undefined || refusals.length > 0) return refused(refusals)

  const expiresAt = command.expiresAt ?? membershipEnd(branch, at, months)
  const readerId = ReaderId.make(ids[0] as string)
  const work = draft(place)
  work.emit({ _tag: "ReaderRegistered", readerId, at, category, branch: homeBranch })
  work.insert("reader", {
    readerId,
    version: 1,
    status: "active",
    category,
    homeBranch,
    name: command.name,
    bornOn: command.bornOn ?? null,
    language: command.language ?? "en",
    expiresAt,
    registeredAt: at,
    lentDay: null,
    lentDayCount: 0,
    reservedDay: null,
    reservedDayCount: 0,
    historyConsentAt: null
  })
  work.insert("card", { card, readerId })
  const account = work.now("account", readerId)
  const charges = raiseMemberFees(work, newMemberCosts(policy, asked), {
    account,
    at,
    branch: place.branch,
    ids: ids.slice(1)
  })
  return Result.succeed(work.decide({ readerId, expiresAt, charges }))
}
