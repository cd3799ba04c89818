import { Result } from "effect"
import { type ImportedPolicy, type ImportProblem, type NotTakenOver, soundImport } from "../imported.ts"
import {
  type FolioCriterion,
  type FolioKind,
  type FolioPolicies,
  type FolioPriority,
  type FolioRules,
  parseFolioRules
} from "./parseFolioRules.ts"

interface FolioPeriod {
  readonly duration: number
  readonly intervalId: string
}

/** A loan policy as FOLIO's interface gives it; only what is read of it here. */
export interface FolioLoanPolicy {
  readonly id: string
  readonly name: string
  readonly loanable: boolean
  readonly loansPolicy?: {
    readonly profileId?: string
    readonly period?: FolioPeriod
    readonly closedLibraryDueDateManagementId?: string
    readonly gracePeriod?: FolioPeriod
  }
  readonly renewable?: boolean
  readonly renewalsPolicy?: {
    readonly unlimited?: boolean
    readonly numberAllowed?: number
    readonly renewFromId?: string
    readonly differentPeriod?: boolean
    readonly period?: FolioPeriod
  }
  readonly requestManagement?: { readonly recalls?: object }
}

/** A request policy as FOLIO's interface gives it. */
export interface FolioRequestPolicy {
  readonly id: string
  readonly name: string
  /** Hold, Page, Recall. */
  readonly requestTypes: ReadonlyArray<string>
}

export interface FolioInput {
  /** The circulation rules as their text. */
  readonly rules: string
  readonly loanPolicies: ReadonlyArray<FolioLoanPolicy>
  readonly requestPolicies: ReadonlyArray<FolioRequestPolicy>
  /** ISO 4217. */
  readonly currency: string
  /** Libraries (our branches) by campus and by institution, as far as rules name these. */
  readonly campuses?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly institutions?: Readonly<Record<string, ReadonlyArray<string>>>
  /** Patron groups and material types that no rule names. */
  readonly patronGroups?: ReadonlyArray<string>
  readonly materialTypes?: ReadonlyArray<string>
  /** What FOLIO settles elsewhere: limits, debts, membership, overdue fines. Set for every case. */
  readonly base?: Readonly<Record<string, unknown>>
}

/**
 * A policy from FOLIO's rules and the loan and request policies that they name. Patron groups become reader categories,
 * material types item types, loan types collections; FOLIO's library is a branch, its campus a group of branches, its
 * institution a library. Names stay what they are in the rules.
 */
export const importFolio = (input: FolioInput): Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>> =>
  Result.flatMap(parseFolioRules(input.rules), (rules) => {
    const unknown = unknownPolicies(rules, input)
    if (unknown.length > 0) return Result.fail(unknown)
    const left: Array<NotTakenOver> = [...leftOf(rules, input)]
    const named = (kind: FolioKind, more: ReadonlyArray<string> = []): ReadonlyArray<string> => [
      ...new Set([...more, ...rules.rules.flatMap(({ criteria }) => criteria).flatMap((one) => namesIn(one, kind))])
    ]
    const declared = (names: ReadonlyArray<string>): object => Object.fromEntries(names.map((code) => [code, {}]))
    const branches = (kind: FolioKind, given: FolioInput["campuses"] = {}): object => ({
      ...Object.fromEntries(named(kind).map((code) => [code, []])),
      ...given
    })
    return soundImport(
      {
        currency: input.currency,
        rounding: "halfUp",
        precedence: { by: "steps", steps: rules.priority.map(stepOf) },
        readerCategories: declared(named("g", input.patronGroups)),
        itemTypes: declared(named("m", input.materialTypes)),
        branchGroups: branches("b", input.campuses),
        libraries: branches("a", input.institutions),
        limits: { all: {} },
        // The first rows lose ties where the last line wins, and the other way round.
        rows: ordered(rules, [
          { id: "base", note: "What FOLIO settles outside its rules.", when: {}, set: { ...input.base } },
          { id: "fallback-policy", when: {}, set: settingsOf(rules.fallback, input) },
          ...rules.rules.map(({ line, criteria, policies }) => ({
            id: `line-${line}`,
            when: Object.fromEntries(criteria.map((one) => [fields[one.kind], conditionOf(one)])),
            set: settingsOf(policies, input)
          }))
        ])
      },
      left
    )
  })

