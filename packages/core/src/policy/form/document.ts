import { Schema } from "effect"
import { bounds } from "./bounds.ts"
import { ExchangeRate } from "./compensation/rates.ts"
import { CompensationRule } from "./compensation/rule.ts"
import { CodeCondition, conditions } from "./conditions.ts"
import { type CriterionName, criterionNames } from "./criteria.ts"
import { code, isCode, textThat, translations, yesOrNo } from "./leaves.ts"
import { Rotations } from "./rotations.ts"
import { limitSettings, settings } from "./settings.ts"
import { Transfers } from "./transfers.ts"

const criterionName = Schema.Literals(criterionNames)

/** Turns a table of kinds into optional fields of the same names. */
const optionalFields = <R extends Record<string, { readonly schema: Schema.Top }>>(
  rows: R
): { readonly [K in keyof R]: Schema.optionalKey<R[K]["schema"]> } =>
  Object.fromEntries(Object.entries(rows).map(([name, { schema }]) => [name, Schema.optionalKey(schema)])) as never

const byCode = <S extends Schema.Codec<unknown>>(schema: S, countMax: number): Schema.$Record<Schema.String, S> =>
  Schema.Record(code, schema).check(
    Schema.makeFilter((record: object) => Object.keys(record).length <= countMax, {
      expected: `at most ${countMax} entries`
    })
  )

const weight = Schema.Number.check(
  Schema.makeFilter((n: number) => n >= 0 && n <= 1_000_000, { expected: "a number from 0 to 1000000" })
)
type Weighted = { readonly [K in CriterionName]: { readonly schema: typeof weight } }
const weighted = Object.fromEntries(criterionNames.map((name) => [name, { schema: weight }])) as Weighted
const weights = Schema.Struct(optionalFields(weighted))

const order = Schema.Array(criterionName)
const criteriaOrder = Schema.Struct({ by: Schema.Literal("criteriaOrder"), order })
const weightsOf = Schema.Struct({ by: Schema.Literal("weights"), weights })
const mostCriteria = Schema.Struct({
  by: Schema.Literal("mostCriteria"),
  /** Criteria of one list count once together: a row by location and branch says one thing of the place. */
  countAsOne: Schema.optionalKey(Schema.Array(Schema.Array(criterionName)))
})
const firstRow = Schema.Struct({ by: Schema.Literal("firstRow") })
const lastRow = Schema.Struct({ by: Schema.Literal("lastRow") })

/** One of several comparisons, each of which decides only where those before it find no difference. */
const PrecedenceStep = Schema.Union([
  criteriaOrder,
  Schema.Struct({ by: Schema.Literal("strongestCriterion"), order }),
  weightsOf,
  mostCriteria,
  firstRow,
  lastRow
]).annotate({
  expected: '{"by": "criteriaOrder", "strongestCriterion", "weights", "mostCriteria", "firstRow" or "lastRow", …}'
})
export type PrecedenceStep = typeof PrecedenceStep.Type

/**
 * Which of the matching rows wins a setting.
 * - `criteriaOrder`: the rows are compared criterion by criterion in the given order; the stronger condition wins.
 * - `weights`: the sum of the weights of a row's criteria, whatever its conditions say of them.
 * - `mostCriteria`: the number of a row's criteria.
 * - `firstRow`, `lastRow`: the row written first, or last.
 * - `steps`: several of these in turn, and `strongestCriterion`: the row wins whose foremost criterion in the order comes
 *   first, whatever else it says. Each step decides only what those before it leave equal.
 * A condition's strength: none, then "none of" and "any", then a positive one, and in a tree the deeper the code the
 * stronger. Where weights or numbers are equal, more positive conditions win, then the greater depth in trees (not in
 * `steps`, which say all themselves); and where nothing else tells rows apart, the one written first wins, or the last if
 * `lastRow` says so. An order or weights name every criterion that rows use.
 */
export const Precedence = Schema.Union([
  criteriaOrder,
  weightsOf,
  mostCriteria,
  firstRow,
  lastRow,
  Schema.Struct({
    by: Schema.Literal("steps"),
    steps: Schema.Array(PrecedenceStep).check(Schema.isMinLength(1), Schema.isMaxLength(8))
  })
]).annotate({ expected: '{"by": "criteriaOrder", "weights", "mostCriteria", "firstRow", "lastRow" or "steps", …}' })
export type Precedence = typeof Precedence.Type

/** A code with its names, and the code above it if it stands in a tree. */
const TreeEntry = Schema.Struct({ name: Schema.optionalKey(translations), parent: Schema.optionalKey(code) })
export type TreeEntry = typeof TreeEntry.Type

const NamedEntry = Schema.Struct({ name: Schema.optionalKey(translations) })

const PartnerEntry = Schema.Struct({
  name: Schema.optionalKey(translations),
  /** Of the reader here that stands for it: what it borrows is lent to this one. Without it, nothing is lent to it. */
  card: Schema.optionalKey(textThat(isCode, "the card of a reader, of 1 to 64 characters without blanks around it"))
})

const branches = Schema.Array(code).annotate({ expected: "a list of branch codes" })

