import { type Actor, hasPermission } from "../../decision/actor.ts"
import { commandRights } from "../../decision/permission.ts"
import type { RefusalCode } from "../../decision/refusal.ts"
import type { DeskAct, TownItem, TownReader } from "../arbitraries/deskAct.ts"
import {
  loansOf,
  type ModelReservation,
  notLifted,
  owedBy,
  reservationsOf,
  standing,
  type TownModel
} from "./townModel.ts"
import type { Played } from "./townPlay.ts"

/** Codes that the model has no opinion on: whether a renewal would shorten the loan. */
export const notJudged: ReadonlySet<string> = new Set<RefusalCode>(["RenewalWouldShorten"])

/** What the model says stands in the way of a command: exactly these refusals, or none. */
export const expectedRefusals = (
  model: TownModel,
  { act, at, input }: Played,
  actor: Actor
): ReadonlyArray<RefusalCode> => {
  const { permission } = commandRights[act.name]
  const forbidden =
    actor.kind === "reader" ? commandRights[act.name].readerBy.length === 0 : !hasPermission(actor, permission)
  if (forbidden) return ["NotPermitted"]
  const unknown = unknownTo(model, act, input)
  if (unknown.length > 0) return unknown
  return notLifted(inTheWay(model, act, at, input), actor, act.override)
}

const isOther = (by: DeskAct["by"], reader: TownReader): boolean => by !== "manager" && by !== "clerk" && by !== reader

/** What is not there, or not there for this giver. */
const unknownTo = (model: TownModel, act: DeskAct, input: Played["input"]): ReadonlyArray<RefusalCode> => {
  switch (act.name) {
    case "checkOut":
    case "pickUp":
    case "renewAll":
      return isOther(act.by, act.reader) ? ["ReaderUnknown"] : []
    case "reserve": {
      const isOfTitle = act.item === null || model.items[act.item].title === act.title
      return [
        ...(isOfTitle ? [] : (["ItemUnknown"] as const)),
        ...(isOther(act.by, act.reader) ? (["ReaderUnknown"] as const) : [])
      ]
    }
    case "renew": {
      const { loan } = model.items[act.item]
      if (act.by === "manager" || act.by === "clerk") return loan === null ? ["ItemNotOnLoan"] : []
      return loan?.reader === act.by ? [] : ["ItemUnknown"]
    }
    case "cancelReservation":
    case "expireReservation": {
      const reservation = liveReservation(model, input)
      return reservation === undefined || isOther(act.by, reservation.reader) ? ["ReservationUnknown"] : []
    }
    case "waive":
      return input.charge === "none" ? ["ChargeUnknown"] : []
    case "returnItem":
    case "pay":
      return []
  }
}

const liveReservation = ({ waiting, shelf }: TownModel, input: Played["input"]): ModelReservation | undefined =>
  [...waiting, ...shelf].find(({ reservationId }) => reservationId === input.reservation)

const inTheWay = (model: TownModel, act: DeskAct, at: number, input: Played["input"]): ReadonlyArray<RefusalCode> => {
  switch (act.name) {
    case "checkOut":
      return toLend(model, act.item, act.reader, at)
    case "pickUp":
      return [
        ...(isKeptFor(model, act.item, act.reader) ? [] : (["NothingSetAside"] as const)),
        ...toLend(model, act.item, act.reader, at)
      ]
    case "renew":
      return toRenew(model, act.item, at)
    case "reserve":
      return toReserve(model, act, at)
    case "expireReservation": {
      const kept = model.shelf.find(({ reservationId }) => reservationId === input.reservation)
      if (kept === undefined) return ["ReservationWaiting"]
      return at <= kept.shelfUntil ? ["ReservationOnShelf"] : []
    }
    case "pay":
      return act.amount > owedBy(model, act.reader) ? ["AmountOverDebt"] : []
    case "waive": {
      const owed = model.readers[act.reader].charges.find(({ chargeId }) => chargeId === input.charge)?.owed ?? 0
      return (act.amount ?? owed) > owed ? ["AmountOverDebt"] : []
    }
    case "returnItem":
    case "renewAll":
    case "cancelReservation":
      return []
  }
}

const isKeptFor = ({ items, shelf }: TownModel, item: TownItem, reader: TownReader): boolean =>
  shelf.some((kept) => kept.reservationId === items[item].keptFor && kept.reader === reader)

const toLend = (model: TownModel, item: TownItem, reader: TownReader, at: number): ReadonlyArray<RefusalCode> => {
  const { loan, keptFor, isFilm } = model.items[item]
  const loans = loansOf(model, reader)
  const films = loans.filter((one) => model.items[one].isFilm).length
  if (loan?.reader === reader) return [...standing(model, reader, at), "LentToReader"]
  return [
    ...standing(model, reader, at),
    ...(loan !== null ? (["ItemOnLoan"] as const) : []),
    ...(keptFor !== null && !isKeptFor(model, item, reader) ? (["ItemKeptForOther"] as const) : []),
    ...(loans.length >= model.loanCountMax || (isFilm && films >= 1) ? (["LoanLimitReached"] as const) : []),
    ...(loan !== null && othersWait(model, item, reader) ? (["OthersWaiting"] as const) : [])
  ]
}

/** Whether anybody waits for the title of an item besides the reservation of this reader that it would fill. */
const othersWait = ({ waiting, items }: TownModel, item: TownItem, reader: TownReader): boolean => {
  const queue = waiting.filter(({ title }) => title === items[item].title)
  const own = queue.find((one) => one.reader === reader && (one.item === null || one.item === item))
  return queue.some((one) => one !== own)
}

export const toRenew = (model: TownModel, item: TownItem, at: number): ReadonlyArray<RefusalCode> => {
  const { loan, isFilm, title } = model.items[item]
  if (loan === null) return ["ItemNotOnLoan"]
  return [
    ...standing(model, loan.reader, at),
    ...(loan.renewals >= (isFilm ? 0 : 2) ? (["RenewalLimitReached"] as const) : []),
    ...(model.waiting.some((one) => one.title === title && (one.item === null || one.item === item))
      ? (["OthersWaiting"] as const)
      : [])
  ]
}

const toReserve = (
  model: TownModel,
  { reader, title, item }: Extract<DeskAct, { readonly name: "reserve" }>,
  at: number
): ReadonlyArray<RefusalCode> => {
  const own = reservationsOf(model, reader)
  // The copies of a title are alike here: to name another is no way to two of them.
  const lent = loansOf(model, reader).some((one) => model.items[one].title === title)
  const already = own.some((one) => one.title === title && (one.item === null || item === null || one.item === item))
  return [
    ...standing(model, reader, at),
    ...(lent ? (["LentToReader"] as const) : []),
    ...(already ? (["AlreadyReserved"] as const) : []),
    ...(own.length >= 2 ? (["ReservationLimitReached"] as const) : [])
  ]
}