const fields: Readonly<Record<FolioKind, string>> = {
  g: "readerCategory",
  m: "itemType",
  t: "collection",
  a: "library",
  b: "branchGroup",
  c: "branch",
  s: "location"
}

const conditionOf = ({ names }: FolioCriterion): unknown => {
  if (names === "all") return { any: true }
  return "noneOf" in names ? { not: names.noneOf } : names.anyOf
}

const namesIn = ({ kind, names }: FolioCriterion, wanted: FolioKind): ReadonlyArray<string> => {
  if (kind !== wanted || names === "all") return []
  return "noneOf" in names ? names.noneOf : names.anyOf
}

const stepOf = (step: FolioPriority): object => {
  switch (step.by) {
    case "criterium":
      return { by: "strongestCriterion", order: [...step.order.map((kind) => fields[kind])] }
    case "number-of-criteria":
      return { by: "mostCriteria", countAsOne: [["location", "branch", "branchGroup", "library"]] }
    case "first-line":
      return { by: "firstRow" }
    case "last-line":
      return { by: "lastRow" }
  }
}

/** Where the first line wins, what holds otherwise stands behind all lines. */
const ordered = (rules: FolioRules, rows: ReadonlyArray<object>): ReadonlyArray<object> => {
  if (rules.priority.at(-1)?.by !== "first-line") return rows
  const [base, fallback, ...lines] = rows
  return [...lines, fallback as object, base as object]
}

const unknownPolicies = (rules: FolioRules, input: FolioInput): ReadonlyArray<ImportProblem> =>
  places(rules).flatMap(({ where, policies }) => [
    ...(loanPolicy(policies, input) === undefined
      ? [{ where, expected: `the loan policy ${policies.l} among those given`, found: "none" }]
      : []),
    ...(requestPolicy(policies, input) === undefined
      ? [{ where, expected: `the request policy ${policies.r} among those given`, found: "none" }]
      : [])
  ])

const places = ({ fallback, rules }: FolioRules): ReadonlyArray<{ where: string; policies: FolioPolicies }> => [
  { where: "fallback-policy", policies: fallback },
  ...rules.map(({ line, policies }) => ({ where: `line ${line}`, policies }))
]

const loanPolicy = ({ l }: FolioPolicies, { loanPolicies }: FolioInput): FolioLoanPolicy | undefined =>
  loanPolicies.find(({ id, name }) => id === l || name === l)

const requestPolicy = ({ r }: FolioPolicies, { requestPolicies }: FolioInput): FolioRequestPolicy | undefined =>
  requestPolicies.find(({ id, name }) => id === r || name === r)

const settingsOf = (policies: FolioPolicies, input: FolioInput): object => ({
  ...loanSettings(loanPolicy(policies, input) as FolioLoanPolicy),
  ...requestSettings(requestPolicy(policies, input) as FolioRequestPolicy)
})

const loanSettings = ({ loanable, loansPolicy = {}, renewable, renewalsPolicy = {} }: FolioLoanPolicy): object => {
  if (!loanable) return { lendable: false }
  const { unlimited, numberAllowed, renewFromId, differentPeriod, period } = renewalsPolicy
  const renewals = renewable !== true ? 0 : unlimited === true ? "unlimited" : numberAllowed
  return {
    lendable: true,
    ...setting("loanPeriod", periodOf(loansPolicy.period)),
    ...closedDays[loansPolicy.closedLibraryDueDateManagementId ?? ""],
    ...setting("overdueGrace", graceOf(loansPolicy.gracePeriod)),
    ...setting("renewalCountMax", renewals),
    ...setting("renewFrom", renewFrom[renewFromId ?? ""]),
    ...setting("renewalPeriod", differentPeriod === true ? periodOf(period) : undefined)
  }
}

