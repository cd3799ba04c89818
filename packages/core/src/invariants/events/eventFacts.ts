import type { EventRow } from "../../decision/event.ts"

/** The fields of an event; `null` when its body is no JSON object. */
export const eventFacts = ({ body }: Pick<EventRow, "body">): Readonly<Record<string, unknown>> | null => {
  const facts = parsed(body)
  return typeof facts === "object" && facts !== null && !Array.isArray(facts) ? { ...facts } : null
}

/** What a JSON text says; `undefined` when it is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
