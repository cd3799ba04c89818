import type { Layer } from "effect"
import { openInterloans } from "../../library/interlending/openInterloans.ts"
import { layerMemory } from "../../storage/memory.ts"
import type { Storage } from "../../storage/port.ts"
import { noon } from "../smallLibrary.ts"
import type { Asked, InterloanAct, Two } from "./interloanAct.ts"
import { type System, twoSystems } from "./twoSystems.ts"

/** What both sides and their shelves say in the end, with nothing in it that hangs on ids. */
export interface PlayedInterloans {
  readonly town: object
  readonly hill: object
}

/**
 * Plays these acts, lets the relay run, and looks at what both sides say. Then whoever follows the lists of what can be done next
 * comes to an end at both sides. Throws for what is wrong: broken invariants, sides of two minds, a copy in use that went back, a
 * step that the list offers and the desk refuses.
 */
export const playInterloans = async (
  acts: ReadonlyArray<InterloanAct>,
  storage: Layer.Layer<Storage> = layerMemory,
  suffix = ""
): Promise<PlayedInterloans> => {
  const two = await twoSystems(storage, {}, suffix)
  const { town, hill, library, relay, faults } = two
  await hill.give("registerReader", { card: "dora", name: "Dora", category: "adult" })
  const asked: Asked = { interloans: [], reservation: await town.reserve("ada") }
  for (const [, act] of acts) await act(two, asked)
  await relay()
  must(await faults(), [], "what is wrong")
  await mustAgree(two, asked)
  const played = { town: await saidBy(town, asked), hill: await saidBy(hill, asked) }
  await followLists(two)
  must(await faults(), [], "what is wrong in the end")
  await library.close()
  return played
}

/** What the borrower is to do first may wait; else nothing is left to be told, and both say the same. */
const mustAgree = async ({ town, hill }: Two, { interloans }: Asked): Promise<void> => {
  must(await kindsTold(town), [], "what the borrower has to tell")
  const waiting = await hill.rows("outbox")
  const [here, there] = [await loansOf(town), await loansOf(hill)]
  for (const interloan of interloans) {
    const [borrowed, lent] = [here.get(interloan), there.get(interloan)]
    if (waiting.some(({ interloanId }) => interloanId === interloan)) {
      must([borrowed?.state, lent?.state], ["received", "completed"], "what waits to be told")
      continue
    }
    must(borrowed?.state, lent?.state, "how far the loan is")
    const loan = (await hill.rows("loan")).find(({ loanId }) => loanId === lent?.loanId)
    if (lent?.state === "completed") must(loan?.closedAt != null, true, "whether the lender has it back")
    if (lent?.state === "completedWithoutReturn") {
      const losses = (await hill.rows("incident")).filter(
        ({ kind, loanId }) => kind === "loss" && loanId === lent.loanId
      )
      must(losses.length, 1, "losses of that loan")
    }
    const record = (await town.rows("item")).find(({ itemId }) => itemId === borrowed?.itemId)
    const isGone = borrowed?.state === "sentBack" || borrowed?.endedAt !== null
    if (record !== undefined)
      must(
        record.status === "withdrawn" && `${record.barcode}` === record.itemId,
        isGone,
        "whether the record is closed"
      )
  }
}

const loansOf = async ({ rows }: System) => new Map((await rows("interloan")).map((row) => [`${row.interloanId}`, row]))

const kindsTold = async ({ rows }: System): Promise<ReadonlyArray<string>> =>
  (await rows("outbox")).map(({ body }) => JSON.parse(body).kind).sort()

const saidBy = async (system: System, { interloans }: Asked): Promise<object> => {
  const { rows } = system
  const loans = await loansOf(system)
  return {
    interloans: interloans.map((id) => {
      const { state, version, endedAt, barcode } = loans.get(id) ?? {}
      return [state, version, endedAt, barcode]
    }),
    items: (await rows("item"))
      .map(({ barcode, itemId, status, version }) => [`${barcode}` === itemId ? "" : barcode, status, version])
      .sort(),
    outbox: await kindsTold(system),
    events: (await rows("event")).map(({ tag }) => tag).sort(),
    loans: (await rows("loan")).map(({ state }) => state).sort()
  }
}

const roundsMax = 12

/** Readers fetch and bring back what there is, and staff of both sides do what their lists say, until nothing is open. */
const followLists = async (two: Two): Promise<void> => {
  const { town, hill, relay } = two
  for (let round = 0; round < roundsMax; round++) {
    await town.ask("checkOut", { item: "h1", card: "ada" })
    await town.ask("returnItem", { item: "h1" })
    await hill.ask("returnItem", { item: "h1" })
    await relay()
    const open = [await openAt(two, town, "borrower"), await openAt(two, hill, "lender")]
    if (open.every((rows) => rows.length === 0)) return
    await follow(town, open[0] ?? [])
    await follow(hill, open[1] ?? [])
  }
  throw new Error(
    `still open after ${roundsMax} rounds: ${JSON.stringify([await loansOf(town), await loansOf(hill)].map((loans) => [...loans.values()]))}`
  )
}

const openAt = async ({ library }: Two, { tenant }: System, side: "borrower" | "lender") =>
  (await openInterloans(library, { tenant, side, at: noon, after: null, limit: 100 })).rows

/** The last that each list offers: what was asked for is declined. A barcode may be taken until the copy's other record is closed. */
const follow = async ({ ask }: System, rows: Awaited<ReturnType<typeof openAt>>): Promise<void> => {
  for (const { interloan, copy, next } of rows) {
    const command = next.at(-1)
    if (command === undefined) continue
    const { interloanId, barcode, reservationId } = interloan
    const reservation = reservationId === null ? {} : { reservation: reservationId }
    const more = {
      cancelInterloan: {},
      declineInterloan: {},
      lendOut: {},
      borrowIn: { barcode, type: "book", ...reservation },
      sendBack: { item: copy?.barcode },
      completeInterloan: { item: copy?.barcode }
    }[command]
    const answer = await ask(command, { interloan: interloanId, ...more } as never)
    if (answer.ok || ("refusals" in answer && answer.refusals.every(({ _tag }) => _tag === "BarcodeTaken"))) continue
    throw new Error(`the list offers ${command}, and the desk answers ${JSON.stringify(answer)}`)
  }
}

const must = (found: unknown, wanted: unknown, what: string): void => {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`)
}
