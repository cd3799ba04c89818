import type { ItemId, TitleId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import type { TargetingChange } from "./change.ts"

/** The rows of a problem that changes, found by id and by title. */
export interface Rows {
  readonly reservations: Map<ReservationId, TargetedReservation>
  readonly copies: Map<ItemId, TargetedCopy>
  readonly reservationsOf: (title: TitleId) => Iterable<TargetedReservation>
  readonly copiesOf: (title: TitleId) => Iterable<TargetedCopy>
  /** Makes a sound change, and gives the titles that it is about. */
  readonly change: (change: TargetingChange) => ReadonlyArray<TitleId>
}

export const rowsOf = ({ reservations, copies }: TargetingProblem): Rows => {
  const reservationsById = new Map<ReservationId, TargetedReservation>()
  const copiesById = new Map<ItemId, TargetedCopy>()
  const reservationsByTitle = new Map<TitleId, Set<TargetedReservation>>()
  const copiesByTitle = new Map<TitleId, Set<TargetedCopy>>()
  const addReservation = (row: TargetedReservation): ReadonlyArray<TitleId> => {
    reservationsById.set(row.reservationId, row)
    for (const title of row.titleIds) add(reservationsByTitle, title, row)
    return row.titleIds
  }
  const addCopy = (row: TargetedCopy): ReadonlyArray<TitleId> => {
    copiesById.set(row.itemId, row)
    add(copiesByTitle, row.titleId, row)
    return [row.titleId]
  }
  for (const row of reservations) addReservation(row)
  for (const row of copies) addCopy(row)
  return {
    reservations: reservationsById,
    copies: copiesById,
    reservationsOf: (title) => reservationsByTitle.get(title) ?? [],
    copiesOf: (title) => copiesByTitle.get(title) ?? [],
    change: (change) => {
      switch (change._tag) {
        case "CopyCame":
          return addCopy(change.copy)
        case "ReservationCame":
          return addReservation(change.reservation)
        case "CopyWent": {
          const row = copiesById.get(change.itemId) as TargetedCopy
          copiesById.delete(change.itemId)
          remove(copiesByTitle, row.titleId, row)
          return [row.titleId]
        }
        case "ReservationWent": {
          const row = reservationsById.get(change.reservationId) as TargetedReservation
          reservationsById.delete(change.reservationId)
          for (const title of row.titleIds) remove(reservationsByTitle, title, row)
          return row.titleIds
        }
      }
    }
  }
}

const add = <Row>(byTitle: Map<TitleId, Set<Row>>, title: TitleId, row: Row): void => {
  const rows = byTitle.get(title)
  if (rows === undefined) byTitle.set(title, new Set([row]))
  else rows.add(row)
}

const remove = <Row>(byTitle: Map<TitleId, Set<Row>>, title: TitleId, row: Row): void => {
  const rows = byTitle.get(title)
  rows?.delete(row)
  if (rows?.size === 0) byTitle.delete(title)
}
