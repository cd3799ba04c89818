import { type Chance, chance } from "./chance.ts"
import type { HttpAnswer, HttpDesk } from "./httpDesk.ts"

/** What the day is played with. */
export interface Town {
  readonly barcodes: ReadonlyArray<string>
  readonly titleOf: ReadonlyMap<string, string>
  readonly cards: ReadonlyArray<string>
}

/** Every command's duration in milliseconds by name, and how each was answered. */
export interface Tally {
  readonly times: Map<string, Array<number>>
  readonly refusals: Map<string, number>
  /** Answers that were neither a receipt nor a refusal. */
  readonly faults: Array<string>
}

export const emptyTally = (): Tally => ({ times: new Map(), refusals: new Map(), faults: [] })

export interface Hours {
  readonly from: number
  readonly to: number
}

interface Desk {
  readonly at: number
  readonly act: (name: string, path: string, body: object) => Promise<HttpAnswer>
}

/** What is out, waiting or owed, as the clients know it: shared, so that what one lends another takes back. */
export interface Known {
  readonly out: Array<string>
  readonly waiting: Array<string>
  readonly shelf: Array<{ readonly item: string; readonly card: string }>
  /** Who holds which reservation. */
  readonly holder: Map<string, string>
  readonly owing: Array<{ readonly card: string; readonly amount: number; readonly charge: string }>
  readonly borrower: Map<string, string>
}

export const emptyKnown = (): Known => ({
  out: [],
  waiting: [],
  shelf: [],
  holder: new Map(),
  owing: [],
  borrower: new Map()
})

/** Plays so many commands from so many clients at once; the instants spread over the hours. */
export const play = async (
  desks: ReadonlyArray<HttpDesk>,
  town: Town,
  known: Known,
  tally: Tally,
  {
    count,
    hours,
    seed,
    mix
  }: { readonly count: number; readonly hours: Hours; readonly seed: number; readonly mix: Mix },
  done: (count: number) => void
): Promise<void> => {
  let given = 0
  const client = async (http: HttpDesk, number: number): Promise<void> => {
    const luck = chance(seed * 1_000 + number)
    while (given < count) {
      const nth = given++
      const at = Math.floor(hours.from + ((hours.to - hours.from) * nth) / count)
      const act = timedAct(http, tally, at)
      await choose(mix, luck)({ at, act }, town, known, luck)
      done(nth + 1)
    }
  }
  await Promise.all(desks.map(client))
}

type Act = (desk: Desk, town: Town, known: Known, luck: Chance) => Promise<unknown>
/** How often each kind of command comes, in hundredths. */
export type Mix = Readonly<
  Record<"lend" | "take" | "renew" | "renewAll" | "reserve" | "cancel" | "pickUp" | "pay", number>
>

export const dayMix: Mix = { lend: 42, take: 32, renew: 8, renewAll: 3, reserve: 7, cancel: 2, pickUp: 3, pay: 3 }
export const earlierMix: Mix = { lend: 75, take: 10, renew: 0, renewAll: 0, reserve: 15, cancel: 0, pickUp: 0, pay: 0 }

const timedAct =
  (http: HttpDesk, { times, refusals, faults }: Tally, at: number): Desk["act"] =>
  async (name, path, body) => {
    const start = performance.now()
    const answer = await http.post(path, { ...body, at: new Date(at).toISOString() })
    const taken = times.get(name) ?? []
    taken.push(performance.now() - start)
    times.set(name, taken)
    for (const code of answer.refusals) refusals.set(code, (refusals.get(code) ?? 0) + 1)
    const refused = answer.status >= 400 && answer.status < 500 && answer.refusals.length > 0
    if (answer.status >= 300 && !refused) faults.push(`${name} ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }

const choose = (mix: Mix, luck: Chance): Act => {
  let left = luck.below(100)
  for (const [name, share] of Object.entries(mix)) {
    left -= share
    if (left < 0) return acts[name as keyof Mix]
  }
  return acts.lend
}

const anyOf = <A>(list: ReadonlyArray<A>, luck: Chance): A | undefined => list[luck.below(list.length)]
const taken = <A>(list: Array<A>, luck: Chance): A | undefined => list.splice(luck.below(list.length), 1)[0]

const acts: Readonly<Record<keyof Mix, Act>> = {
  lend: async ({ act }, { barcodes, cards }, known, luck) => {
    const item = anyOf(barcodes, luck) as string
    const card = anyOf(cards, luck) as string
    const answer = await act("checkOut", "/v1/loans", { item, card })
    if (answer.status < 300) {
      known.out.push(item)
      known.borrower.set(item, card)
    }
  },
  take: async (desk, town, known, luck): Promise<unknown> => {
    const item = taken(known.out, luck)
    if (item === undefined) return acts.lend(desk, town, known, luck)
    const { body } = await desk.act("returnItem", "/v1/returns", { item })
    const charge = body.charge as { readonly chargeId: string; readonly amount: number } | null | undefined
    const card = known.borrower.get(item)
    if (charge != null && card !== undefined) known.owing.push({ card, amount: charge.amount, charge: charge.chargeId })
    const setAside = body.setAside as { readonly reservationId: string } | null | undefined
    const holder = known.holder.get(setAside?.reservationId ?? "")
    // Four in ten never come for it.
    if (holder !== undefined && luck.happens(0.6)) known.shelf.push({ item, card: holder })
    return body
  },
  renew: async (desk, town, known, luck) => {
    const item = anyOf(known.out, luck)
    return item === undefined ? acts.lend(desk, town, known, luck) : desk.act("renew", "/v1/loans/renew", { item })
  },
  renewAll: ({ act }, { cards }, _, luck) => act("renewAll", "/v1/loans/renew-all", { card: anyOf(cards, luck) }),
  reserve: async ({ act }, { titleOf, cards, barcodes }, known, luck) => {
    const item = anyOf(known.out, luck) ?? (anyOf(barcodes, luck) as string)
    const card = anyOf(cards, luck) as string
    const { status, body } = await act("reserve", "/v1/reservations", { title: titleOf.get(item), card })
    if (status >= 300) return
    known.waiting.push(body.reservationId as string)
    known.holder.set(body.reservationId as string, card)
  },
  cancel: async (desk, town, known, luck) => {
    const reservation = taken(known.waiting, luck)
    return reservation === undefined
      ? acts.reserve(desk, town, known, luck)
      : desk.act("cancelReservation", `/v1/reservations/${reservation}/cancel`, {})
  },
  pickUp: async (desk, town, known, luck) => {
    const found = taken(known.shelf, luck)
    return found === undefined ? acts.take(desk, town, known, luck) : desk.act("pickUp", "/v1/pick-ups", found)
  },
  pay: async (desk, town, known, luck) => {
    const owed = taken(known.owing, luck)
    if (owed === undefined) return acts.take(desk, town, known, luck)
    const { card, amount, charge } = owed
    return luck.happens(0.8)
      ? desk.act("pay", "/v1/payments", { card, amount, method: "cash", charges: [charge] })
      : desk.act("waive", "/v1/waivers", { card, charge, reason: "first time" })
  }
}
