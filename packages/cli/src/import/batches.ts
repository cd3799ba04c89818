import type { Answer, CommandInput, Receipts } from "@openshelf/core"

/** What records become. */
export type Taken = "addTitle" | "addItem" | "registerReader"

type Input<N extends Taken> = CommandInput<N> & { readonly key: string }

/** Who takes records in: a desk of a library that is open here, or a client of a server elsewhere. */
export interface Intake {
  readonly many: <N extends Taken>(
    name: N,
    inputs: ReadonlyArray<Input<N>>
  ) => Promise<ReadonlyArray<Answer<Receipts[N]>>>
}

/** Hands over commands so many at a time. */
export interface Batches<N extends Taken, Mark> {
  /** `unlike`: what must differ within a batch, as no command of one sees another's outcome. */
  readonly add: (input: Input<N>, mark: Mark, unlike: string) => Promise<void>
  readonly flush: () => Promise<void>
}

export const batches = <N extends Taken, Mark>(
  intake: Intake,
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
    const answers = await intake.many(
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
