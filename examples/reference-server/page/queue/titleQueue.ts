import { useCallback, useEffect, useState } from "react"
import type { Api } from "../api/api.ts"
import type { CopyWire, Failure, QueueLineWire, QueuePageWire, Reply, WaitToldWire } from "../api/model.ts"
import { useSession } from "../session/session.ts"

/** Lines of a queue that a page of the server has, and that are shown at first. */
export const pageLines = 20

/** What is shown of a title: as much of its queue as was asked for, never all of a long one. */
export interface TitleStanding {
  readonly copies: ReadonlyArray<CopyWire>
  readonly areAllCopies: boolean
  readonly lines: ReadonlyArray<QueueLineWire>
  readonly waitingCount: number
  readonly learnedAt: string | null
  /** Where the next lines begin; `null`: there are none. */
  readonly next: string | null
  readonly newWait: WaitToldWire
}

interface Shown {
  readonly standing: TitleStanding | null
  readonly failure: Failure | null
  /** Gives all lines that are shown then; `null`: there are no more, or none came. */
  readonly more: () => Promise<ReadonlyArray<QueueLineWire> | null>
  /** The same lines once more, as they are now. */
  readonly refresh: () => Promise<void>
}

/** How a title stands, read when it is opened, page by page. */
export const useTitleQueue = (titleId: string): Shown => {
  const { api } = useSession()
  const [standing, setStanding] = useState<TitleStanding | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const show = useCallback(
    async (atLeast: number): Promise<void> => {
      const reply = await readStanding(api, titleId, atLeast)
      setFailure(reply.kind === "done" ? null : reply)
      if (reply.kind === "done") setStanding(reply.value)
    },
    [api, titleId]
  )
  useEffect(() => void show(pageLines), [show])
  const more = async (): Promise<ReadonlyArray<QueueLineWire> | null> => {
    if (standing === null || standing.next === null) return null
    const reply = await api.titleQueue(titleId, standing.next, pageLines)
    if (reply.kind !== "done") {
      setFailure(reply)
      return null
    }
    const lines = [...standing.lines, ...reply.value.rows]
    setStanding({ ...standing, ...reply.value, lines })
    return lines
  }
  return { standing, failure, more, refresh: () => show(standing?.lines.length ?? pageLines) }
}

const readStanding = async (api: Api, titleId: string, atLeast: number): Promise<Reply<TitleStanding>> => {
  const [copies, newWait, queue] = await Promise.all([
    api.titleCopies(titleId),
    api.titleWait(titleId),
    readLines(api, titleId, atLeast)
  ])
  if (copies.kind !== "done") return copies
  if (newWait.kind !== "done") return newWait
  if (queue.kind !== "done") return queue
  const { rows: lines, ...rest } = queue.value
  return {
    kind: "done",
    value: {
      ...rest,
      lines,
      copies: copies.value.rows,
      areAllCopies: copies.value.next === null,
      newWait: newWait.value
    }
  }
}

const readLines = async (api: Api, titleId: string, atLeast: number): Promise<Reply<QueuePageWire>> => {
  const lines: Array<QueueLineWire> = []
  let after: string | null = null
  for (;;) {
    const reply: Reply<QueuePageWire> = await api.titleQueue(titleId, after, pageLines)
    if (reply.kind !== "done") return reply
    lines.push(...reply.value.rows)
    after = reply.value.next
    if (after === null || lines.length >= atLeast) return { kind: "done", value: { ...reply.value, rows: lines } }
  }
}
