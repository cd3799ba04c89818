/** An input whose first bytes have been looked at. */
export interface Opened {
  /** At least as many bytes as were asked for, unless the input is shorter. */
  readonly first: Uint8Array
  readonly rest: AsyncIterator<Uint8Array>
}

/** Waits for `count` bytes or the end. */
export const openingOf = async (source: AsyncIterable<Uint8Array>, count: number): Promise<Opened> => {
  const rest = source[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array(0)
  while (first.length < count) {
    const { done, value } = await rest.next()
    if (done) break
    first = first.length === 0 ? value : joined(first, value)
  }
  return { first, rest }
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** The whole input again. The source is told when no more is wanted, even if it is before the first bytes. */
export async function* wholeOf({ first, rest }: Opened): AsyncGenerator<Uint8Array> {
  let done: boolean | undefined = false
  try {
    if (first.length > 0) yield first
    for (;;) {
      const next = await rest.next()
      done = next.done
      if (next.done) return
      yield next.value
    }
  } finally {
    if (!done) await rest.return?.()
  }
}
