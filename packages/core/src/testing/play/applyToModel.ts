import type { Receipts } from "../../library/receipts.ts"
import { type DeskAct, type TownItem, townItems } from "../arbitraries/deskAct.ts"
import { day } from "./smallTown.ts"
import { type ModelLoan, type ModelReservation, nextFor, type TownModel } from "./townModel.ts"
import type { Played } from "./townPlay.ts"

/**
 * What a command that was carried out does to the model. New ids, due instants and amounts are taken from the receipt, and
 * everything that the model knows better is compared with it: the answer names what is wrong.
 */
export const applyToModel = (model: TownModel, { act, at, input }: Played, receipt: unknown): ReadonlyArray<string> => {
  const given = <N extends keyof Receipts>(): Receipts[N] => receipt as Receipts[N]
  switch (act.name) {
    case "checkOut":
    case "pickUp":
      return lend(model, act, at, given<"checkOut">())
    case "renew":
      return renew(model, act.item, given<"renew">())
    case "renewAll":
      return given<"renewAll">().loans.flatMap((one) => {
        const item = townItems.find((name) => model.items[name].loan?.loanId === one.loanId)
        if (item === undefined) return [`loan ${one.loanId} is renewed but not open`]
        return "renewed" in one ? renew(model, item, one.renewed) : []
      })
    case "returnItem":
      return takeBack(model, act.item, at, given<"returnItem">())
    case "reserve": {
      const { reservationId } = given<"reserve">()
      model.waiting = [
        ...model.waiting,
        { reservationId, reader: act.reader, title: act.title, item: act.item, nth: model.placed++ }
      ]
      return []
    }
    case "cancelReservation":
    case "expireReservation":
      return endReservation(model, String(input.reservation), at, given<"cancelReservation">())
    case "pay":
      return given<"pay">().allotments.flatMap(({ chargeId, amount }) => settle(model, act.reader, chargeId, amount))
    case "waive": {
      const { chargeId, amount } = given<"waive">()
      return settle(model, act.reader, chargeId, amount)
    }
  }
}

const lend = (
  model: TownModel,
  { item, reader }: Extract<DeskAct, { readonly name: "checkOut" | "pickUp" }>,
  at: number,
  { loanId, dueAt, filledReservationId, ended }: Receipts["checkOut"]
): ReadonlyArray<string> => {
  const copy = model.items[item]
  const before = copy.loan
  const wrong =
    ended?.loanId === before?.loanId ? [] : [`the loan ended ${ended?.loanId}, not ${before?.loanId ?? "none"}`]
  if (before !== null) wrong.push(...chargeFor(model, before, at, ended?.charge ?? null))
  const onShelf = model.shelf.find(({ reservationId }) => reservationId === copy.keptFor)
  if (onShelf !== undefined && onShelf.reader !== reader) putBack(model, onShelf)
  const kept = onShelf?.reader === reader ? onShelf : undefined
  const waits = model.waiting.find(
    (one) => one.reader === reader && one.title === copy.title && (one.item === null || one.item === item)
  )
  const filled = kept ?? waits
  copy.loan = { loanId, reader, isAdult: reader === "ada", dueAt, renewals: 0 }
  copy.keptFor = null
  remove(model, filled?.reservationId)
  return filledReservationId === (filled?.reservationId ?? null)
    ? wrong
    : [...wrong, `the loan filled ${filledReservationId}, not ${filled?.reservationId ?? "none"}`]
}

const renew = (model: TownModel, item: TownItem, { dueAt, renewalCount }: Receipts["renew"]): ReadonlyArray<string> => {
  const loan = model.items[item].loan as ModelLoan
  const wrong = dueAt > loan.dueAt ? [] : ["a renewal did not lengthen the loan"]
  loan.renewals++
  loan.dueAt = dueAt
  return loan.renewals === renewalCount ? wrong : [...wrong, `renewal ${loan.renewals} was counted as ${renewalCount}`]
}

