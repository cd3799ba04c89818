import { Busy, type Library, OutcomeUnknown, StorageFault } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { createHandler, type Observed } from "../src/index.ts"
import { openTown } from "./town.ts"

const secret = "/var/lib/openshelf.sqlite: select * from reader where name = 'Ada'"
const faults = [
  { fault: new Busy({ attempts: 12 }), status: 503, type: "busy" },
  { fault: new OutcomeUnknown({ cause: new Error(secret) }), status: 503, type: "outcomeUnknown" },
  { fault: new StorageFault({ cause: new Error(secret) }), status: 500, type: "fault" },
  { fault: new Error(secret), status: 500, type: "fault" },
  { fault: secret, status: 500, type: "fault" }
]

/** The library with one thing broken: reading, commands, or the look at a token. */
const broken = (library: Library, what: "read" | "command" | "token", fault: unknown): Library => ({
  ...library,
  at: (place) => {
    const desk = library.at(place)
    return what === "command" ? { ...desk, checkOut: () => Promise.reject(fault) } : desk
  },
  read: (tenant, lookup) =>
    what === "command" || "token" in lookup !== (what === "token")
      ? library.read(tenant, lookup)
      : Promise.reject(fault)
})

describe.each(faults)("a fault ($type, $status)", ({ fault, status, type }) => {
  it.each(["read", "command", "token"] as const)("of a %s tells what to do and nothing of its cause", async (what) => {
    const { library, town, close } = await openTown()
    const observed: Array<Observed> = []
    const { handler, dispose } = createHandler(broken(library, what, fault), { observe: (one) => observed.push(one) })
    const headers = { authorization: `Bearer ${town.tokens.desk}`, "idempotency-key": "k" }
    const json = { ...headers, "content-type": "application/json" }
    const response = await handler(
      what === "command"
        ? new Request("http://x/v1/loans", { method: "POST", headers: json, body: '{"item":"i1","card":"ada"}' })
        : new Request("http://x/v1/items/i1", { headers })
    )
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(JSON.parse(text)).toEqual({ type: `urn:openshelf:problem:${type}`, status, title: expect.any(String) })
    expect(text + JSON.stringify([...response.headers])).not.toMatch(/sqlite|select|Ada|Error|\bat /)
    expect(response.headers.get("retry-after")).toBe(status === 503 ? "1" : null)
    expect(observed[0]?.fault).toBe(fault)
    await dispose()
    await close()
  })
})
