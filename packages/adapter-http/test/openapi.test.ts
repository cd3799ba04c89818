import { afterAll, beforeAll, expect, it } from "vitest"
import { commandPaths } from "../src/client/commandAddress.ts"
import { allRoutes } from "../src/routes/allRoutes.ts"
import { openTown } from "./town.ts"

interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly security: ReadonlyArray<object>
  readonly parameters: ReadonlyArray<{ readonly name: string; readonly in: string }>
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>
}
interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object }
}

let town: Awaited<ReturnType<typeof openTown>>
let description: Description
beforeAll(async () => {
  town = await openTown()
  description = (await town.ask(null, "GET", "/openapi.json")).body
})
afterAll(() => town.close())

const operations = (): ReadonlyArray<Operation & { readonly method: string; readonly path: string }> =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path }))
  )

it("describes every route once, in OpenAPI 3.1, with its parameters, its body and who may ask", () => {
  expect(description.openapi).toMatch(/^3\.1\./)
  const described = operations().map(({ operationId, method, path }) => `${operationId} ${method} ${path}`)
  const real = allRoutes.map(({ name, method, path }) => `${name} ${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
  expect(described.sort()).toEqual(real.sort())
  for (const { path, summary, security, parameters, requestBody, operationId } of operations()) {
    const route = allRoutes.find(({ name }) => name === operationId)
    expect(summary).not.toBe("")
    expect(security).toEqual(route?.signedIn === true ? [{ token: [] }] : [])
    expect(requestBody !== undefined).toBe(route?.body !== undefined)
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(inPath)
    if (operationId in commandPaths) expect(parameters.map(({ name }) => name)).toContain("idempotency-key")
  }
})

it("describes every problem as a problem, and names no schema that is not there", () => {
  for (const { responses } of operations()) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      if (status === "200") expect(Object.keys(content)).toEqual(["application/json"])
      else expect(content["application/problem+json"]?.schema).toEqual({ $ref: "#/components/schemas/Problem" })
    }
  }
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
  for (const [, name] of references) expect(description.components.schemas[name as string]).toBeDefined()
  expect(description.components.securitySchemes).toEqual({ token: { type: "http", scheme: "Bearer" } })
})

it("shows the same to people, on a page without script or foreign host", async () => {
  const { status, headers, body } = await town.ask(null, "GET", "/docs")
  const page = body as string
  expect(status).toBe(200)
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
  expect(page).not.toMatch(/<script|https?:\/\/|@import/)
  for (const { name } of allRoutes) expect(page).toContain(`id="${name}"`)
})

it("describes nothing as a number whose name is that of an instant: it would be written as one", () => {
  const numbers: Array<string> = []
  const look = (schema: unknown): void => {
    if (typeof schema !== "object" || schema === null) return
    const { properties } = schema as { readonly properties?: Readonly<Record<string, { readonly type?: unknown }>> }
    for (const [name, { type }] of Object.entries(properties ?? {}))
      if (/(At|Until)$|^(at|notBefore|notAfter|until|blockedFrom)$/.test(name) && /^(integer|number)$/.test(`${type}`))
        numbers.push(name)
    for (const part of Object.values(schema)) look(part)
  }
  for (const { responses } of operations())
    for (const { content = {} } of Object.values(responses))
      for (const { schema } of Object.values(content)) look(schema)
  look(description.components.schemas)
  expect(numbers).toEqual([])
})
