import { OpenApi } from "effect/http-api"
import { api } from "../api.ts"

/** The API in OpenAPI 3.1. A problem is one schema, whatever its status: generated copies of it are folded into one. */
export const description = (): OpenApi.OpenAPISpec => {
  const text = JSON.stringify(OpenApi.fromApi(api)).replaceAll(/(#\/components\/schemas\/Problem)_\d+/g, "$1")
  const spec: OpenApi.OpenAPISpec = JSON.parse(text)
  const schemas = Object.entries(spec.components.schemas).filter(([name]) => !/^Problem_\d+$/.test(name))
  return { ...spec, components: { ...spec.components, schemas: Object.fromEntries(schemas) } }
}
