import { bind, type LeaseStatements, OpenFault } from "@openshelf/storage-sql"
import type { Connection } from "./connection.ts"

/** The mark of the one server that a file has. */
export interface Lease {
  /** Puts the end of the lease off. False: another server has taken it, as this one was still for too long. */
  readonly renew: () => boolean
  /** Lets another server take it at once. */
  readonly release: () => void
  readonly expiresAt: () => number
}

const name = "server"

/** Takes the lease of a file's server. Throws `OpenFault` saying who has it and until when. */
export const takeLease = (
  connection: Connection,
  { take, renew, read }: LeaseStatements,
  { owner, leaseMs, now, database }: LeaseOptions
): Lease => {
  let expiresAt = now() + leaseMs
  const [taken] = connection.rows(take, bind(take, "", { name, owner, now: now(), expiresAt }))
  if (taken === undefined) throw inUse(connection, read, database)
  const fencing = taken[0] as number
  const putOff = (to: number): boolean => {
    const ours = connection.change(renew, bind(renew, "", { name, fencing, expiresAt: to })) === 1
    if (ours) expiresAt = to
    return ours
  }
  return { renew: () => putOff(now() + leaseMs), release: () => void putOff(0), expiresAt: () => expiresAt }
}

interface LeaseOptions {
  readonly owner: string
  readonly leaseMs: number
  readonly now: () => number
  readonly database: string
}

const inUse = (connection: Connection, read: LeaseStatements["read"], database: string): OpenFault => {
  const [row] = connection.rows(read, bind(read, "", { name }))
  const [owner, takenAt, expiresAt] = (row ?? ["another server", 0, 0]) as [string, number, number]
  return new OpenFault({
    code: "inUse",
    database,
    message:
      `${database} is in use by ${owner} since ${new Date(takenAt).toISOString()}. ` +
      `If that server is gone, it is free from ${new Date(expiresAt).toISOString()} on`
  })
}
