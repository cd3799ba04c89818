import {
  actorName,
  compilePolicy,
  hasPermission,
  type PolicyContext,
  type PolicyDocument,
  parseInstant,
  type SettingName,
  settingsOfLimit
} from "@openshelf/core"
import { decodePolicy, settings } from "@openshelf/core/documents"
import { explainSetting } from "@openshelf/core/explain"
import { checkPolicy as findingsOf, regulations as regulationsOf } from "@openshelf/core/policy-review"
import { Result, Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Reply, type Route } from "../route.ts"
import { branchesNow, inForce } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { PolicyCaseInput, readPolicyCase } from "../wire/policyCase.ts"
import { bodyBytesMax, PolicyInput, readPolicyInput, unfit } from "../wire/policyInput.ts"

const publishing = "policy.publish"

const permits: Extract<Route, { readonly signedIn: true }>["permits"] = ({ actor }) =>
  actor.kind === "staff" && hasPermission(actor, publishing)
    ? null
    : refused([{ _tag: "NotPermitted", permission: publishing }])

const unknownNames = (body: object, names: ReadonlyArray<string>): Reply | null => {
  const extra = Object.keys(body).filter((name) => !names.includes(name))
  return extra.length === 0 ? null : invalid(...extra.map((path) => ({ path, expected: "no such name" })))
}

const Problem = Schema.Struct({
  path: Schema.String,
  line: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.Int),
  expected: Schema.String,
  found: Schema.String,
  suggestion: Schema.optionalKey(Schema.String)
})

const CheckBody = Schema.Struct({ document: PolicyInput })

export const checkPolicy: Route = {
  name: "checkPolicy",
  method: "POST",
  path: "/v1/policies/check",
  tag: "server",
  summary:
    "Everything wrong with a draft of a policy, and what is probably not meant, branches too that the calendar in force does not know; nothing is stored",
  body: CheckBody,
  bodyBytesMax,
  answer: Schema.Struct({
    problems: Schema.Array(Problem),
    findings: Schema.Array(Schema.Record(Schema.String, Schema.Unknown))
  }),
  signedIn: true,
  permits,
  handle: async ({ library, identity: { tenant }, body, now }) => {
    const decoded = Schema.decodeUnknownResult(CheckBody)(body)
    if (Result.isFailure(decoded)) return invalid({ path: "document", expected: "a policy, as text or as JSON" })
    const { document } = decoded.success
    const policy = readPolicyInput(document)
    if (Result.isFailure(policy)) return found({ problems: policy.failure, findings: [] })
    const branches = Object.keys(await branchesNow(library, tenant, now))
    return found({ problems: [], findings: findingsOf(policy.success, { branches }) })
  }
}

const PublishBody = Schema.Struct({ document: PolicyInput, validFrom: Schema.optionalKey(InstantText) })

export const publishPolicy: Route = {
  name: "publishPolicy",
  method: "POST",
  path: "/v1/policies",
  tag: "server",
  summary: "Put a new version of the policy in force, from now or from the given instant on",
  body: PublishBody,
  bodyBytesMax,
  answer: Schema.Struct({ version: Schema.Int }),
  signedIn: true,
  permits,
  handle: async ({ library, identity, body, now }) => {
    const decoded = Schema.decodeUnknownResult(PublishBody)(body)
    if (Result.isFailure(decoded))
      return invalid(
        { path: "document", expected: "a policy, as text or as JSON" },
        { path: "validFrom", expected: "an instant with its zone, or nothing" }
      )
    const extra = unknownNames(body as object, ["document", "validFrom"])
    if (extra !== null) return extra
    const { document, validFrom } = decoded.success
    const from = validFrom === undefined ? Result.succeed(now) : parseInstant(validFrom)
    if (Result.isFailure(from)) return invalid({ path: "validFrom", expected: from.failure })
    const published = await library.publishPolicy({
      tenant: identity.tenant,
      content: document,
      at: now,
      validFrom: from.success,
      by: actorName(identity.actor)
    })
    return published.ok ? found({ version: published.version }) : unfit(published.invalid)
  }
}

const Version = Schema.Struct({
  version: Schema.Int,
  validFromAt: InstantText,
  publishedAt: InstantText,
  publishedBy: Schema.String
})

