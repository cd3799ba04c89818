import fc from "fast-check"
import { expect, it } from "vitest"
import { ItemId } from "../catalogue/model.ts"
import { broughtBack } from "./broughtBack.ts"
import { type Copy, isWanted, targetOf } from "./target.ts"

const volume = fc.constantFrom("1", "2")
const type = fc.constantFrom("book", "film")
const itemId = fc.constantFrom("i1", "i2", "i3", "i4", "i5").map((id) => ItemId.make(id))
const copies: fc.Arbitrary<ReadonlyArray<Copy>> = fc.uniqueArray(fc.record({ itemId, volume, type }), {
  selector: (copy) => copy.itemId,
  maxLength: 5
})
const waiting = fc.array(
  fc.record({
    itemId: fc.option(itemId, { freq: 2 }),
    volume: fc.oneof(fc.constant(""), volume),
    itemType: fc.oneof(fc.constant(""), type),
    count: fc.nat(2)
  }),
  { maxLength: 4 }
)
type Waiting = Parameters<typeof broughtBack>[0]

/** To how many of these copies one who waits can be found each, tried in every way. */
const mostGiven = ([copy, ...rest]: ReadonlyArray<Copy>, groups: Waiting): number => {
  if (copy === undefined) return 0
  const withIt = groups.flatMap((group, nth) =>
    group.count > 0 && isWanted(targetOf(group), copy)
      ? [1 + mostGiven(rest, groups.with(nth, { ...group, count: group.count - 1 }))]
      : []
  )
  return Math.max(mostGiven(rest, groups), ...withIt)
}

it("gives a copy whenever one more can be given with it than with those before it", () => {
  fc.assert(
    fc.property(waiting, copies, (groups, given) => {
      const back = broughtBack(groups)
      const answers = given.map((copy) => back.give(copy))
      const most = given.map((_, nth) => mostGiven(given.slice(0, nth + 1), groups))
      expect(answers).toEqual(most.map((count, nth) => count > (most[nth - 1] ?? 0)))
    })
  )
})

it("gives a copy to none but those it is meant for, and moves the others to anybody", () => {
  const [one, two] = [ItemId.make("i1"), ItemId.make("i2")]
  const any = { itemId: null, volume: "", itemType: "", count: 1 }
  const own = { ...any }
  const copy = { volume: "", type: "book" }
  const back = broughtBack([any, own])
  expect(back.give({ ...copy, itemId: one })).toBe(true)
  expect(back.give({ ...copy, itemId: two }, [any])).toBe(true)
  expect(back.give({ ...copy, itemId: ItemId.make("i3") })).toBe(false)
  expect(broughtBack([own, any]).give({ ...copy, itemId: one }, [])).toBe(false)
})
