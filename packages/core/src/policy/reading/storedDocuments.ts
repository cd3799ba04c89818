import { Result, Schema } from "effect"
import { CalendarDocument } from "../../calendar/document.ts"
import { PolicyDocument } from "../form/document.ts"

// What they mean was checked as they were published; that they are whole is checked here.
const decodePolicy = Schema.decodeUnknownResult(PolicyDocument, { onExcessProperty: "error" })
const decodeCalendar = Schema.decodeUnknownResult(CalendarDocument, { onExcessProperty: "error" })

interface Stored {
  readonly version: number
  readonly content: string
}

/** A published policy as it is stored. Throws where it is not whole. */
export const storedPolicy = ({ version, content }: Stored): PolicyDocument => {
  const decoded = decodePolicy(JSON.parse(content))
  if (Result.isSuccess(decoded)) return decoded.success
  throw new Error(`the stored policy ${version} does not hold: ${decoded.failure.message}`)
}

/** The same of a calendar. */
export const storedCalendar = ({ version, content }: Stored): CalendarDocument => {
  const decoded = decodeCalendar(JSON.parse(content))
  if (Result.isSuccess(decoded)) return decoded.success
  throw new Error(`the stored calendar ${version} does not hold: ${decoded.failure.message}`)
}
