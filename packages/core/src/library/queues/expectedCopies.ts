import type { Instant } from "../../calendar/instant.ts"
import type { ItemId, ItemRow } from "../../catalogue/model.ts"
import type { Candidate, CopyStanding, TitleFacts } from "../../decision/facts.ts"
import { controlOf, ruleBranchOf } from "../../decision/ruleBranch.ts"
import type { LoanRow } from "../../loans/model.ts"
import { possibleValues } from "../../policy/possibleValues.ts"
import { consultFetching } from "../../reservations/consultFetching.ts"
import { newUntil } from "../../reservations/newUntil.ts"
import { mayFetch } from "../../reservations/setAside.ts"
import { isWanted, targetOf } from "../../reservations/target.ts"
import { type CopyKind, copyKinds } from "../branchLists/copyKinds.ts"
import { isOfCopy } from "../branchLists/ofCopy.ts"
import type { Rules } from "../branchLists/rulesAt.ts"
import { type RenewalsMeanwhile, type Renewed, renewalsMeanwhile } from "./renewalsMeanwhile.ts"

/** What a reservation may count on, by the rules of the library. */
export interface Expected {
  /** The copies that it may have, if not yet. */
  readonly copies: ReadonlyArray<CopyStanding>
  /** From when on it may have one of them; `null`: now. */
  readonly notBefore: (copy: CopyStanding) => Instant | null
  /** How often the loan of a copy may still be renewed while it waits. */
  readonly renewalsLeft: (copy: CopyStanding) => number
  /** How often those before it may renew theirs. */
  readonly renewalsOfTurns: number
}

/** A title with its copies, and how many wait for it. */
interface Waited {
  readonly title: TitleFacts
  readonly waitingCount: number
  readonly copies: ReadonlyArray<CopyStanding>
  readonly at: Instant
}

/**
 * What those who wait for a title may count on, each by their own reader and pickup branch; `null`: some reader, of whom nothing
 * is known, who may have whatever anybody may. Copies that are alike are asked about once. A copy on loan is taken to come back
 * where it was lent, one that travels to be where it travels to. Without rules in force nobody may have any.
 */
export const expectedCopies = (waited: Waited, rules: Rules | null): ((who: Candidate | null) => Expected) => {
  const { copies, at } = waited
  if (rules === null) return () => ({ copies: [], notBefore: () => null, renewalsLeft: () => 0, renewalsOfTurns: 0 })
  const kinds = copyKinds(copies.map(whereItWillBe), [], rules.policy)
  const kindOf = new Map<ItemId, CopyKind>()
  for (const kind of kinds) for (const { itemId } of kind.items) kindOf.set(itemId, kind)
  const renewals = renewalsOfLoans(waited, rules)
  return (who) => {
    const from = new Map<CopyKind, Instant>()
    for (const kind of kinds) {
      const first = who === null ? forAnybody(kind.like, waited, rules) : firstFor(who, kind.like, waited, rules)
      if (first !== null) from.set(kind, first)
    }
    const fromOf = ({ item }: CopyStanding): Instant | undefined => from.get(kindOf.get(item.itemId) as CopyKind)
    const pickupBranch = who?.reservation.pickupBranch ?? null
    return {
      copies: from.size === kinds.length ? copies : copies.filter((copy) => fromOf(copy) !== undefined),
      notBefore: (copy) => {
        const first = fromOf(copy) ?? at
        return first > at ? first : null
      },
      renewalsLeft: (copy) => renewals(copy)(pickupBranch),
      renewalsOfTurns: renewalsOfTurns(who, [...from.keys()], waited, rules)
    }
  }
}

const whereItWillBe = ({ item, transit, keptFor }: CopyStanding): ItemRow => {
  if (item.status !== "inTransit") return item
  return { ...item, presentBranch: transit?.toBranch ?? keptFor?.pickupBranch ?? item.presentBranch }
}

/** First instant at which the rules let a reservation have a copy, whatever keeps its reader from it now; `null`: never, as they are. */
const firstFor = (who: Candidate, item: ItemRow, { title, waitingCount, at }: Waited, rules: Rules): Instant | null => {
  // Until when it takes none is known to the estimate by itself.
  const reservation = {
    ...who.reservation,
    suspended: 0 as const,
    suspendedUntil: null,
    notBefore: null,
    waitUntil: null
  }
  const hindranceAt = (instant: Instant) => {
    const copy = { item, title, branch: item.presentBranch, waitingCount, candidates: [], blocks: [] }
    const may = mayFetch({ ...who, reservation }, copy, instant, rules)
    return typeof may === "string" && isOfCopy(may) ? may : null
  }
  const now = hindranceAt(at)
  if (now === null) return at
  const { pickupBranch } = reservation
  const calendar = rules.calendar.branch(pickupBranch)
  if (now !== "NewCopyStaysHome" || calendar === undefined) return null
  const fetching = { reader: who.reader, item, title, waiting: waitingCount, pickupBranch, at }
  const later = newUntil(item, calendar, consultFetching(rules.policy, calendar, fetching))
  return hindranceAt(later) === null ? later : null
}

/** At once, if any reader may reserve such a copy. */
const forAnybody = (item: ItemRow, { title, waitingCount, at }: Waited, { policy }: Rules): Instant | null => {
  const control = controlOf(policy.document.ruleBranch, "reservations")
  const { homeBranch: itemHome, presentBranch: itemPresent } = item
  const branch =
    control === "itemHome" || control === "itemPresent"
      ? { branch: ruleBranchOf(control, { desk: null, readerHome: null, itemHome, itemPresent }) }
      : {}
  const known = {
    itemType: item.type,
    collection: item.collection,
    location: item.location,
    format: title.format,
    language: title.language,
    itemAgeDays: Math.max(0, Math.floor((at - item.addedAt) / dayMs)),
    waiting: waitingCount,
    isRenewal: false,
    onSite: false,
    recalled: false,
    ...branch
  }
  return possibleValues(policy, "reservable", known).has(true) ? at : null
}

const dayMs = 86_400_000

/** Asked of each loan once, whoever waits. */
const renewalsOfLoans = (
  { title, waitingCount, at }: Waited,
  rules: Rules
): ((copy: CopyStanding) => RenewalsMeanwhile) => {
  const known = new Map<LoanRow, RenewalsMeanwhile>()
  return ({ item, loan }) => {
    if (loan === null) return () => 0
    const found = known.get(loan) ?? renewalsMeanwhile({ loan, item, title, waitingCount, at }, rules)
    known.set(loan, found)
    return found
  }
}

/** How often those before somebody may renew: as this one might, a copy of the kind of which there are most. */
const renewalsOfTurns = (
  who: Candidate | null,
  kinds: ReadonlyArray<CopyKind>,
  { title, waitingCount, at }: Waited,
  rules: Rules
): number => {
  const target = who === null ? null : targetOf(who.reservation)
  const wanted = kinds.filter(({ like }) => target === null || target.of === "copy" || isWanted(target, like))
  const [first, ...others] = wanted
  if (first === undefined) return 0
  const { like: item } = others.reduce((most, kind) => (kind.items.length > most.items.length ? kind : most), first)
  const pickupBranch = who?.reservation.pickupBranch ?? null
  const loan: Renewed = {
    branch: pickupBranch ?? item.homeBranch,
    readerCategory: who?.reader.category ?? "",
    renewalCount: 0,
    reminderCount: 0,
    recalledAt: null,
    onSite: 0
  }
  return renewalsMeanwhile({ loan, item, title, waitingCount, at }, rules)(pickupBranch)
}
