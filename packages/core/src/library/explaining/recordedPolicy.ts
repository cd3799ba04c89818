import type { CompiledPolicy, PolicyContext, ResolvedSettings, SettingName } from "../../policy/index.ts"

/** A policy that notes what a decision asks of it. */
export interface RecordedPolicy {
  readonly policy: CompiledPolicy
  /** The case that the decision was about; `null`: it got nowhere near the policy. */
  readonly context: () => PolicyContext | null
  /** Settings that it asked for, in that order. */
  readonly asked: () => ReadonlyArray<SettingName>
}

/** The first case that a decision resolves is its own; what it asks of others is left out. */
export const recordedPolicy = (policy: CompiledPolicy): RecordedPolicy => {
  let first: PolicyContext | null = null
  const asked = new Set<SettingName>()
  const noted = (settings: ResolvedSettings): ResolvedSettings => ({
    context: settings.context,
    get: (name) => {
      asked.add(name)
      return settings.get(name)
    },
    row: (name) => settings.row(name),
    limits: () => {
      const limits = settings.limits()
      for (const { name } of limits) asked.add(`loanCountMax.${name}`)
      return limits
    }
  })
  return {
    policy: {
      ...policy,
      resolve: (context) => {
        if (first !== null) return policy.resolve(context)
        first = context
        return noted(policy.resolve(context))
      }
    },
    context: () => first,
    asked: () => [...asked]
  }
}
