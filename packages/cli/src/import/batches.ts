import type { Answer, CommandInput, CommandName, Desk, Receipts } from "@openshelf/core"

type Input<N extends CommandName> = CommandInput<N> & { readonly key: string }

/** Hands commands to a desk so many at a time. */
export interface Batches<N extends CommandName, Mark> {
  /** `unlike`: what must differ within a batch, as no command of one sees another's outcome. */
  readonly add: (input: Input<N>, mark: Mark, unlike: string) => Promise<void>
  readonly flush: () => Promise<void>
}

export const batches = <N extends CommandName, Mark>(
  desk: Desk,
  name: N,
  size: number,
  done: (answer: Answer<Receipts[N]>, mark: Mark) => void
): Batches<N, Mark> => {
  let waiting: Array<{ readonly input: Input<N>; readonly mark: Mark }> = []
  let seen = new Set<string>()
  const flush = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    seen = new Set()
    if (batch.length === 0) return
    const answers = await desk.many(
      name,
      batch.map(({ input }) => input)
    )
    for (const [index, { mark }] of batch.entries()) done(answers[index] as Answer<Receipts[N]>, mark)
  }
  return {
    add: async (input, mark, unlike) => {
      if (seen.has(unlike)) await flush()
      seen.add(unlike)
      waiting.push({ input, mark })
      if (waiting.length >= size) await flush()
    },
    flush
  }
}
