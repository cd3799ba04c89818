import type { LocalDay } from "@openshelf/core"
import type { Chance } from "./chance.ts"
import type { PlannedItem, PlannedLoan, Shelf } from "./shelf.ts"
import type { DemoTerms } from "./terms.ts"
import { dayOf, type PlannedReader, type Visit } from "./visits.ts"

/** What somebody does at a desk. `pay` pays what is owed, if anything. */
export type DemoAct =
  | { readonly kind: "checkOut"; readonly item: string; readonly card: string }
  | { readonly kind: "returnItem"; readonly item: string }
  | { readonly kind: "renew"; readonly item: string; readonly card: string }
  | { readonly kind: "reserve"; readonly title: string; readonly card: string }
  | { readonly kind: "pay"; readonly card: string }

export interface Plan {
  readonly shelf: Shelf
  readonly chance: Chance
  readonly terms: (item: PlannedItem) => DemoTerms | null
  /** How much a title is liked. */
  readonly liking: ReadonlyMap<string, number>
  /** Cards with something to pay. */
  readonly owing: Set<string>
}

const loansMax = 5
const mediaMax = 2
const reservationsMax = 2

/** All that a reader does on one visit, in order. The plan's own shelf is up to date after each. */
export function* actsOf(visit: Visit, day: LocalDay, plan: Plan): Generator<DemoAct, void, undefined> {
  yield* bringBack(visit, day, plan)
  yield* payUp(visit, plan)
  if (day >= dayOf(visit.reader.expiresOn) || plan.owing.has(visit.reader.card)) return
  yield* pickUp(visit, day, plan)
  yield* renewSoonDue(visit, day, plan)
  yield* borrow(visit, day, plan)
  yield* reserveOne(visit, plan)
}

function* bringBack({ reader, branch }: Visit, day: LocalDay, plan: Plan): Generator<DemoAct, void, undefined> {
  for (const { item, backDay, dueDay } of plan.shelf.loansOf(reader.card)) {
    if (item.branch !== branch || backDay > day + 2) continue
    plan.shelf.takeBack(item, day + plan.chance.between(1, 3))
    if (day > dueDay) plan.owing.add(reader.card)
    yield { kind: "returnItem", item: item.barcode }
  }
}

function* payUp({ reader }: Visit, { owing, chance }: Plan): Generator<DemoAct, void, undefined> {
  if (!owing.has(reader.card) || !chance.happens(0.85)) return
  owing.delete(reader.card)
  yield { kind: "pay", card: reader.card }
}

function* pickUp({ reader, branch }: Visit, day: LocalDay, plan: Plan): Generator<DemoAct, void, undefined> {
  for (const { item } of plan.shelf.keptFor(reader.card)) {
    if (item.branch === branch) yield lend(item, reader, day, plan)
  }
}

function* renewSoonDue({ reader, branch }: Visit, day: LocalDay, plan: Plan): Generator<DemoAct, void, undefined> {
  for (const loan of plan.shelf.loansOf(reader.card)) {
    const terms = plan.terms(loan.item)
    const soon = loan.dueDay >= day && loan.dueDay <= day + 5
    const may = terms?.renewable === true && !loan.renewed && !plan.shelf.isAwaited(loan.item.titleId)
    if (loan.item.branch !== branch || !soon || !may || !plan.chance.happens(0.5)) continue
    const dueDay = loan.dueDay + terms.loanDays
    plan.shelf.lend({ ...loan, renewed: true, dueDay, backDay: dueDay - plan.chance.between(-2, 6) })
    yield { kind: "renew", item: loan.item.barcode, card: reader.card }
  }
}

function* borrow({ reader, branch }: Visit, day: LocalDay, plan: Plan): Generator<DemoAct, void, undefined> {
  for (let wish = plan.chance.between(0, 3); wish > 0; wish--) {
    const has = plan.shelf.loansOf(reader.card)
    if (has.length >= loansMax) return
    const choice = plan.shelf.available(branch).filter((item) => fits(item, has))
    const item = plan.chance.pickWeighted(choice, (candidate) => appeal(candidate, reader, plan))
    if (item !== undefined) yield lend(item, reader, day, plan)
  }
}

const isMedia = ({ itemType }: PlannedItem): boolean => itemType === "dvd" || itemType === "cd"

const fits = (item: PlannedItem, has: ReadonlyArray<PlannedLoan>): boolean =>
  has.every((loan) => loan.item.titleId !== item.titleId) &&
  !(isMedia(item) && has.filter((loan) => isMedia(loan.item)).length >= mediaMax)

const likingOf = (titleId: string, { liking }: Plan): number => liking.get(titleId) ?? 0

const appeal = ({ titleId, collection }: PlannedItem, reader: PlannedReader, plan: Plan): number => {
  const age = (collection === "children") === (reader.category === "child") ? 4 : 1
  const language = collection === (reader.language === "zh" ? "chinese" : "english") ? 3 : 1
  return likingOf(titleId, plan) * age * language
}

/** Most come back in time, some late, a few are forgotten. */
const lend = (item: PlannedItem, { card }: PlannedReader, day: LocalDay, plan: Plan): DemoAct => {
  const loanDays = plan.terms(item)?.loanDays ?? 0
  const luck = plan.chance.share()
  const kept =
    luck < 0.8
      ? plan.chance.between(2, loanDays)
      : luck < 0.95
        ? loanDays + plan.chance.between(1, 12)
        : loanDays + plan.chance.between(20, 60)
  plan.shelf.lend({ item, card, renewed: false, dueDay: day + loanDays, backDay: day + kept })
  return { kind: "checkOut", item: item.barcode, card }
}

function* reserveOne({ reader, branch }: Visit, plan: Plan): Generator<DemoAct, void, undefined> {
  const reserved = plan.shelf.reservedBy(reader.card)
  if (reserved.size >= reservationsMax || !plan.chance.happens(0.12)) return
  const unwanted = new Set([...plan.shelf.loansOf(reader.card).map(({ item }) => item.titleId), ...reserved])
  const wanted = plan.shelf
    .reservable()
    .filter((item) => item.branch === branch && !unwanted.has(item.titleId) && !isMedia(item))
  const item = plan.chance.pickWeighted(wanted, ({ titleId }) => likingOf(titleId, plan) ** 2)
  if (item === undefined) return
  plan.shelf.reserve(item.titleId, reader.card)
  yield { kind: "reserve", title: item.titleId, card: reader.card }
}
