import type { QueueLineWire } from "../api/model.ts"

/** A reservation that is about to get another place among those that wait; nothing is saved yet. */
export interface Moving {
  readonly reservationId: string
  /** From 0. */
  readonly to: number
}

/** Those that wait, in the order that they would have. */
export const inNewOrder = (
  waiting: ReadonlyArray<QueueLineWire>,
  moving: Moving | null
): ReadonlyArray<QueueLineWire> => {
  const line = waiting.find(({ reservationId }) => reservationId === moving?.reservationId)
  if (moving === null || line === undefined) return waiting
  return waiting.filter((one) => one !== line).toSpliced(moving.to, 0, line)
}

/** What the server is told: behind which one it goes, or before which, if it is to be the first. */
export const neighbourOf = (
  waiting: ReadonlyArray<QueueLineWire>,
  moving: Moving
): { readonly after: string } | { readonly before: string } | null => {
  const order = inNewOrder(waiting, moving)
  const [before, next] = [order[moving.to - 1], order[moving.to + 1]]
  if (before !== undefined) return { after: before.reservationId }
  return next === undefined ? null : { before: next.reservationId }
}

/** The new order as a step from one place to another; `null`: it is where it was. */
export const moveTo = (waiting: ReadonlyArray<QueueLineWire>, reservationId: string, to: number): Moving | null => {
  const from = waiting.findIndex((one) => one.reservationId === reservationId)
  return from === -1 || to < 0 || to >= waiting.length || to === from ? null : { reservationId, to }
}
