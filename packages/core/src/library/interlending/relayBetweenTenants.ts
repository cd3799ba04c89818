import type { Refusals } from "../../decision/refusal.ts"
import type { OutboxRow } from "../../interlending/model.ts"
import type { Desk } from "../desk.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"

/** Where messages come from. `desk`: any place of that tenant, of who has `interlending.relay`; always the same one. */
export interface RelayFrom {
  readonly library: Library
  readonly tenant: string
  readonly desk: Pick<Desk, "confirmMessage">
}

/** Where they go: a desk of the other tenant, in this library, in another one, or over HTTP. */
export interface RelayTo {
  readonly tenant: string
  readonly desk: Pick<Desk, "takeMessage">
}

export interface Relayed {
  readonly delivered: number
  /** What the other side does not take now, and why; it is told again the next time. */
  readonly kept: ReadonlyArray<{ readonly messageId: string; readonly refusals: Refusals }>
}

/**
 * Delivers what one tenant has to tell another: each message is a command of the other side, whose key is made of the message's
 * id, and leaves the outbox by a second one. So it may stop anywhere and run again, or twice at once. Rejects for faults, as
 * commands do.
 */
export const relayBetweenTenants = async (from: RelayFrom, to: RelayTo): Promise<Relayed> => {
  let delivered = 0
  // What came too early may be taken once the rest was.
  while (true) {
    const round = await relayOnce(from, to)
    delivered += round.delivered
    if (round.delivered === 0 || round.kept.length === 0) return { ...round, delivered }
  }
}

const relayOnce = async (from: RelayFrom, to: RelayTo): Promise<Relayed> => {
  let delivered = 0
  const kept: Array<Relayed["kept"][number]> = []
  for await (const rows of tablePages(from.library, from.tenant, "outbox")) {
    for (const row of rows.filter(({ partner }) => partner === to.tenant)) {
      const refusals = await deliver(row, from, to)
      if (refusals === null) delivered += 1
      else kept.push({ messageId: row.messageId, refusals })
    }
  }
  return { delivered, kept }
}

/** The instant is the message's own: a repeat is the same command to the letter. `null`: it was taken. */
const deliver = async (
  { messageId, interloanId: interloan, body, at }: OutboxRow,
  { tenant, desk }: RelayFrom,
  to: RelayTo
): Promise<Refusals | null> => {
  const key = `interloan ${messageId}`
  const taken = await to.desk.takeMessage({ interloan, partner: tenant, ...JSON.parse(body), at, key })
  if (!taken.ok) {
    if ("refusals" in taken) return taken.refusals
    throw new TypeError(`message ${messageId} is not one: ${JSON.stringify(taken.invalid)}`)
  }
  const confirmed = await desk.confirmMessage({ message: messageId, at, key: `${key} confirmed` })
  if (confirmed.ok) return null
  throw new TypeError(`message ${messageId} was not confirmed: ${JSON.stringify(confirmed)}`)
}
