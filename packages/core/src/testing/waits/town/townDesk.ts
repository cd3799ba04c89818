import { TitleId } from "../../../catalogue/model.ts"
import { type Dice, normal } from "../../../reservations/waiting/dice.ts"
import type { Kind } from "../../../reservations/waiting/index.ts"
import { Agenda } from "./agenda.ts"
import { isOpen, isSummer, openDaysAfter, openFrom } from "./townDays.ts"
import type { TownReader } from "./townPeople.ts"
import {
  isSuspended,
  type TownCopy,
  type TownLoan,
  type TownQueue,
  type TownReservation,
  townInstant
} from "./townQueue.ts"

/** Days on the pickup shelf, and how often a loan that nobody waits for is renewed at the most. */
const shelfDays = 8
const renewalsMax = 2

/** What is done at the desk of the town, and what readers do to it. */
export class TownDesk {
  readonly agenda = new Agenda()
  readonly loans: Array<TownLoan> = []
  readonly reservations: Array<TownReservation> = []
  readonly transits: Array<Kind & { readonly days: number; readonly day: number }> = []
  readonly #dice: Dice

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Someone wants the title: takes a free copy along, or waits for one, or goes without. */
  ask(queue: TownQueue, reader: TownReader): TownReservation | null {
    const free = queue.copies.find(({ is }) => is === "available")
    if (free !== undefined) {
      if (isOpen(this.agenda.today)) this.#lend(queue, free, reader)
      return null
    }
    return this.#dice() < 0.7 && queue.waiting.length < 60 ? this.#reserve(queue, reader) : null
  }

