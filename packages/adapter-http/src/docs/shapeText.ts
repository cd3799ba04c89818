interface JsonSchema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly const?: unknown
  readonly format?: string
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly oneOf?: ReadonlyArray<JsonSchema>
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly additionalProperties?: JsonSchema | boolean
}

/** A JSON schema as people read shapes. What is optional has a question mark. */
export const shapeText = (schema: unknown, schemas: Readonly<Record<string, unknown>>, indent = ""): string => {
  const shape = schema as JsonSchema
  const inner = (one: JsonSchema): string => shapeText(one, schemas, indent)
  if (shape.$ref !== undefined) return inner((schemas[shape.$ref.split("/").at(-1) ?? ""] ?? {}) as JsonSchema)
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(" | ")
  const choices = shape.anyOf ?? shape.oneOf
  if (choices !== undefined) return choices.map(inner).join(" | ")
  if (shape.type === "array") return shape.items === undefined ? "list" : `list of ${inner(shape.items)}`
  if (shape.type === "object") return objectText(shape, schemas, indent)
  return shape.format === "date-time" ? "instant" : (shape.type ?? "anything")
}

const objectText = (shape: JsonSchema, schemas: Readonly<Record<string, unknown>>, indent: string): string => {
  const required = new Set(shape.required)
  const deeper = `${indent}  `
  const lines = Object.entries(shape.properties ?? {}).map(
    ([name, field]) => `${deeper}${name}${required.has(name) ? "" : "?"}: ${shapeText(field, schemas, deeper)}`
  )
  const { additionalProperties: rest } = shape
  if (typeof rest === "object") lines.push(`${deeper}…: ${shapeText(rest, schemas, deeper)}`)
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`
}
