import { type Actor, type Library, openLibrary, type ReaderId, staffRoles } from "@openshelf/core"
import { layerMemory } from "@openshelf/core/memory"
import { createHandler, type HandlerOptions, issueToken } from "../src/index.ts"

export const noon = Date.parse("2026-03-02T12:00:00+08:00")

const policy = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: { name: { en: "Adult" } } },
  itemTypes: { book: { name: { en: "Book" } }, reference: {} },
  limits: { all: {} },
  transfers: { kept: true },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 5,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: true,
        reservationCountMax: 2,
        reservable: true,
        reservableByBorrower: true,
        reservableOnShelf: false,
        pickupDays: 3,
        debtMax: "0.50",
        smallBalanceForgiven: "0.40",
        membershipMonths: 12
      }
    },
    { id: "reference", when: { itemType: "reference" }, set: { lendable: false } }
  ]
}
const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = Object.fromEntries(week.map((day) => [day, ["09:00-18:00"]]))
/** The calendar of both tenants, with these days closed. */
export const closedOn = (days: ReadonlyArray<string>) => ({
  branches: {
    main: {
      name: { en: "Main" },
      zone: "Asia/Shanghai",
      hours,
      exceptions: days.map((from) => ({ from, closed: true }))
    },
    hill: { name: { en: "Hill" }, zone: "Asia/Shanghai", hours }
  }
})
const calendar = closedOn([])

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

const receiptOf = <A extends { readonly ok: boolean }>(
  answer: A
): Extract<A, { readonly ok: true }>["receipt" & keyof A] => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return (answer as never as { readonly receipt: never }).receipt
}

/** A tenant with one title, copies i1, i2 and the reference copy r1, and the readers ada and ben. */
const fill = async (library: Library, tenant: string) => {
  await library.openTenant({ tenant, name: tenant, policy, calendar, at: noon })
  const desk = library.at({ tenant, branch: "main", actor: anna, channel: "desk" })
  const title = await desk.addTitle({ description: { title: "Dream of the Red Chamber" }, key: "t", at: noon })
  const { titleId } = receiptOf(title) as { readonly titleId: string }
  for (const [barcode, type] of [
    ["i1", "book"],
    ["i2", "book"],
    ["r1", "reference"]
  ] as const)
    receiptOf(await desk.addItem({ title: titleId, barcode, type, key: barcode, at: noon }))
  const readers: Record<string, ReaderId> = {}
  for (const card of ["ada", "ben"]) {
    const registered = await desk.registerReader({
      card,
      name: `Reader ${card}`,
      category: "adult",
      key: card,
      at: noon
    })
    readers[card] = (receiptOf(registered) as { readonly readerId: ReaderId }).readerId
  }
  return { titleId, readers }
}

const tokensOf = async (library: Library, tenant: string, readers: Readonly<Record<string, ReaderId>>) => {
  const issue = async (role: "reader" | "desk" | "manager", subject: string): Promise<string> => {
    const { token, row } = await issueToken({ tenant, role, subject, branch: "main", at: noon })
    await library.putToken(tenant, row)
    return token
  }
  return {
    desk: await issue("desk", "dora"),
    manager: await issue("manager", "mei"),
    boss: await issue("manager", "bo"),
    ada: await issue("reader", readers.ada as string),
    ben: await issue("reader", readers.ben as string)
  }
}

/** Puts rules in force, from now on: those of the town, with what the base row says besides, and other days. */
export const published = async (library: Library, set: object, days: object = calendar): Promise<void> => {
  const [base, ...rows] = policy.rows
  const content = { ...policy, rows: [{ ...base, set: { ...base?.set, ...set } }, ...rows] }
  for (const answer of [
    await library.publishPolicy({ tenant: "town", content, at: noon, by: "mei" }),
    await library.publishCalendar({ tenant: "town", content: days, at: noon, by: "mei" })
  ])
    if (!answer.ok) throw new Error(JSON.stringify(answer))
}

export type Ask = (
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>
) => Promise<{ readonly status: number; readonly body: never; readonly headers: Headers }>

/** Two tenants, town and city, behind one handler; no socket. `ask` gives each command a key of its own. */
export const openTown = async (options: HandlerOptions = {}) => {
  const library = await openLibrary({ storage: layerMemory })
  const town = await fill(library, "town")
  const city = await fill(library, "city")
  const { handler, dispose } = createHandler(library, { clock: () => noon, ...options })
  let asked = 0
  const ask: Ask = async (token, method, path, body, headers = {}) => {
    const response = await handler(
      new Request(`http://library.test${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json", "idempotency-key": `k${asked++}` }),
          ...headers
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
      })
    )
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.includes("json") === true
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as never, headers: response.headers }
  }
  return {
    library,
    handler,
    ask,
    town: { ...town, tokens: await tokensOf(library, "town", town.readers) },
    city: { ...city, tokens: await tokensOf(library, "city", city.readers) },
    close: async () => {
      await dispose()
      await library.close()
    }
  }
}
