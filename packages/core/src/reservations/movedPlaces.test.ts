import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { reservationRow } from "../testing/rows.ts"
import { movedPlaces } from "./movedPlaces.ts"
import { placeAt, rankAt, rankOfNone } from "./place.ts"

/** The places that any number of moves lead to, each within so many reservations around its end. */
const play = (
  count: number,
  moves: ReadonlyArray<readonly [number, number]>,
  around: number,
  rankOf: (nth: number) => number = () => rankOfNone
) => {
  let nextPlace = count + 1
  let queue = Array.from({ length: count }, (_, nth) => reservationRow(`r${nth}`, "t1", placeAt(rankOf(nth), nth + 1)))
  const order = queue.map(({ reservationId }) => reservationId as string)
  for (const [from, to] of moves) {
    const moving = order[from % count] as string
    order.splice(order.indexOf(moving), 1)
    const index = to % count
    order.splice(index, 0, moving)
    const others = queue.filter(({ reservationId }) => reservationId !== moving)
    const neighbour = Math.min(index, others.length - 1)
    const look = (reach: number) => {
      const start = Math.max(0, neighbour - reach)
      const rows = others.slice(start, neighbour + reach + 1)
      const near = {
        rows,
        isFromFirst: start === 0,
        isToLast: neighbour + reach + 1 >= others.length,
        nextPlace,
        ownPlace: queue.find(({ reservationId }) => reservationId === moving)?.place ?? 0
      }
      const found = movedPlaces(near, index - start)
      // There is no room only where the places at hand are used up; in the whole queue there always is.
      if (found === null)
        expect(Number(rows.at(-1)?.place) - Number(rows[0]?.place)).toBeLessThan(8 * (rows.length + 2))
      return found
    }
    const moved = look(around) ?? look(count)
    if (moved === null) return { queue, order: null }
    const taken = new Map<string, number>([
      [moving, moved.place],
      ...moved.others.map(({ row, to: place }): [string, number] => [row.reservationId, place])
    ])
    // While the rows are written one after the other, no place may be anybody else's.
    for (const [id, place] of taken)
      expect(queue.some((one) => one.reservationId !== id && one.place === place)).toBe(false)
    nextPlace += moved.taken
    queue = queue
      .map((one) => ({ ...one, place: taken.get(one.reservationId) ?? one.place }))
      .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
    expect(queue.every(({ place }) => (place as number) < placeAt(rankAt(place as number), nextPlace))).toBe(true)
  }
  return { queue, order }
}

const move = fc.tuple(fc.nat(40), fc.nat(40))

describe("places in a queue", () => {
  it("after any moves are the order that was asked for, all different, whole and in their ranks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.array(move, { maxLength: 60, size: "max" }),
        fc.integer({ min: 2, max: 12 }),
        (count, moves, around) => {
          const { queue, order } = play(count, moves, around)
          expect(queue.map(({ reservationId }) => reservationId)).toEqual(order)
          expect(queue.every(({ place }) => Number.isSafeInteger(place) && rankAt(place ?? 0) === rankOfNone)).toBe(
            true
          )
        }
      ),
      { numRuns: 300 }
    )
  })

  it("are found in the whole queue where two on either side leave no room", () => {
    const moves: ReadonlyArray<readonly [number, number]> = [
      ...([
        [0, 12],
        [0, 12],
        [0, 1],
        [0, 12],
        [0, 1],
        [0, 12],
        [0, 12],
        [3, 0]
      ] as const),
      ...([
        [15, 0],
        [5, 0],
        [0, 14],
        [6, 0],
        [0, 3],
        [0, 3],
        [0, 25]
      ] as const)
    ]
    const { queue, order } = play(11, moves, 2)
    expect(queue.map(({ reservationId }) => reservationId)).toEqual(order)
  })

  it("of several ranks are the order that was asked for, each in a rank that a rule gave", () => {
    const ranks = [7, 8, rankOfNone]
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.array(move, { maxLength: 60, size: "max" }),
        fc.integer({ min: 2, max: 12 }),
        (count, moves, around) => {
          const rankOf = (nth: number): number => ranks[Math.floor((nth / count) * 3)] as number
          const { queue, order } = play(count, moves, around, rankOf)
          expect(queue.map(({ reservationId }) => reservationId)).toEqual(order)
          expect(ranks).toEqual(expect.arrayContaining(queue.map(({ place }) => rankAt(place ?? 0))))
        }
      ),
      { numRuns: 300 }
    )
  })

  it("are nobody else's while one moves out of the middle of those that make room for it", () => {
    const moves: ReadonlyArray<readonly [number, number]> = [
      ...([
        [4, 3],
        [28, 17],
        [3, 0],
        [4, 30],
        [4, 12],
        [4, 21],
        [4, 2],
        [0, 12],
        [0, 1]
      ] as const),
      ...([
        [1, 29],
        [1, 0],
        [4, 12],
        [1, 2],
        [3, 0],
        [4, 30],
        [4, 12],
        [22, 0],
        [14, 13]
      ] as const)
    ]
    const { queue, order } = play(9, moves, 4)
    expect(queue.map(({ reservationId }) => reservationId)).toEqual(order)
  })

  it.each([
    ["to the front, a thousand times", 5, 4, 0, 1_000],
    ["behind the first, three hundred times", 5, 4, 1, 300],
    ["to the end, a thousand times", 5, 0, 4, 1_000]
  ])("there is room to move %s", (_, count, from, to, times) => {
    const { order } = play(count, Array(times).fill([from, to]), 32)
    expect(order).not.toBeNull()
  })
})
