import type { Result } from "effect"
import { type ImportedPolicy, type ImportProblem, type NotTakenOver, soundImport } from "../imported.ts"

interface Reference {
  readonly $ref: string
}

interface ReroPolicy {
  readonly pid: string
  readonly name: string
  readonly organisation: Reference
  readonly checkout_duration?: number
  readonly allow_requests?: boolean
  readonly pickup_hold_duration?: number
  readonly number_renewals?: number
  readonly renewal_duration?: number
  readonly automatic_renewal?: boolean
  readonly reminders?: ReadonlyArray<object>
  readonly is_default?: boolean
  readonly libraries?: ReadonlyArray<Reference>
  readonly settings?: ReadonlyArray<{ readonly patron_type: Reference; readonly item_type: Reference }>
}

interface ReroType {
  readonly pid: string
  readonly name: string
  readonly organisation: Reference
  readonly limits?: {
    readonly checkout_limits?: { readonly global_limit?: number }
    readonly request_limits?: { readonly global_limit?: number }
  }
}

/** RERO ILS's circulation policies, patron types and item types, as its interface gives them. */
export interface ReroPolicies {
  readonly circulationPolicies: ReadonlyArray<ReroPolicy>
  readonly patronTypes: ReadonlyArray<ReroType>
  readonly itemTypes: ReadonlyArray<ReroType>
  /** The pid of the organisation whose policies are wanted. */
  readonly organisation: string
  /** ISO 4217. */
  readonly currency: string
  /** What RERO settles elsewhere. Set for every case. */
  readonly base?: Readonly<Record<string, unknown>>
}

/**
 * A policy from RERO ILS. Its policies name pairs of patron and item types; one at library level goes before one of the
 * organisation, and the default holds where none names the pair. Codes are RERO's pids.
 */
export const importRero = (input: ReroPolicies): Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>> => {
  const own = <A extends { readonly organisation: Reference }>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
    all.filter(({ organisation }) => pidOf(organisation) === input.organisation)
  const policies = own(input.circulationPolicies)
  const categories = own(input.patronTypes)
  return soundImport(
    {
      currency: input.currency,
      rounding: "halfUp",
      precedence: { by: "criteriaOrder", order: ["branch", "readerCategory", "itemType"] },
      readerCategories: named(categories),
      itemTypes: named(own(input.itemTypes)),
      limits: { all: {} },
      rows: [
        ...policies.flatMap(rowsOf),
        ...categories.map((category) => ({
          id: `patron-type-${category.pid}`,
          when: { readerCategory: category.pid },
          set: limitsOf(category)
        })),
        { id: "base", when: {}, set: { ...input.base } }
      ]
    },
    policies.flatMap(leftOf)
  )
}

const pidOf = ({ $ref }: Reference): string => $ref.slice($ref.lastIndexOf("/") + 1)

const named = (types: ReadonlyArray<ReroType>): object =>
  Object.fromEntries(types.map(({ pid, name }) => [pid, { name: { en: name } }]))

const limitsOf = ({ limits }: ReroType): object => ({
  "loanCountMax.all": limits?.checkout_limits?.global_limit ?? "unlimited",
  reservationCountMax: limits?.request_limits?.global_limit ?? "unlimited"
})

const rowsOf = (policy: ReroPolicy): ReadonlyArray<object> => {
  const set = settingsOf(policy)
  if (policy.is_default === true) return [{ id: `policy-${policy.pid}`, note: policy.name, when: {}, set }]
  const branch = policy.libraries === undefined ? {} : { branch: policy.libraries.map(pidOf) }
  return (policy.settings ?? []).map(({ patron_type, item_type }) => ({
    id: `policy-${policy.pid}-${pidOf(patron_type)}-${pidOf(item_type)}`,
    note: policy.name,
    when: { ...branch, readerCategory: pidOf(patron_type), itemType: pidOf(item_type) },
    set
  }))
}

/** No duration: not lent. Requests wait, renewals count from now, as RERO does. */
const settingsOf = (policy: ReroPolicy): object => {
  const { checkout_duration, allow_requests = false, pickup_hold_duration, number_renewals, renewal_duration } = policy
  return {
    lendable: checkout_duration !== undefined,
    ...(checkout_duration === undefined ? {} : { loanPeriod: { days: checkout_duration } }),
    renewalCountMax: number_renewals ?? 0,
    ...(renewal_duration === undefined ? {} : { renewalPeriod: { days: renewal_duration } }),
    reservable: allow_requests,
    ...(pickup_hold_duration === undefined ? {} : { pickupDays: pickup_hold_duration })
  }
}

const leftOf = ({ name, reminders, automatic_renewal }: ReroPolicy): ReadonlyArray<NotTakenOver> => [
  ...(reminders === undefined ? [] : [{ where: `policy ${name}`, because: "reminders and their fees" }]),
  ...(automatic_renewal === true ? [{ where: `policy ${name}`, because: "automatic renewal" }] : [])
]
