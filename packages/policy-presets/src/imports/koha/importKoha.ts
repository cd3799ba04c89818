import type { Result } from "effect"
import { type ImportedPolicy, type ImportProblem, type NotTakenOver, soundImport } from "../imported.ts"
import { kohaClosedDays, settingsOfScope } from "./kohaSettings.ts"

/** One line of Koha's rule matrix (its table circulation_rules). `null`: all branches, categories or item types. */
export interface KohaRule {
  readonly branchcode: string | null
  readonly categorycode: string | null
  readonly itemtype: string | null
  readonly rule_name: string
  /** Blank for a rule that lifts a limit. */
  readonly rule_value: string | null
}

/** System preferences of Koha that its rules rest on. All by their own names and values. */
export interface KohaPreferences {
  readonly CircControl?: "PickupLibrary" | "PatronLibrary" | "ItemHomeLibrary"
  /** Where it is given, `CircControl` says nothing of reservations. */
  readonly ReservesControlBranch?: "PatronLibrary" | "ItemHomeLibrary"
  /** The same of losses. */
  readonly LostChargesControl?: "PickupLibrary" | "PatronLibrary" | "ItemHomeLibrary"
  readonly useDaysMode?: "Calendar" | "Days" | "Datedue" | "Dayweek"
  readonly RenewalPeriodBase?: "now" | "date_due"
  readonly finesCalendar?: "ignoreCalendar" | "noFinesWhenClosed"
  /** The most a reader may owe and still borrow. */
  readonly noissuescharge?: string
  readonly ReservesMaxPickUpDelay?: number
  readonly maxreserves?: number
}

export interface KohaInput {
  readonly rules: ReadonlyArray<KohaRule>
  readonly preferences?: KohaPreferences
  /** ISO 4217. */
  readonly currency: string
  /** What Koha settles elsewhere. Set for every case, before the preferences. */
  readonly base?: Readonly<Record<string, unknown>>
}

/**
 * A policy from Koha's rule matrix and preferences. A rule of a branch goes before one of a category, that before one of
 * an item type, as Koha looks them up; each of its rules is taken from its own best line, as here.
 */
export const importKoha = (input: KohaInput): Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>> => {
  const left: Array<NotTakenOver> = []
  const scopes = new Map<string, Array<KohaRule>>()
  for (const rule of input.rules) {
    const id = scopeId(rule)
    scopes.set(id, [...(scopes.get(id) ?? []), rule])
  }
  const codes = (field: "categorycode" | "itemtype"): object =>
    Object.fromEntries(input.rules.flatMap((rule) => (rule[field] === null ? [] : [[rule[field], {}]])))
  const rows = [...scopes].map(([id, rules]) => {
    const [{ branchcode, categorycode, itemtype }] = rules as [KohaRule]
    const { set, notTakenOver } = settingsOfScope(id, rules)
    left.push(...notTakenOver)
    return {
      id,
      when: { ...when("branch", branchcode), ...when("readerCategory", categorycode), ...when("itemType", itemtype) },
      set
    }
  })
  return soundImport(
    {
      currency: input.currency,
      rounding: "halfUp",
      precedence: { by: "criteriaOrder", order: ["branch", "readerCategory", "itemType"] },
      ...ruleBranches(input.preferences ?? {}),
      readerCategories: codes("categorycode"),
      itemTypes: codes("itemtype"),
      limits: { all: {}, perType: { per: ["itemType"] }, onSite: { onSite: true } },
      rows: [...rows, { id: "preferences", when: {}, set: { ...input.base, ...preferences(input.preferences ?? {}) } }]
    },
    left
  )
}

const scopeId = ({ branchcode, categorycode, itemtype }: KohaRule): string =>
  [branchcode, categorycode, itemtype].map((code) => code ?? "*").join(" ")

const when = (field: string, code: string | null): object => (code === null ? {} : { [field]: code })

const controls = { PickupLibrary: "desk", PatronLibrary: "readerHome", ItemHomeLibrary: "itemHome" } as const

const ruleBranches = ({ CircControl, ReservesControlBranch, LostChargesControl }: KohaPreferences): object => {
  const loans = CircControl === undefined ? undefined : controls[CircControl]
  if (ReservesControlBranch === undefined && LostChargesControl === undefined)
    return loans === undefined ? {} : { ruleBranch: loans }
  const reservations = ReservesControlBranch === undefined ? loans : controls[ReservesControlBranch]
  const losses = LostChargesControl === undefined ? loans : controls[LostChargesControl]
  const kinds = Object.entries({ loans, overdue: loans, reservations, losses })
  return { ruleBranch: Object.fromEntries(kinds.filter(([, branch]) => branch !== undefined)) }
}

const preferences = (given: KohaPreferences): object => ({
  lendable: true,
  reservable: true,
  // Koha's own default where no rule speaks of holds on what stands on the shelf.
  reservableOnShelf: false,
  dueTime: "endOfDay",
  closedDays: kohaClosedDays[given.useDaysMode ?? "Datedue"],
  renewFrom: given.RenewalPeriodBase === "date_due" ? "due" : "now",
  renewalWhenWaiting: false,
  overdueOnClosedDays: given.finesCalendar !== "noFinesWhenClosed",
  ...(given.noissuescharge === undefined ? {} : { debtMax: given.noissuescharge }),
  ...(given.ReservesMaxPickUpDelay === undefined ? {} : { pickupDays: given.ReservesMaxPickUpDelay }),
  ...(given.maxreserves === undefined ? {} : { reservationCountMax: given.maxreserves })
})