const takeBack = (
  model: TownModel,
  item: TownItem,
  at: number,
  { loanId, charge, setAside, skipped }: Receipts["returnItem"]
): ReadonlyArray<string> => {
  const copy = model.items[item]
  const { loan } = copy
  const wrong = loanId === (loan?.loanId ?? null) ? [] : [`the return ended ${loanId}, not ${loan?.loanId ?? "none"}`]
  copy.loan = null
  const charged = loan === null ? [] : chargeFor(model, loan, at, charge)
  const handedOn = copy.keptFor === null ? handOn(model, item, at, { setAside, skipped }) : []
  return [...wrong, ...charged, ...handedOn]
}

/** Ten for each day late, up to fifty; a child pays nothing. The last day may or may not count, by the hour. */
const chargeFor = (
  { readers }: TownModel,
  { reader, isAdult, dueAt }: ModelLoan,
  at: number,
  charge: Receipts["returnItem"]["charge"]
): ReadonlyArray<string> => {
  const daysLate = isAdult ? Math.max(0, (at - dueAt) / day) : 0
  const amount = charge?.amount ?? 0
  if (charge !== null)
    readers[reader].charges = [...readers[reader].charges, { chargeId: charge.chargeId, owed: amount }]
  const least = Math.min(50, 10 * Math.max(0, Math.floor(daysLate) - 1))
  const most = Math.min(50, 10 * Math.ceil(daysLate))
  return amount < least || amount > most ? [`${amount} is charged for ${daysLate} days`] : []
}

const endReservation = (
  model: TownModel,
  reservationId: string,
  at: number,
  handed: Pick<Receipts["cancelReservation"], "setAside" | "skipped">
): ReadonlyArray<string> => {
  const item = townItems.find((name) => model.items[name].keptFor === reservationId)
  remove(model, reservationId)
  if (item === undefined) return handed.setAside === null ? [] : ["a copy was set aside though none was free"]
  model.items[item].keptFor = null
  return handOn(model, item, at, handed)
}

const handOn = (
  model: TownModel,
  item: TownItem,
  at: number,
  { setAside, skipped }: Pick<Receipts["cancelReservation"], "setAside" | "skipped">
): ReadonlyArray<string> => {
  const { gets, skipped: passedOver } = nextFor(model, item, at)
  const wrong = [
    ...(setAside?.reservationId === gets?.reservationId
      ? []
      : [`${setAside?.reservationId ?? "nobody"} got the copy, not ${gets?.reservationId ?? "nobody"}`]),
    ...(skipped.map(({ reservationId }) => reservationId).join() === passedOver.join()
      ? []
      : ["others were passed over"])
  ]
  if (gets === null || setAside === null) return wrong
  remove(model, gets.reservationId)
  model.shelf = [...model.shelf, { ...(gets satisfies ModelReservation), shelfUntil: setAside.shelfUntil ?? 0 }]
  model.items[item].keptFor = gets.reservationId
  return wrong
}

/** Back into the queue, in its old place. */
const putBack = (model: TownModel, { shelfUntil: _, ...reservation }: TownModel["shelf"][number]): void => {
  remove(model, reservation.reservationId)
  model.waiting = [...model.waiting, reservation].sort((left, right) => left.nth - right.nth)
}

const remove = (model: TownModel, reservationId: string | undefined): void => {
  model.waiting = model.waiting.filter((one) => one.reservationId !== reservationId)
  model.shelf = model.shelf.filter((one) => one.reservationId !== reservationId)
}

const settle = (
  { readers }: TownModel,
  reader: Extract<DeskAct, { readonly name: "pay" }>["reader"],
  chargeId: string,
  amount: number
): ReadonlyArray<string> => {
  const charge = readers[reader].charges.find((one) => one.chargeId === chargeId)
  readers[reader].charges = readers[reader].charges.map((one) =>
    one.chargeId === chargeId ? { chargeId, owed: one.owed - amount } : one
  )
  return charge !== undefined && charge.owed >= amount ? [] : [`${amount} was allotted to ${chargeId}`]
}
