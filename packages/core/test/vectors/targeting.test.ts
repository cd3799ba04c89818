import { Result } from "effect"
import { expect } from "vitest"
import { Instant } from "../../src/calendar/instant.ts"
import { ItemId, TitleId } from "../../src/catalogue/model.ts"
import { consult } from "../../src/decision/consult.ts"
import { pullList } from "../../src/library/branchLists/index.ts"
import { type CompiledPolicy, compilePolicy, type PolicyDocument, unknownContext } from "../../src/policy/index.ts"
import { againstFetching } from "../../src/reservations/entitled.ts"
import { ReservationId } from "../../src/reservations/model.ts"
import { isWanted, targetOf } from "../../src/reservations/target.ts"
import {
  retainTargeting,
  type TargetedCopy,
  type TargetedReservation,
  type TargetingProblem,
  target
} from "../../src/reservations/targeting/index.ts"
import { noon, receiptOf, smallLibrary, tenant } from "../../src/testing/smallLibrary.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

type Given = VectorEntry["given"]

const policyOf = (set: object, transfers: object): CompiledPolicy =>
  compilePolicy(
    {
      currency: "EUR",
      rounding: "halfUp",
      precedence: { by: "firstRow" },
      readerCategories: {},
      itemTypes: {},
      transfers,
      rows: [{ id: "base", when: {}, set }]
    } as PolicyDocument,
    { version: 1 }
  )

const whose: Readonly<Record<string, string>> = { any: "anyone", homeLibraryPatrons: "home" }
const places: Readonly<Record<string, string>> = { home: "home", holding: "present", any: "any" }

const copyOf = (one: Given, nth: number): TargetedCopy & { readonly type: string } => ({
  itemId: ItemId.make(one.id ?? `i${nth}`),
  titleId: TitleId.make("t"),
  volume: null,
  branch: one.holding,
  homeBranch: one.home,
  protectedUntil: null,
  lentElsewhere: true,
  floating: false,
  type: one.itemType ?? "book"
})

/** The problem that a system of branches puts each day: who waits, what stands where, and what the policy says of each pair. */
const problemOf = (given: Given): TargetingProblem => {
  const { items, holds = [{ patron: "P", home: given.pickup, pickup: given.pickup, priority: 1 }] } = given
  const policy = policyOf(
    {
      reservableBy: whose[given.holdAllowed ?? "any"],
      pickupBranches: places[given.fulfillment ?? "any"]
    },
    { forbidden: (given.transferForbidden ?? []).map(([from, to]: ReadonlyArray<string>) => ({ from, to })) }
  )
  const copies = items.map(copyOf) as ReadonlyArray<ReturnType<typeof copyOf>>
  const order: ReadonlyArray<string> = given.fixedOrder ?? []
  const branches = [
    ...new Set([
      ...order,
      ...copies.flatMap(({ branch, homeBranch }) => [branch, homeBranch]),
      ...holds.flatMap(({ home, pickup }: Given) => [home, pickup])
    ])
  ] as ReadonlyArray<string>
  const closed: ReadonlyArray<string> = given.skipClosed === true ? given.closedToday : []
  const asked = consult(policy, unknownContext)
  const excluded = ({ home, pickup, itemType = "", item = null }: Given) =>
    copies.filter((copy) => {
      const there = { ...copy, presentBranch: copy.branch, collection: "", volume: "" }
      const fetched = { readerHome: home, pickupBranch: pickup }
      return (
        againstFetching(there, fetched, asked, policy) !== null ||
        !isWanted(targetOf({ itemType, itemId: item, volume: "" }), there)
      )
    })
  return {
    reservations: holds.map(
      (hold: Given): TargetedReservation => ({
        reservationId: ReservationId.make(hold.patron),
        titleIds: [TitleId.make("t")],
        itemId: hold.item ?? null,
        volume: null,
        pickupBranch: hold.pickup,
        rank: hold.priority,
        excludedItems: excluded(hold).map(({ itemId }) => itemId)
      })
    ),
    copies: copies.map(({ type: _, ...copy }) => copy),
    rules: {
      branches,
      // A branch that is closed today sends nothing, from its own shelves neither; readers fetch there all the same.
      costs: branches.map((from) =>
        branches.map((to) => (closed.includes(from) ? null : from === to ? 0 : 1 + Math.max(0, order.indexOf(from))))
      ),
      closed: [],
      localFirst: given.localPriority === true,
      wayHomePercent: 0,
      load: {}
    },
    at: Instant.make(0)
  }
}

