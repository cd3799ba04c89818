import type { Api } from "../api/api.ts"
import { keptDesk } from "../session/deskName.ts"

/** The cash desk into which a payment at this desk goes; none where the desk has no name, or its cash desk is not open. */
export const openCashDesk = async (api: Api): Promise<{ readonly cashDesk?: string }> => {
  const name = keptDesk()
  if (name === null) return {}
  const reply = await api.cashDesk(name)
  return reply.kind === "done" && reply.value.state === "open" ? { cashDesk: name } : {}
}
