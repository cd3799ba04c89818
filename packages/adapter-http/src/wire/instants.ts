import { formatInstant, parseInstant } from "@openshelf/core"
import { Result } from "effect"

/** Fields that are instants by their name, anywhere in an answer. */
const isInstantName = (name: string): boolean =>
  instantNames.includes(name) || name.endsWith("At") || name.endsWith("Until")

const instantNames = ["at", "notBefore", "notAfter", "until", "blockedFrom"]

/** The same value with every instant as ISO 8601 in UTC. */
export const withInstantTexts = (value: unknown): unknown =>
  mapFields(value, (field) => (typeof field === "number" ? formatInstant(field) : field))

/** The way back. A text under such a name that is no instant stays what it is. */
export const withInstantNumbers = (value: unknown): unknown =>
  mapFields(value, (field) => {
    if (typeof field !== "string") return field
    const read = parseInstant(field)
    return Result.isSuccess(read) ? read.success : field
  })

const mapFields = (value: unknown, change: (field: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => mapFields(one, change))
  if (typeof value !== "object" || value === null) return value
  const mapped: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value))
    mapped[name] = typeof field !== "object" && isInstantName(name) ? change(field) : mapFields(field, change)
  return mapped
}
