import { Schema } from "effect"

/**
 * Why a database cannot be used:
 * `notFound` no such folder, server or database; `notPermitted` it may not be read or written; `notADatabase` the file is
 * something else; `notOurs` tables of another program are in the way; `schemaNewer` a newer program made the schema;
 * `schemaHeld` another process is changing the schema and does not end; `inUse` another server has it; `full` no space
 * is left; `unusable` anything else.
 */
export const OpenFaultCode = Schema.Literals([
  "notFound",
  "notPermitted",
  "notADatabase",
  "notOurs",
  "schemaNewer",
  "schemaHeld",
  "inUse",
  "full",
  "unusable"
])
export type OpenFaultCode = typeof OpenFaultCode.Type

/** A database was not opened. Nothing of it was changed, or a change of the schema waits to be finished. */
export class OpenFault extends Schema.TaggedError<OpenFault>()("OpenFault", {
  code: OpenFaultCode,
  /** A sentence for people, naming the database. Never a password. */
  message: Schema.String,
  /** The file, or the server with the database. */
  database: Schema.String,
  cause: Schema.optional(Schema.Defect())
}) {}
