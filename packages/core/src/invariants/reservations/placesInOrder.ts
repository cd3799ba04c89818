import type { MakeCheck } from "../check.ts"

/**
 * I10: live reservations of a title have places, all different, and the next place is behind them all. Counts: the queue
 * counts those that wait. Keeps the places of live reservations.
 */
export const placesInOrder: MakeCheck = (report) => {
  const queues = new Map<string, { readonly holders: Map<number, string>; waiting: number; last: number }>()
  return {
    rows: {
      reservation: ({ reservationId, titleId, state, place, endedAt }) => {
        if (endedAt !== null) {
          if (place !== null) report("I10", [reservationId], "a reservation that ended still has a place")
          return
        }
        if (place === null) return report("I10", [reservationId], "a live reservation has no place")
        const queue = queues.get(titleId) ?? { holders: new Map(), waiting: 0, last: 0 }
        queues.set(titleId, queue)
        const other = queue.holders.get(place)
        if (other !== undefined) report("I10", [titleId, other, reservationId], "two reservations have the same place")
        queue.holders.set(place, reservationId)
        queue.last = Math.max(queue.last, place)
        if (state === "waiting") queue.waiting++
      },
      titleQueue: ({ titleId, waitingCount, nextPlace }) => {
        const { waiting, last } = queues.get(titleId) ?? { waiting: 0, last: 0 }
        queues.delete(titleId)
        if (nextPlace <= last) report("I10", [titleId], `the next place is ${nextPlace}, but place ${last} is taken`)
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