export const policies: Route = {
  name: "policies",
  method: "GET",
  path: "/v1/policies",
  tag: "server",
  summary: "Every version of the policy, the newest first: from when it holds, and who published it",
  answer: Schema.Struct({ rows: Schema.Array(Version) }),
  signedIn: true,
  permits,
  handle: async ({ library, identity }) => {
    const versions: Array<object> = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof library.scan<"document">>> = await library.scan(
        identity.tenant,
        "document",
        after,
        100
      )
      for (const { kind, version, validFrom, publishedAt, publishedBy } of page.rows)
        if (kind === "policy") versions.push({ version, validFromAt: validFrom, publishedAt, publishedBy })
      after = page.next
    } while (after !== null)
    return found(withInstantTexts({ rows: versions.toReversed() }))
  }
}

const TryBody = Schema.Struct({ document: Schema.optionalKey(PolicyInput), case: PolicyCaseInput })
const Tried = Schema.Struct({
  document: Schema.optionalKey(PolicyInput),
  case: Schema.Record(Schema.String, Schema.Unknown)
})

export const tryPolicy: Route = {
  name: "tryPolicy",
  method: "POST",
  path: "/v1/policies/try",
  tag: "server",
  summary:
    "What a draft says in one case and why, beside the policy that holds now; without a draft, what holds now. Nothing is stored",
  body: TryBody,
  bodyBytesMax,
  answer: Schema.Struct({
    settings: Schema.Array(
      Schema.Struct({
        setting: Schema.String,
        now: Schema.NullOr(Schema.Unknown),
        draft: Schema.NullOr(Schema.Unknown)
      })
    )
  }),
  signedIn: true,
  permits,
  handle: async ({ library, identity, body, now }) => {
    const decoded = Schema.decodeUnknownResult(Tried)(body)
    if (Result.isFailure(decoded))
      return invalid({
        path: "case",
        expected: "an object of names and values, and a policy as `document` if there is one"
      })
    const { document } = decoded.success
    const asked = readPolicyCase(decoded.success.case)
    if (Result.isFailure(asked)) return invalid(...asked.failure)
    const context = asked.success
    const draft = document === undefined ? null : readPolicyInput(document)
    if (draft !== null && Result.isFailure(draft)) return unfit(draft.failure)
    const row = await inForce(library, identity.tenant, "policy", now)
    const held = row === null ? null : decodePolicy(JSON.parse(row.content))
    const ofNow = explained(held === null || Result.isFailure(held) ? null : held.success, row?.version ?? 0, context)
    const ofDraft = explained(draft === null ? null : draft.success, 0, context)
    const names = [...new Set([...ofNow.keys(), ...ofDraft.keys()])]
    return found({
      settings: names.map((setting) => ({
        setting,
        now: ofNow.get(setting) ?? null,
        draft: ofDraft.get(setting) ?? null
      }))
    })
  }
}

const explained = (
  document: PolicyDocument | null,
  version: number,
  context: PolicyContext
): ReadonlyMap<string, object> => {
  if (document === null) return new Map()
  const policy = compilePolicy(document, { version })
  const names = [...Object.keys(settings), ...Object.keys(document.limits ?? {}).flatMap(settingsOfLimit)]
  return new Map(names.map((name) => [name, explainSetting(policy, name as SettingName, context)]))
}

export const regulations: Route = {
  name: "regulations",
  method: "GET",
  path: "/v1/regulations",
  tag: "server",
  summary: "What each reader category may do, in words, from the policy that holds now",
  query: {
    language: Schema.optionalKey(Schema.Literals(["en", "zh"])),
    branch: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(64)))
  },
  answer: Schema.Struct({
    language: Schema.Literals(["en", "zh"]),
    policyVersion: Schema.Int,
    supposed: Schema.Record(Schema.String, Schema.String),
    categories: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)),
    furtherRules: Schema.Array(
      Schema.Struct({ row: Schema.String, case: Schema.String, note: Schema.NullOr(Schema.String) })
    )
  }),
  signedIn: true,
  handle: async ({ library, identity, query, now }) => {
    const row = await inForce(library, identity.tenant, "policy", now)
    const policy = row === null ? null : decodePolicy(JSON.parse(row.content))
    if (row === null || policy === null || Result.isFailure(policy)) return problem("unknown")
    const language = query.language === "zh" ? "zh" : "en"
    const branch = query.branch === undefined ? {} : { branch: query.branch as string }
    return found(regulationsOf(compilePolicy(policy.success, { version: row.version }), { language, ...branch }))
  }
}