/**
 * Which open loans or live reservations a limit counts: those that meet every condition given, and with `per` only those
 * that agree with the case at hand in these fields. How many loans it admits is a setting, `loanCountMax.<name>`; how many
 * reservations another, `reservationCountMax.<name>`, and their branch is the one of pickup.
 */
export const LimitDefinition = Schema.Struct({
  name: Schema.optionalKey(translations),
  itemType: Schema.optionalKey(CodeCondition),
  collection: Schema.optionalKey(CodeCondition),
  branch: Schema.optionalKey(CodeCondition),
  onSite: Schema.optionalKey(yesOrNo),
  per: Schema.optionalKey(Schema.Array(Schema.Literals(["itemType", "collection", "branch"])))
})
export type LimitDefinition = typeof LimitDefinition.Type

/**
 * Whose branch's rules and hours decide: the desk's, the reader's home, the item's home, or where the item is kept now.
 * Koha calls it circulation control. Where that branch is not known: the desk's, then the item's home, then the reader's.
 */
export const RuleBranch = Schema.Literals(["desk", "readerHome", "itemHome", "itemPresent"])
export type RuleBranch = typeof RuleBranch.Type

const RuleBranchOfKind = Schema.Struct({
  /** Lending and renewing, recalls, and by whose days and hours loans are due. */
  loans: Schema.optionalKey(RuleBranch),
  /** What being late costs. */
  overdue: Schema.optionalKey(RuleBranch),
  /** Reserving, booking, fetching. In place of the desk: the branch of pickup. */
  reservations: Schema.optionalKey(RuleBranch),
  /** Losses and damage. */
  losses: Schema.optionalKey(RuleBranch)
})

/**
 * One branch for all rules, or one for each kind of them, the desk's where a kind is not named. Koha has such a choice for each
 * (CircControl, ReservesControlBranch, LostChargesControl).
 */
const RuleBranches = Schema.Union([RuleBranch, RuleBranchOfKind]).annotate({
  expected:
    '"desk", "readerHome", "itemHome" or "itemPresent", or one of these for each of "loans", "overdue", "reservations", "losses"'
})
export type RuleBranches = typeof RuleBranches.Type
export type RuleKind = keyof typeof RuleBranchOfKind.Type

/** What a row depends on. No condition on a criterion: any value of it, known or not. */
export const When = Schema.Struct(optionalFields(conditions))
export type When = typeof When.Type

const SetForm = Schema.StructWithRest(Schema.Struct(optionalFields(settings)), [
  Schema.Record(Schema.TemplateLiteral(["loanCountMax.", Schema.String]), limitSettings.loanCountMax.schema),
  Schema.Record(
    Schema.TemplateLiteral(["reservationCountMax.", Schema.String]),
    limitSettings.reservationCountMax.schema
  )
])

export const PolicyRow = Schema.Struct({
  id: code,
  note: Schema.optionalKey(textThat((note) => note.length <= 2_000, "a text of at most 2,000 characters")),
  when: When,
  set: SetForm
})
export type PolicyRow = typeof PolicyRow.Type

/**
 * All rules of a tenant. Plain JSON, kept as it is; its version and the instant from which it holds stand outside.
 * The form alone: `decodePolicy` also checks that codes are declared and what else one field cannot know of another.
 */
export const PolicyDocument = Schema.Struct({
  name: Schema.optionalKey(translations),
  currency: textThat((currency) => /^[A-Z]{3}$/.test(currency), 'a currency of ISO 4217 such as "CNY"'),
  rounding: Schema.Literals(["halfUp", "halfEven", "down", "up"]),
  precedence: Precedence,
  /** Which branch's rules and hours hold; `desk` where it is not said. */
  ruleBranch: Schema.optionalKey(RuleBranches),
  readerCategories: byCode(TreeEntry, bounds.codes),
  itemTypes: byCode(TreeEntry, bounds.codes),
  branchGroups: Schema.optionalKey(byCode(branches, bounds.codes)),
  libraries: Schema.optionalKey(byCode(branches, bounds.codes)),
  /** Other systems that one lends to and borrows from, by their tenants' ids. */
  partners: Schema.optionalKey(byCode(PartnerEntry, bounds.partners)),
  /** Between which branches copies do not travel, and what it costs where they do. */
  transfers: Schema.optionalKey(Transfers),
  /** Collections that go round the branches. */
  rotations: Schema.optionalKey(Rotations),
  /** Why reservations are cancelled. Where any are listed, staff name one of them. */
  cancellationReasons: Schema.optionalKey(byCode(NamedEntry, bounds.reasons)),
  limits: Schema.optionalKey(byCode(LimitDefinition, bounds.limits)),
  /** What losses and damage cost; a row's `compensation` says which of these holds. */
  compensations: Schema.optionalKey(byCode(CompensationRule, bounds.compensations)),
  rates: Schema.optionalKey(Schema.Array(ExchangeRate).check(Schema.isMaxLength(bounds.rates))),
  rows: Schema.Array(PolicyRow).check(
    Schema.makeFilter((rows: ReadonlyArray<unknown>) => rows.length <= bounds.rows, {
      expected: `at most ${bounds.rows} rows`
    })
  )
})
export type PolicyDocument = typeof PolicyDocument.Type
