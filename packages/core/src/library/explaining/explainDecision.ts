import { Result } from "effect"
import type { DecisionContext } from "../../decision/context.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { Place } from "../../decision/draft.ts"
import { decoder, type Invalid } from "../../decision/invalid.ts"
import { lift } from "../../decision/override.ts"
import { notPermitted } from "../../decision/permission.ts"
import { liftedBy, type Refusal } from "../../decision/refusal.ts"
import { type CheckOutReceipt, decideCheckOut } from "../../loans/checkOut.ts"
import { CheckOut, checkOutLookup } from "../../loans/checkOutCommand.ts"
import { decideRenew, Renew, type RenewReceipt, renewLookup } from "../../loans/renew.ts"
import { explainSetting, type SettingExplanation } from "../../policy/explain.ts"
import { type CompiledPolicy, compilePolicy, type PolicyDocument } from "../../policy/index.ts"
import type { CommandInput } from "../deskCommands.ts"
import type { Library } from "../openLibrary.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"
import { recordedPolicy } from "./recordedPolicy.ts"

/** The commands that can be explained, with their input. */
export type ExplainedCommand =
  | { readonly name: "checkOut"; readonly input: CommandInput<"checkOut"> }
  | { readonly name: "renew"; readonly input: CommandInput<"renew"> }

export interface ExplainRequest {
  readonly tenant: string
  readonly place: Place
  readonly command: ExplainedCommand
  /** Decide under this policy, which need not be published; without it, under the one in force at the instant. */
  readonly draft?: PolicyDocument
}

/** A refusal, and what would lift it. */
export interface ExplainedRefusal {
  readonly refusal: Refusal
  /** The permission that lifts it; `null`: none does. */
  readonly liftedBy: string | null
  /** Whether who asks has it. */
  readonly mayLift: boolean
}

/** What a decision would be and why: nothing is written. Plain data, for a page or a log to make words of. */
export interface DecisionExplanation {
  /** 0: the draft; `null`: no policy is in force. */
  readonly policyVersion: number | null
  readonly allowed: boolean
  /** What the command would give back; `null`: it would be refused. Its ids are none that will be. */
  readonly receipt: CheckOutReceipt | RenewReceipt | null
  readonly refusals: ReadonlyArray<ExplainedRefusal>
  /** Every setting that was asked for: which rows could have set it, which won, and why the others lost. */
  readonly settings: ReadonlyArray<SettingExplanation>
}

type Explained =
  | { readonly ok: true; readonly explanation: DecisionExplanation }
  | { readonly ok: false; readonly invalid: ReadonlyArray<Invalid> }

const decoders = { checkOut: decoder(CheckOut), renew: decoder(Renew) }

/**
 * Decides a command without carrying it out, under the policy in force or under a draft, and says all that the decision
 * looked at. Rejects as a read of the library does.
 */
export const explainDecision = async (
  library: Library,
  { tenant, place, command, draft }: ExplainRequest
): Promise<Explained> => {
  const decoded: Result.Result<CheckOut | Renew, ReadonlyArray<Invalid>> = decoders[command.name](command.input)
  if (Result.isFailure(decoded)) return { ok: false, invalid: decoded.failure }
  const given = decoded.success
  const documents = await publishedDocuments(library, tenant, { at: given.at, draft: null })
  const policy =
    draft === undefined
      ? (inForceAt(documents.policies, given.at)?.rules ?? null)
      : compilePolicy(draft, { version: 0 })
  const recorded = policy === null ? null : recordedPolicy(policy)
  const context: DecisionContext = {
    place,
    policy: recorded?.policy ?? null,
    calendar: inForceAt(documents.calendars, given.at)?.rules ?? null,
    ids: ["one", "two", "three", "four", "five"],
    history: documents
  }
  const forbidden = notPermitted(command.name, place.actor, place.channel)
  const decided =
    forbidden === null
      ? await decide(library, tenant, command.name, given, policy, context)
      : Result.fail<ReadonlyArray<Refusal>>([forbidden])
  const about = recorded?.context() ?? null
  return {
    ok: true,
    explanation: {
      policyVersion: policy?.version ?? null,
      allowed: Result.isSuccess(decided),
      receipt: Result.isSuccess(decided) ? decided.success : null,
      refusals: Result.isSuccess(decided) ? [] : decided.failure.map((refusal) => explained(refusal, place)),
      settings:
        policy === null || about === null
          ? []
          : (recorded?.asked() ?? [])
              .map((name) => explainSetting(policy, name, about))
              .filter(({ candidates }) => candidates.length > 0)
    }
  }
}

const decide = async (
  library: Library,
  tenant: string,
  name: ExplainedCommand["name"],
  given: CheckOut | Renew,
  policy: CompiledPolicy | null,
  context: DecisionContext
): Promise<Result.Result<CheckOutReceipt | RenewReceipt, ReadonlyArray<Refusal>>> => {
  if (name === "checkOut") {
    const command = given as CheckOut
    const facts = await library.read(tenant, checkOutLookup(command, policy))
    return Result.map(decideCheckOut(facts, command, context), ({ receipt }) => receipt)
  }
  const facts = await library.read(tenant, renewLookup(given, policy))
  return Result.map(decideRenew(facts, given, context), ({ receipt }) => receipt)
}

const explained = (refusal: Refusal, place: Place): ExplainedRefusal => ({
  refusal,
  liftedBy: liftedBy[refusal._tag],
  mayLift: lift([refusal], { reason: "asked" }, place).left.length === 0
})
