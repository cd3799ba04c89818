import type { CompiledPolicy, PolicyContext, ResolvedSettings, SettingName } from "../../policy/index.ts"

/** A case that a decision was about, and the settings that it asked for, in that order. */
export interface AskedCase {
  readonly context: PolicyContext
  readonly asked: ReadonlySet<SettingName>
}

/** A policy that notes what a decision asks of it. */
export interface RecordedPolicy {
  readonly policy: CompiledPolicy
  /** Every case that it resolved, in that order; none: it got nowhere near the policy. */
  readonly cases: () => ReadonlyArray<AskedCase>
}

export const recordedPolicy = (policy: CompiledPolicy): RecordedPolicy => {
  const cases: Array<AskedCase> = []
  return {
    policy: {
      ...policy,
      resolve: (context) => {
        const asked = new Set<SettingName>()
        cases.push({ context, asked })
        return noted(policy.resolve(context), asked)
      }
    },
    cases: () => cases
  }
}

const noted = (settings: ResolvedSettings, asked: Set<SettingName>): ResolvedSettings => ({
  context: settings.context,
  get: (name) => {
    asked.add(name)
    return settings.get(name)
  },
  row: (name) => settings.row(name),
  limits: (of) => {
    const limits = settings.limits(of)
    for (const { name } of limits) asked.add(`${of}.${name}`)
    return limits
  }
})
