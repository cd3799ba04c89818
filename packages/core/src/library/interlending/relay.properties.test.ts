import fc from "fast-check"
import { expect, it } from "vitest"
import { layerMemory } from "../../storage/memory.ts"
import { layerFaulty } from "../../testing/faulty.ts"
import { twoSystems } from "./testing/twoSystems.ts"

type Two = Awaited<ReturnType<typeof twoSystems>>
type Act = (two: Two, of: { readonly interloan: string; readonly reservation: string }) => Promise<unknown>

/** What staff of either side may do at any time; what it is too early or too late for is refused. */
const staffActs: Readonly<Record<string, Act>> = {
  cancel: ({ town }, { interloan }) => town.ask("cancelInterloan", { interloan }),
  borrowIn: ({ town }, { interloan, reservation }) =>
    town.ask("borrowIn", { interloan, reservation, barcode: "from-hill", type: "book" }),
  sendBack: ({ town }, { interloan }) => town.ask("sendBack", { interloan, item: "from-hill" }),
  lendOut: ({ hill }, { interloan }) => hill.ask("lendOut", { interloan, item: "h1", card: "town" }),
  decline: ({ hill }, { interloan }) => hill.ask("declineInterloan", { interloan }),
  returnItem: ({ hill }) => hill.ask("returnItem", { item: "h1" }),
  declareLost: ({ hill }) => hill.ask("declareLost", { item: "h1" }),
  complete: ({ hill }, { interloan }) => hill.ask("completeInterloan", { interloan, item: "h1" })
}

/** Some message of one side is delivered before its turn, and perhaps stays where it was, to be delivered again. */
interface Delivery {
  readonly from: "town" | "hill"
  readonly nth: number
  readonly confirmed: boolean
}

const delivered: (delivery: Delivery) => Act =
  ({ from, nth, confirmed }) =>
  async ({ town, hill }) => {
    const [sender, receiver] = from === "town" ? [town, hill] : [hill, town]
    const rows = await sender.rows("outbox")
    const row = rows[nth % Math.max(1, rows.length)]
    if (row === undefined) return
    const { messageId, interloanId: interloan, body, at } = row
    const told = { interloan, partner: sender.tenant, ...JSON.parse(body), at, key: `interloan ${messageId}` }
    const { ok } = await receiver.desk.takeMessage(told)
    if (ok && confirmed)
      await sender.desk.confirmMessage({ message: messageId, at, key: `interloan ${messageId} confirmed` })
  }

const relayed: Act = ({ relay }) => relay()
const staffAct = fc.constantFrom(...Object.entries(staffActs))
const delivery = fc.record({ from: fc.constantFrom("town", "hill"), nth: fc.nat(3), confirmed: fc.boolean() })
const relayAct = fc.constant(["relay", relayed] as const)

const course = ["relay", "lendOut", "relay", "borrowIn", "relay", "sendBack", "relay", "returnItem", "complete"]

/** The course of a loan without some of its steps, and with others between them. */
const playsOf = (others: fc.Arbitrary<readonly [string, Act]>): fc.Arbitrary<ReadonlyArray<readonly [string, Act]>> =>
  fc
    .tuple(
      ...course.map((name) =>
        fc.tuple(fc.integer({ min: 0, max: 5 }), fc.array(others, { maxLength: 2 }), fc.constant(name))
      )
    )
    .map((steps) =>
      steps.flatMap(([chance, before, name]) => [
        ...before,
        ...(chance === 5 ? [] : [[name, name === "relay" ? relayed : (staffActs[name] as Act)] as const])
      ])
    )

/** A request, these acts, and the relay at last. What both sides and their shelves then say. */
const played = async (acts: ReadonlyArray<readonly [string, Act]>, storage = layerMemory) => {
  const two = await twoSystems(storage)
  const reservation = await two.town.reserve("ada")
  const asked = { partner: "hill", title: "Hill walks", reservation }
  const { interloanId } = await two.town.give("requestInterloan", asked)
  for (const [, act] of acts) await act(two, { interloan: interloanId, reservation })
  await two.relay()
  expect(await two.faults()).toEqual([])
  const of = async ({ rows }: Two["town"]) => ({
    items: (await rows("item"))
      .map(({ barcode, itemId, status, version }) => [`${barcode}` === itemId ? "" : barcode, status, version])
      .sort(),
    interloans: (await rows("interloan")).map(({ state, version, endedAt }) => [state, version, endedAt]),
    outbox: (await rows("outbox")).map(({ messageId }) => messageId.replace(interloanId, "")),
    events: (await rows("event")).map(({ tag }) => tag).sort(),
    loans: (await rows("loan")).map(({ state }) => state).sort()
  })
  return { town: await of(two.town), hill: await of(two.hill), states: await two.states() }
}

it("a fault before or after any write leads to where things would be without it", async () => {
  const acts = playsOf(fc.oneof(staffAct, relayAct))
  // Setting the scene gives 12 commands.
  const fault = fc.record({ call: fc.integer({ min: 1, max: 50 }), when: fc.constantFrom("before", "after") })
  await fc.assert(
    fc.asyncProperty(acts, fault, async (given, plan) => {
      expect(await played(given, layerFaulty(layerMemory, plan))).toEqual(await played(given))
    }),
    { numRuns: 60 }
  )
}, 120_000)

it("messages in any order and more than once end with both sides of one mind", async () => {
  const moves = fc.oneof(
    staffAct,
    relayAct,
    delivery.map((one) => [JSON.stringify(one), delivered(one)] as const)
  )
  await fc.assert(
    fc.asyncProperty(playsOf(moves), async (given) => {
      const { town, hill, states } = await played(given)
      // What the borrower is to do first waits; else nothing is left to be told.
      expect(town.outbox).toEqual([])
      if (hill.outbox.length > 0) expect([hill.outbox, states[0]]).toEqual([[" completed"], "received"])
      else expect(states[0]).toBe(states[1])
    }),
    { numRuns: 150 }
  )
}, 120_000)
