import type { OpenApi } from "effect/http-api"
import { shapeText } from "./shapeText.ts"

/** The OpenAPI description as one page: no script, nothing from another host. */
export const referencePage = (description: OpenApi.OpenAPISpec): string => {
  const { info, paths, components, tags } = description
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path }))
  ) as ReadonlyArray<Operation>
  const schemas = components.schemas as Readonly<Record<string, unknown>>
  const sections = tags.map(({ name }) => {
    const own = operations.filter((operation) => operation.tags.includes(name))
    return `<section><h2>${escaped(name)}</h2>${own.map((operation) => article(operation, schemas)).join("")}</section>`
  })
  const contents = operations.map(
    ({ operationId, summary }) => `<li><a href="#${operationId}">${escaped(summary ?? operationId)}</a></li>`
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Openshelf HTTP</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body>
<header><h1>${escaped(info.title)} over HTTP</h1><p>${escaped(info.description ?? "")}</p>
<p>For programs: <a href="/openapi.json">openapi.json</a></p></header>
<nav aria-label="Operations"><ul>${contents.join("")}</ul></nav><main>${sections.join("")}</main></body></html>`
}

interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly summary?: string
  readonly tags: ReadonlyArray<string>
  readonly parameters: ReadonlyArray<{
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: unknown
  }>
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}
type Content = Readonly<Record<string, { readonly schema: unknown }>>

const article = (operation: Operation, schemas: Readonly<Record<string, unknown>>): string => {
  const { method, path, operationId, summary, parameters, requestBody, responses } = operation
  const body = requestBody?.content["application/json"]?.schema
  const answer = responses["200"]?.content?.["application/json"]?.schema
  const refusing = Object.keys(responses).filter((status) => status !== "200")
  const asked = parameters.map(
    (parameter) =>
      `<li><code>${escaped(parameter.name)}</code> in ${escaped(parameter.in)}${parameter.required ? "" : ", optional"}: <code>${escaped(shapeText(parameter.schema, schemas))}</code></li>`
  )
  return `<article id="${operationId}"><h3>${escaped(summary ?? operationId)}</h3>
<p><code class="address"><b>${method.toUpperCase()}</b> ${escaped(path)}</code></p>
${asked.length === 0 ? "" : `<ul>${asked.join("")}</ul>`}
${body === undefined ? "" : block("Body", body, schemas)}${answer === undefined ? "" : block("Answer", answer, schemas)}
<p>Problems: ${refusing.join(", ")}</p></article>`
}

const block = (title: string, schema: unknown, schemas: Readonly<Record<string, unknown>>): string =>
  `<h4>${title}</h4><pre tabindex="0">${escaped(shapeText(schema, schemas))}</pre>`

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{background:#f4f4f1;padding:.8rem;overflow:auto}
nav ul{columns:2;padding-left:1.2rem}article{border-top:1px solid #d8d8d2;padding:.5rem 0}.address{font-size:1.05em}
h4{margin:.8rem 0 0}a{color:#0b5394}`