const requestSettings = ({ requestTypes }: FolioRequestPolicy): object => ({
  reservable: requestTypes.length > 0,
  reservableOnShelf: requestTypes.includes("Page")
})

const setting = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value })

const renewFrom: Readonly<Record<string, string>> = { SYSTEM_DATE: "now", CURRENT_DUE_DATE: "due" }

/** FOLIO's ways with closed days that are also ours. */
const closedDays: Readonly<Record<string, object>> = {
  CURRENT_DUE_DATE: { closedDays: "keep", dueTime: "endOfDay" },
  CURRENT_DUE_DATE_TIME: { closedDays: "keep", dueTime: "sameTime" },
  END_OF_THE_CURRENT_SERVICE_POINT_HOURS: { closedDays: "endOfOpenHours", dueTime: "sameTime" },
  BEGINNING_OF_THE_NEXT_OPEN_SERVICE_POINT_HOURS: { closedDays: "startOfNextOpenHours", dueTime: "sameTime" },
  END_OF_THE_NEXT_OPEN_DAY: { closedDays: "nextOpenDay", dueTime: "endOfDay" },
  END_OF_THE_PREVIOUS_OPEN_DAY: { closedDays: "previousOpenDay", dueTime: "endOfDay" }
}

const units: Readonly<Record<string, string>> = {
  Minutes: "minutes",
  Hours: "hours",
  Days: "days",
  Weeks: "weeks",
  Months: "months"
}

const periodOf = (period: FolioPeriod | undefined): object | undefined => {
  const unit = units[period?.intervalId ?? ""]
  return period === undefined || unit === undefined ? undefined : { [unit]: period.duration }
}

/** A period of grace, which is in days or hours. */
const graceOf = (period: FolioPeriod | undefined): object | undefined => {
  const { duration = 0, intervalId } = period ?? {}
  if (intervalId === "Weeks") return { days: duration * 7 }
  if (intervalId === "Minutes") return duration % 60 === 0 ? { hours: duration / 60 } : undefined
  return intervalId === "Days" || intervalId === "Hours" ? periodOf(period) : undefined
}

const leftOf = (rules: FolioRules, input: FolioInput): ReadonlyArray<NotTakenOver> => {
  const used = new Set(places(rules).map(({ policies }) => loanPolicy(policies, input)))
  const later = new Set(
    places(rules).flatMap(({ policies: { n, o, i } }) => [
      `notice policy ${n}`,
      `overdue fine policy ${o}`,
      `lost item fee policy ${i}`
    ])
  )
  return [
    ...[...later].map((where) => ({ where, because: "policies of this kind are not read; `base` may say it" })),
    ...[...used].flatMap((policy) => (policy === undefined ? [] : leftOfLoanPolicy(policy)))
  ]
}

const leftOfLoanPolicy = (policy: FolioLoanPolicy): ReadonlyArray<NotTakenOver> => {
  const { loansPolicy = {}, renewalsPolicy = {}, requestManagement, loanable } = policy
  if (!loanable) return []
  const { period, gracePeriod: grace } = loansPolicy
  const unsaid = [
    ...[period, renewalsPolicy.period].filter((one) => one !== undefined && periodOf(one) === undefined),
    ...(grace !== undefined && graceOf(grace) === undefined ? [grace] : [])
  ]
  const managed = loansPolicy.closedLibraryDueDateManagementId
  const reasons = [
    ...(loansPolicy.profileId === "Fixed" ? ["its fixed due dates stand in a schedule that is not given"] : []),
    ...unsaid.map((one) => `a period of ${one?.duration} ${one?.intervalId}`),
    ...(managed !== undefined && closedDays[managed] === undefined ? [`${managed} on closed days`] : []),
    ...(requestManagement?.recalls === undefined ? [] : ["recalls"])
  ]
  return reasons.map((because) => ({ where: `loan policy ${policy.name}`, because }))
}
