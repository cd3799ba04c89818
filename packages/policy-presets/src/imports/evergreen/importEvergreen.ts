import type { Result } from "effect"
import { type ImportedPolicy, type ImportProblem, type NotTakenOver, soundImport } from "../imported.ts"

type Row = Readonly<Record<string, string | null>>

/** Evergreen's tables by their columns' names; `null` where a column is empty. Only what is read of them. */
export interface EvergreenTables {
  readonly circMatrixMatchpoint: ReadonlyArray<Row>
  readonly holdMatrixMatchpoint: ReadonlyArray<Row>
  readonly ruleCircDuration: ReadonlyArray<Row>
  readonly ruleRecurringFine: ReadonlyArray<Row>
  readonly ruleMaxFine: ReadonlyArray<Row>
  readonly grpTree: ReadonlyArray<Row>
  readonly grpPenaltyThreshold: ReadonlyArray<Row>
  readonly circModifier: ReadonlyArray<Row>
  readonly orgUnit: ReadonlyArray<Row>
  /** ISO 4217. */
  readonly currency: string
  /** What Evergreen settles elsewhere. Set for every case. */
  readonly base?: Readonly<Record<string, unknown>>
}

/**
 * A policy from Evergreen's circulation and hold matrices. Permission groups become reader categories with their tree,
 * circulation modifiers item types, organisational units groups of the branches under them. The row with more criteria
 * goes first; Evergreen's own weights are not in these tables.
 */
export const importEvergreen = (
  tables: EvergreenTables
): Result.Result<ImportedPolicy, ReadonlyArray<ImportProblem>> => {
  const groups = new Set(tables.grpTree.map(({ id }) => id))
  return soundImport(
    {
      currency: tables.currency,
      rounding: "halfUp",
      precedence: { by: "mostCriteria" },
      readerCategories: Object.fromEntries(
        tables.grpTree.map(({ id, name, parent }) => [
          id,
          { name: { en: name }, ...(parent !== null && groups.has(parent) ? { parent } : {}) }
        ])
      ),
      itemTypes: Object.fromEntries(tables.circModifier.map(({ code, name }) => [code, { name: { en: name } }])),
      branchGroups: Object.fromEntries(
        tables.orgUnit.map(({ id }) => [`unit-${id}`, branchesUnder(id ?? "", tables.orgUnit)])
      ),
      limits: { all: {} },
      rows: [
        ...tables.circMatrixMatchpoint.filter(isActive).map((row) => ({
          id: `circ-${row.id}`,
          when: whenOf(row, "grp", tables),
          set: circSettings(row, tables)
        })),
        ...tables.holdMatrixMatchpoint.filter(isActive).map((row) => ({
          id: `hold-${row.id}`,
          ...(row.description === null ? {} : { note: row.description }),
          when: whenOf(row, "requestor_grp", tables),
          set: { reservable: row.holdable === "1" }
        })),
        ...tables.grpPenaltyThreshold.flatMap(penaltyRow),
        { id: "base", when: {}, set: { ...tables.base } }
      ]
    },
    tables.circMatrixMatchpoint.filter(isActive).flatMap(leftOf)
  )
}

const isActive = ({ active }: Row): boolean => active === "1"

const branchesUnder = (unit: string, units: EvergreenTables["orgUnit"]): ReadonlyArray<string> => {
  const children = units.filter(({ parent_ou }) => parent_ou === unit)
  const own = units.find(({ id }) => id === unit)?.shortname ?? unit
  return [own, ...children.flatMap(({ id }) => branchesUnder(id ?? "", units))]
}

/** The whole tree of units, and a group above all reader groups, are no conditions. */
const whenOf = (row: Row, groupColumn: string, { grpTree, orgUnit }: EvergreenTables): object => {
  const group = row[groupColumn] ?? null
  const unit = row.org_unit ?? null
  return {
    ...(group !== null && grpTree.some(({ id }) => id === group) ? { readerCategory: group } : {}),
    ...(unit !== null && orgUnit.some(({ id }) => id === unit) ? { branchGroup: `unit-${unit}` } : {}),
    ...(row.circ_modifier === null ? {} : { itemType: row.circ_modifier }),
    ...(row.is_renewal === null || row.is_renewal === undefined ? {} : { isRenewal: row.is_renewal === "1" })
  }
}

const circSettings = (row: Row, tables: EvergreenTables): object => {
  const duration = tables.ruleCircDuration.find(({ id }) => id === row.duration_rule)
  const fine = tables.ruleRecurringFine.find(({ id }) => id === row.recurring_fine_rule)
  const cap = tables.ruleMaxFine.find(({ id }) => id === row.max_fine_rule)
  const period = periodOf(duration?.normal ?? null)
  return {
    lendable: row.circulate === "1",
    ...(period === null ? {} : { loanPeriod: period }),
    ...(duration === undefined ? {} : { renewalCountMax: Number(row.renewals ?? duration.max_renewals) }),
    ...(fine === undefined ? {} : { overdueRate: rateOf(fine) }),
    ...(cap === undefined || cap.is_percent === "1" ? {} : { overdueCap: cap.amount })
  }
}

const periodOf = (interval: string | null): object | null => {
  const [, count, unit] = /^(\d+) (day|hour)s?$/.exec(interval ?? "") ?? []
  if (count === undefined) return null
  return unit === "hour" ? { hours: Number(count) } : { days: Number(count) }
}

const rateOf = ({ normal, recurrence_interval }: Row): unknown => {
  if (Number(normal) === 0) return "none"
  return { amount: normal, per: recurrence_interval === "1 hour" ? "hour" : "day" }
}

/** The thresholds of Evergreen that are settings here: 1, fines owed; 3, items out. */
const penaltyRow = ({ id, grp, penalty, threshold }: Row): ReadonlyArray<object> => {
  const set = { "1": { debtMax: threshold }, "3": { "loanCountMax.all": Number(threshold) } }[penalty ?? ""]
  return set === undefined ? [] : [{ id: `penalty-${id}`, when: { readerCategory: grp }, set }]
}

const unread = [
  "copy_location",
  "marc_type",
  "copy_circ_lib",
  "copy_owning_lib",
  "user_home_ou",
  "juvenile_flag",
  "item_age",
  "hard_due_date",
  "total_copy_hold_ratio"
]

const leftOf = (row: Row): ReadonlyArray<NotTakenOver> =>
  unread.flatMap((column) => {
    const value = row[column] ?? null
    return value === null
      ? []
      : [{ where: `circulation matrix row ${row.id}: ${column} = ${value}`, because: "this column is not read" }]
  })