describeVectors(["holds_queue_builder"], {}, ({ given, expect: wanted }) => {
  const { assignments } = Result.getOrThrow(target(problemOf(given)))
  if (wanted.takenFrom !== undefined) expect(assignments.map(({ from }) => from)).toEqual([wanted.takenFrom])
  if (wanted.filled !== undefined)
    expect(assignments.map(({ reservationId }) => reservationId as string).sort()).toEqual(wanted.filled)
  if (wanted.filledCount !== undefined) expect(assignments.length).toBe(wanted.filledCount)
  if (wanted.first !== undefined) expect(assignments[0]?.reservationId).toBe(wanted.first)
  if (wanted.item !== undefined) expect(assignments[0]?.itemId).toBe(wanted.item)
})

/** Who looked for a copy of the list and did not find it says so, as missing; the next list names another. */
const notFound = async ({ expect: wanted }: VectorEntry): Promise<void> => {
  const { library, desk, title, key } = await smallLibrary({ reservableOnShelf: true })
  const titleId = await title("Wanted", ["w1", "w2"])
  receiptOf(await desk.reserve({ title: titleId, card: "ada", at: noon, key: key() }))
  const targeted = async (): Promise<ReadonlyArray<string>> =>
    ((await pullList(library, { tenant, at: noon }))?.lines ?? []).map(({ barcode }) => barcode)
  const [first] = await targeted()
  receiptOf(await desk.reportMissing({ item: first as string, noticedAt: "shelf", at: noon, key: key() }))
  const [second] = await targeted()
  expect(second === first).toBe(wanted.sameTarget)
  const incidents = (await library.scan(tenant, "incident", null, 9)).rows
  expect(incidents.map(({ kind }) => kind)).toEqual(wanted.previousTargetLoggedUnfilled ? ["missing"] : [])
}

const targetedWhole = ({ expect: wanted }: VectorEntry): void => {
  const hold = { patron: "P", home: "A", pickup: "A", priority: 1, itemType: "RIGHT" }
  const wrong = { id: "wrong", home: "A", holding: "A", itemType: "WRONG" }
  const kept = Result.getOrThrow(retainTargeting(problemOf({ items: [wrong], holds: [hold] })))
  expect(kept.targeting().waiting).toEqual([hold.patron])
  const { type: _, ...copy } = copyOf({ id: "right", home: "A", holding: "A", itemType: "RIGHT" }, 1)
  Result.getOrThrow(kept.change([{ _tag: "CopyCame", copy }]))
  const { assignments, waiting } = kept.targeting()
  expect(assignments.map(({ itemId }) => itemId as string).includes("right")).toBe(wanted.targeted)
  expect(waiting.length > 0).toBe(wanted.hopeless)
}

describeVectors(["hold-targeting"], {}, (entry) =>
  entry.given.previousTargetNotCaptured === true ? notFound(entry) : targetedWhole(entry)
)

describeVectors(["hold-distance"], {}, ({ given, expect: wanted }) => {
  const { treeDistance, adjustment, pickupUnder } = given
  const costs = [{ from: adjustment.itemBranchUnder, to: adjustment.pickupUnder, cost: adjustment.absolute }]
  // One branch stands for each system of theirs.
  const { transfers } = policyOf({}, { otherwise: treeDistance, costs })
  expect(transfers.cost(adjustment.itemBranchUnder, pickupUnder)).toBe(wanted.distance)
})
