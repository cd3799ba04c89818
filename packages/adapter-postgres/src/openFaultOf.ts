import { OpenFault, type OpenFaultCode } from "@openshelf/storage-sql"
import { sqlStateOf } from "./sqlState.ts"

/** Host and database of an address, without user and password. */
export const databaseName = (url: string): string => {
  if (!URL.canParse(url)) return "the PostgreSQL database"
  const { host, pathname, searchParams } = new URL(url)
  return `${host || (searchParams.get("host") ?? "localhost")}${pathname}`
}

/** Any error of opening as one that says what to do about it. */
export const openFaultOf = (cause: unknown, database: string): OpenFault => {
  if (cause instanceof OpenFault) return cause
  const code = sqlStateOf(cause) ?? networkCode(cause)
  const [fault, says] = table[code ?? ""] ?? ["unusable", `could not be opened${code === null ? "" : ` (${code})`}`]
  return new OpenFault({ code: fault, message: `${database} ${says}`, database, cause })
}

/** Several addresses of one host fail together in an error that holds theirs. */
const networkCode = (cause: unknown): string | null => {
  const first = cause instanceof AggregateError ? cause.errors[0] : cause
  return first instanceof Error && "code" in first && typeof first.code === "string" ? first.code : null
}

const noServer = ["notFound", "does not answer: no server is reached at this address"] as const
const noEntry = ["notPermitted", "does not let this user in"] as const

const table: Readonly<Record<string, readonly [code: OpenFaultCode, says: string]>> = {
  ECONNREFUSED: noServer,
  ENOTFOUND: noServer,
  EAI_AGAIN: noServer,
  ENOENT: noServer,
  EHOSTUNREACH: noServer,
  ETIMEDOUT: noServer,
  "28000": noEntry,
  "28P01": noEntry,
  "3D000": ["notFound", "does not exist on its server"],
  "42501": ["notPermitted", "does not let this user make or change tables"],
  "25006": ["notPermitted", "can only be read; it may be a standby"],
  "53100": ["full", "cannot be written: no space is left"],
  "53300": ["unusable", "has no connection left"],
  "57P03": ["unusable", "is starting or stopping; try again"]
}
