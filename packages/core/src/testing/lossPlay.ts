import { ageLosses } from "../library/incidents/ageLosses.ts"
import { noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "./smallLibrary.ts"

interface Given {
  /** Of the one compensation that there is. */
  readonly rule?: object
  readonly set?: object
  /** What holds of a recalled loan instead. */
  readonly recalled?: object
  /** In minor units. */
  readonly price: number
  /** How late it is when it is lost. */
  readonly lateDays?: number
  readonly lostAt?: number
  readonly dueAt?: number
  readonly zone?: string
}

const day = 86_400_000

type Charge = { readonly chargeId: string; readonly outstanding: number; readonly refunded: number } | undefined

/** One book at one reader, `ada`, to be lost, paid and found. Throws when something is refused. */
export interface LossPlay extends SmallLibrary {
  readonly tenant: string
  readonly at: () => number
  readonly wait: (ms: number) => void
  readonly lose: (claimed?: boolean) => Promise<void>
  readonly pay: (amount: number, kind?: string) => Promise<void>
  readonly waive: (amount: number, kind: string) => Promise<void>
  readonly handOver: (kind: string) => Promise<void>
  readonly giveBack: () => Promise<void>
  readonly lendToOther: () => Promise<void>
  readonly age: (at: number) => Promise<void>
  readonly balance: () => Promise<number>
  readonly chargeOf: (kind: string) => Promise<Charge>
  readonly lossState: () => Promise<string | undefined>
  readonly status: () => Promise<string | undefined>
  readonly isLent: () => Promise<boolean>
  readonly uses: () => Promise<number | undefined>
}

export const playLoss = async ({
  rule = {},
  set = {},
  recalled = {},
  price,
  lateDays = 0,
  lostAt,
  dueAt,
  zone
}: Given): Promise<LossPlay> => {
  const small = await smallLibrary()
  const { library, desk, key } = small
  const start = Math.min(noon, lostAt ?? noon, dueAt ?? noon) - 60 * day
  await small.title("Book", ["b1"])
  for (const at of [start - day, noon - day + 1]) await publish(small, { rule, set, recalled, zone, at })
  receiptOf(await desk.changeItem({ item: "b1", price, at: start, key: key() }))
  const lostOn = lostAt ?? (dueAt ?? noon) + lateDays * day
  const due = dueAt ?? (lateDays > 0 ? lostOn - lateDays * day : lostOn + 300 * day)
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", dueAt: due, at: start, key: key() }))
  let now = lostOn
  const give = () => ({ at: now, key: key() })
  const chargeOf = async (kind: string): Promise<Charge> =>
    (await library.scan(tenant, "charge", null, 100)).rows.find((charge) => charge.kind === kind)
  const named = async (kind: string): Promise<string> => (await chargeOf(kind))?.chargeId ?? "none"
  const item = async () => (await library.read(tenant, { item: { barcode: "b1" as never } })).item?.item
  return {
    ...small,
    tenant,
    at: () => now,
    wait: (ms) => {
      now += ms
    },
    lose: async (claimed = false) => {
      if (claimed) receiptOf(await desk.settleClaim({ item: "b1", as: "lost", ...give() }))
      else receiptOf(await desk.declareLost({ item: "b1", ...give() }))
    },
    pay: async (amount, kind) => {
      const charges = kind === undefined ? {} : { charges: [await named(kind)] }
      receiptOf(await desk.pay({ card: "ada", amount, method: "cash", ...charges, ...give() }))
    },
    waive: async (amount, kind) => {
      receiptOf(await desk.waive({ card: "ada", charge: await named(kind), amount, reason: "moved", ...give() }))
    },
    handOver: async (kind) => {
      receiptOf(await desk.handOverDebt({ card: "ada", to: "office", charges: [await named(kind)], ...give() }))
    },
    giveBack: async () => {
      receiptOf(await desk.returnItem({ item: "b1", ...give() }))
    },
    lendToOther: async () => {
      receiptOf(
        await desk.checkOut({ item: "b1", card: "ben", override: { reason: "in hand" }, ...give() }).then(asked)
      )
    },
    age: async (at) => {
      await ageLosses(library, { tenant, at })
    },
    balance: async () =>
      (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.account.balance ?? 0,
    chargeOf,
    lossState: async () => (await library.scan(tenant, "incident", null, 10)).rows[0]?.state,
    status: async () => (await item())?.status,
    isLent: async () => (await item())?.loanId !== null,
    uses: async () => (await item())?.inHouseUses
  }

  async function asked<A>(answer: A): Promise<A> {
    // Nothing stood in the way: an override asks for something to override.
    const plain = answer as { readonly ok: boolean; readonly refusals?: ReadonlyArray<{ readonly _tag: string }> }
    if (plain.ok || plain.refusals?.[0]?._tag !== "OverrideNotNeeded") return answer
    return (await desk.checkOut({ item: "b1", card: "ben", ...give() })) as A
  }
}

const publish = async (
  { library }: SmallLibrary,
  {
    rule,
    set,
    recalled,
    zone,
    at
  }: {
    readonly rule: object
    readonly set: object
    readonly recalled: object
    readonly zone: string | undefined
    readonly at: number
  }
): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  const document = (kind: string) => JSON.parse(rows.find((row) => row.kind === kind)?.content ?? "")
  const policy = document("policy")
  policy.compensations = { books: { basis: { from: [{ from: "recordedPrice" }] }, ...rule } }
  const free = { debtMax: "unlimited", overdueCap: "unlimited", compensation: "books" }
  policy.rows[0].set = { ...policy.rows[0].set, ...free, overdueRate: { amount: "1.00", per: "day" }, ...set }
  policy.rows.push({ id: "recalled", when: { recalled: true }, set: recalled })
  const calendar = document("calendar")
  if (zone !== undefined)
    for (const branch of Object.values(calendar.branches)) Object.assign(branch as object, { zone })
  for (const published of [
    await library.publishPolicy({ tenant, content: policy, at, by: "anna" }),
    await library.publishCalendar({ tenant, content: calendar, at, by: "anna" })
  ])
    if (!published.ok) throw new Error(JSON.stringify(published.invalid))
}
