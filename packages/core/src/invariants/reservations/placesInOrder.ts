import { placeAt, rankAt } from "../../reservations/place.ts"
import type { MakeCheck } from "../check.ts"

/**
 * I10: live reservations of a title have places, all different, and the next place of their rank is behind them all. Counts: the queue
 * counts those that wait. Keeps the places of live reservations.
 */
export const placesInOrder: MakeCheck = (report) => {
  const queues = new Map<string, { readonly holders: Map<number, string>; waiting: number }>()
  return {
    rows: {
      reservation: ({ reservationId, titleId, state, place, endedAt }) => {
        if (endedAt !== null) {
          if (place !== null) report("I10", [reservationId], "a reservation that ended still has a place")
          return
        }
        if (place === null) return report("I10", [reservationId], "a live reservation has no place")
        const queue = queues.get(titleId) ?? { holders: new Map(), waiting: 0 }
        queues.set(titleId, queue)
        const other = queue.holders.get(place)
        if (other !== undefined) report("I10", [titleId, other, reservationId], "two reservations have the same place")
        queue.holders.set(place, reservationId)
        if (state === "waiting") queue.waiting++
      },
      titleQueue: ({ titleId, waitingCount, nextPlace }) => {
        const { waiting, holders } = queues.get(titleId) ?? { waiting: 0, holders: new Map<number, string>() }
        queues.delete(titleId)
        const ahead = [...holders].find(([place]) => place >= placeAt(rankAt(place), nextPlace))
        if (ahead !== undefined)
          report("I10", [titleId, ahead[1]], `number ${nextPlace} is the next, but a place behind it is taken`)
        if (waitingCount !== waiting) {
          report("counts", [titleId], `a queue counts ${waitingCount} that wait, but ${waiting} do`)
        }
      }
    },
    end: () => {
      for (const titleId of queues.keys()) report("counts", [titleId], "a title with reservations has no queue")
    }
  }
}
