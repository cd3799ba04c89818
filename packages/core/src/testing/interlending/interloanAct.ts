import fc from "fast-check"
import { endInterloans } from "../../library/interlending/endInterloans.ts"
import { noon } from "../smallLibrary.ts"
import type { System, twoSystems } from "./twoSystems.ts"

export type Two = Awaited<ReturnType<typeof twoSystems>>

/** What a play knows: the loans that were asked for, in turn, and the reservation that the first is for. */
export interface Asked {
  readonly interloans: Array<string>
  readonly reservation: string
}

/** Something that happens, and its name, for whoever reads a failure. */
export type InterloanAct = readonly [name: string, act: (two: Two, asked: Asked) => Promise<unknown>]

/** What staff of either side may do at any time, of the first or the second loan; what is too early or too late is refused. */
const staffActs = {
  ask: async ({ town, hill }: Two, { interloans, reservation }: Asked) => {
    if (interloans.length === 2) return
    const wanted = interloans.length === 0 ? { reservation } : {}
    const asked = { partner: hill.tenant, title: "Hill walks", ...wanted }
    interloans.push((await town.give("requestInterloan", asked)).interloanId)
  },
  cancel: ({ town }: Two, of: One) => town.ask("cancelInterloan", { interloan: of.interloan }),
  borrowIn: ({ town }: Two, { interloan, reservation }: One) =>
    town.ask("borrowIn", { interloan, barcode: "h1", type: "book", ...reservation }),
  sendBack: ({ town }: Two, { interloan }: One) => town.ask("sendBack", { interloan, item: "h1" }),
  withdraw: ({ town }: Two) => town.ask("withdrawItem", { item: "h1", reason: "worn" }),
  missing: ({ town }: Two) => town.ask("reportMissing", { item: "h1", noticedAt: "shelf" }),
  lendOn: ({ town }: Two) => town.ask("checkOut", { item: "h1", card: "ada" }),
  takeBack: ({ town }: Two) => town.ask("returnItem", { item: "h1" }),
  lendOut: ({ hill }: Two, { interloan }: One) => hill.ask("lendOut", { interloan, item: "h1", card: "town" }),
  lendToOther: ({ hill }: Two) => hill.ask("checkOut", { item: "h1", card: "dora" }),
  decline: ({ hill }: Two, { interloan }: One) => hill.ask("declineInterloan", { interloan }),
  returnItem: ({ hill }: Two) => hill.ask("returnItem", { item: "h1" }),
  declareLost: ({ hill }: Two) => hill.ask("declareLost", { item: "h1" }),
  complete: ({ hill }: Two, { interloan }: One) => hill.ask("completeInterloan", { interloan, item: "h1" }),
  nights: async ({ town, hill, library }: Two) => {
    for (const { tenant } of [town, hill]) {
      const night = () => endInterloans(library, { tenant, at: noon })
      // After a fault the next night does the rest.
      if ((await night()).failed.length > 0 && (await night()).failed.length > 0)
        throw new Error("a night failed twice")
    }
  },
  relay: ({ relay }: Two) => relay()
} as const
type StaffActName = keyof typeof staffActs

interface One {
  readonly interloan: string
  readonly reservation: { readonly reservation?: string }
  readonly interloans: Array<string>
}

const named = (name: StaffActName, nth: number): InterloanAct => [
  nth === 0 ? name : `${name} of the second`,
  async (two, asked) => {
    if (name === "ask") return staffActs.ask(two, asked)
    const interloan = asked.interloans[nth]
    if (interloan === undefined) return
    const reservation = nth === 0 ? { reservation: asked.reservation } : {}
    return (staffActs[name] as (two: Two, of: object) => unknown)(two, { interloan, reservation })
  }
]

const staffAct = fc
  .tuple(fc.constantFrom(...(Object.keys(staffActs) as ReadonlyArray<StaffActName>)), fc.nat(1))
  .map(([name, nth]) => named(name, nth))

/** Some message of one side is delivered before its turn, and perhaps stays where it was, to be delivered again. */
const delivery: fc.Arbitrary<InterloanAct> = fc
  .record({ from: fc.constantFrom("town", "hill"), nth: fc.nat(5), confirmed: fc.boolean() })
  .map((one) => [JSON.stringify(one), (two, asked) => deliver(two, asked, one)])

const deliver = async (
  { town, hill }: Two,
  { interloans }: Asked,
  { from, nth, confirmed }: { readonly from: string; readonly nth: number; readonly confirmed: boolean }
): Promise<void> => {
  const [sender, receiver] = from === "town" ? [town, hill] : [hill, town]
  const row = (await told(sender, interloans))[nth % 6]
  if (row === undefined) return
  const { messageId, interloanId: interloan, body, at } = row
  const message = { interloan, partner: sender.tenant, ...JSON.parse(body), at, key: `interloan ${messageId}` }
  const { ok } = await receiver.desk.takeMessage(message)
  if (ok && confirmed)
    await sender.desk.confirmMessage({ message: messageId, at, key: `interloan ${messageId} confirmed` })
}

/** What a side has to tell, in an order that does not hang on ids. */
const told = async ({ rows }: System, interloans: ReadonlyArray<string>) => {
  const all = (await rows("outbox")).map((row) => ({ row, at: interloans.indexOf(row.interloanId) }))
  return all.sort((one, other) => one.at - other.at || (one.row.body < other.row.body ? -1 : 1)).map(({ row }) => row)
}

const toTheBorrower = ["ask", "relay", "lendOut", "relay", "borrowIn", "relay"] as const

/** How a loan may go: there and back, lost there, or lost for somebody else once it is back. */
const courses: ReadonlyArray<ReadonlyArray<StaffActName>> = [
  [...toTheBorrower, "sendBack", "relay", "returnItem", "complete"],
  [...toTheBorrower, "declareLost", "complete", "relay", "sendBack", "returnItem"],
  [...toTheBorrower, "sendBack", "returnItem", "lendToOther", "declareLost", "complete", "returnItem"]
]

/** The courses of two loans of one copy, one after the other, without some of their steps, and with others between them. */
const playsOf = (others: fc.Arbitrary<InterloanAct>): fc.Arbitrary<ReadonlyArray<InterloanAct>> =>
  fc
    .tuple(fc.constantFrom(...courses), fc.constantFrom(...courses))
    .chain(([first, second]) =>
      fc.tuple(
        ...[...first.map((name) => named(name, 0)), ...second.map((name) => named(name, 1))].map((step) =>
          fc.tuple(fc.integer({ min: 0, max: 9 }), fc.array(others, { maxLength: 2 }), fc.constant(step))
        )
      )
    )
    .map((steps) => steps.flatMap(([chance, before, step]) => [...before, ...(chance === 9 ? [] : [step])]))

/** Loans between two systems, with whatever staff may do, and messages that come in turn. */
export const interloanActs = playsOf(staffAct)

/** The same with messages that come before their turn, and more than once. */
export const interloanActsInAnyOrder = playsOf(fc.oneof({ weight: 2, arbitrary: staffAct }, delivery))
