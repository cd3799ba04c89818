import { issueToken } from "@openshelf/adapter-http"
import { Card, type Library } from "@openshelf/core"
import { Schema } from "effect"
import { Failed } from "./failed.ts"
import { requireBranch } from "./requireBranch.ts"

/** Issues a bearer token. A reader is named by card, a member of staff by name. */
export const issue = async (
  library: Library,
  request: {
    readonly tenant: string
    readonly role: "reader" | "desk" | "manager"
    readonly subject: string
    readonly branch: string
    readonly at: number
  }
): Promise<{ readonly token: string }> => {
  const { tenant, role, branch, at } = request
  if (request.subject.trim() === "") throw new Failed("--subject: expected a name or a card")
  // A token for a desk that is nowhere would sign in, and every command be refused.
  await requireBranch(library, request)
  const subject = role === "reader" ? await readerWith(library, tenant, request.subject) : request.subject
  const { token, row } = await issueToken({ tenant, role, subject, branch, at })
  await library.putToken(tenant, row)
  return { token }
}

const readerWith = async (library: Library, tenant: string, card: string): Promise<string> => {
  const { reader } = Schema.is(Card)(card) ? await library.read(tenant, { reader: { card } }) : { reader: null }
  if (reader === null) throw new Failed(`no reader of ${tenant} has the card ${card}`)
  return reader.reader.readerId
}