  #reserve(queue: TownQueue, reader: TownReader): TownReservation {
    const { agenda } = this
    const { today } = agenda
    const suspendedFrom = this.#dice() < 0.1 ? today + 10 * this.#dice() : Number.POSITIVE_INFINITY
    const span: TownReservation["span"] = {
      ...kindOf(queue),
      titleId: TitleId.make(queue.title.titleId),
      placedAt: townInstant(today),
      setAsideAt: null,
      setAsideItemId: null,
      endedAt: null,
      state: "waiting"
    }
    const isPatient = this.reservations.length % 10 === 0
    const reservation: TownReservation = {
      reader,
      span,
      isPatient,
      suspendedFrom: isPatient ? Number.POSITIVE_INFINITY : suspendedFrom,
      suspendedUntil: suspendedFrom + 14 + 50 * this.#dice()
    }
    this.reservations.push(reservation)
    queue.waiting.push(reservation)
    const patience = 150 * Math.exp(0.9 * normal(this.#dice))
    if (!isPatient) agenda.at(today + patience, () => this.#giveUp(queue, reservation))
    if (Number.isFinite(suspendedFrom)) agenda.at(reservation.suspendedUntil, () => this.#serve(queue))
    return reservation
  }

  #giveUp(queue: TownQueue, reservation: TownReservation): void {
    if (!queue.waiting.includes(reservation)) return
    queue.waiting = queue.waiting.filter((one) => one !== reservation)
    this.#end(reservation, "cancelled")
  }

  #end({ span }: TownReservation, state: "filled" | "cancelled" | "expired"): void {
    span.endedAt = townInstant(this.agenda.today)
    span.state = state
  }

  #lend(queue: TownQueue, copy: TownCopy, reader: TownReader): void {
    const { today } = this.agenda
    const dueOn = openFrom(today + queue.title.kind.loanDays)
    const loan: TownLoan = {
      ...kindOf(queue),
      titleId: TitleId.make(queue.title.titleId),
      lentAt: townInstant(today),
      dueAt: townInstant(dueOn),
      closedAt: null,
      lateUntil: null,
      renewalCount: 0,
      recalledAt: null,
      dueBeforeRecall: null,
      onSite: 0
    }
    this.loans.push(loan)
    copy.is = "onLoan"
    copy.loan = loan
    copy.since = today
    if (this.#dice() < 0.006) this.agenda.at(dueOn + 45, () => this.#lose(copy, loan))
    else this.#decide(queue, copy, loan, reader, dueOn, this.#wantedDays(queue, reader))
  }

  #wantedDays({ title }: TownQueue, { pace }: TownReader): number {
    const season = isSummer(this.agenda.today) ? 1.4 : 1
    return title.kind.keptDays * title.length * pace * season * Math.exp(0.4 * normal(this.#dice))
  }

  #lose(copy: TownCopy, loan: TownLoan): void {
    loan.lateUntil = townInstant(this.agenda.today)
    copy.is = "lost"
    copy.loan = null
  }

  /** What the reader does with the copy: brings it back when done, or when it is due, or renews it, or is late. */
  #decide(queue: TownQueue, copy: TownCopy, loan: TownLoan, reader: TownReader, dueOn: number, wanted: number): void {
    const { agenda } = this
    const { today } = agenda
    const back = (day: number): void => agenda.at(openFrom(day), () => this.#comeBack(queue, copy, loan))
    if (today + wanted < dueOn) {
      // Done with it, but in no hurry.
      const waits = this.#dice() < 0.3
      back(waits ? dueOn - 3 * this.#dice() : today + wanted)
      return
    }
    const renewsOn = dueOn - 4 * this.#dice()
    agenda.at(Math.max(today, renewsOn), () => {
      const mayRenew = queue.waiting.length === 0 && loan.renewalCount < renewalsMax
      if (mayRenew && this.#dice() < 0.7) return this.#renew(queue, copy, loan, reader, wanted - (agenda.today - today))
      const isLate = this.#dice() < reader.lateness
      const late = isLate ? -9 * reader.pace * Math.log(1 - this.#dice()) : -1.5 * this.#dice()
      back(Math.max(agenda.today, dueOn + late))
    })
  }

  #renew(queue: TownQueue, copy: TownCopy, loan: TownLoan, reader: TownReader, wanted: number): void {
    const dueOn = openFrom(this.agenda.today + queue.title.kind.loanDays)
    loan.renewalCount += 1
    loan.dueAt = townInstant(dueOn)
    copy.since = this.agenda.today
    this.#decide(queue, copy, loan, reader, dueOn, Math.max(1, wanted))
  }

  #comeBack(queue: TownQueue, copy: TownCopy, loan: TownLoan): void {
    loan.closedAt = townInstant(this.agenda.today)
    copy.loan = null
    this.#free(queue, copy)
  }

  #free(queue: TownQueue, copy: TownCopy): void {
    copy.is = "available"
    this.#serve(queue)
  }

  /** Copies on the shelf go to those that wait, but for the suspended ones. */
  #serve(queue: TownQueue): void {
    const { today } = this.agenda
    for (const copy of queue.copies) {
      const next = copy.is === "available" ? queue.waiting.find((one) => !isSuspended(one, today)) : undefined
      if (next === undefined) continue
      queue.waiting = queue.waiting.filter((one) => one !== next)
      copy.is = "inTransit"
      copy.since = today
      const ready = this.#dice() < 0.6 ? today : openFrom(today + 0.5 + 3 * this.#dice())
      this.transits.push({ ...kindOf(queue), days: ready - today, day: ready })
      if (ready === today) this.#setAside(queue, copy, next)
      else this.agenda.at(ready, () => this.#setAside(queue, copy, next))
    }
  }

  #setAside(queue: TownQueue, copy: TownCopy, reservation: TownReservation): void {
    const { agenda } = this
    const { reader, span } = reservation
    const { today } = agenda
    copy.is = "setAside"
    copy.since = today
    copy.shelfUntil = openDaysAfter(today, shelfDays)
    span.setAsideAt = townInstant(today)
    span.state = "setAside"
    const fetched = openFrom(today - reader.fetchDays * Math.log(1 - this.#dice()))
    const comes = this.#dice() >= reader.noShow && fetched <= copy.shelfUntil
    agenda.at(comes ? fetched : copy.shelfUntil + 0.4, () => {
      this.#end(reservation, comes ? "filled" : "expired")
      if (comes) this.#lend(queue, copy, reader)
      else this.#free(queue, copy)
    })
  }
}

const kindOf = ({ title }: TownQueue): Kind => ({ itemType: title.kind.itemType, collection: "" })
