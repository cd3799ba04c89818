/** An input whose first bytes have been looked at. */
export interface Opened {
  /** At least as many bytes as were asked for, unless the input is shorter. */
  readonly first: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
}

/** Waits for `count` bytes or the end. */
export const openingOf = async (source: AsyncIterable<Uint8Array>, count: number): Promise<Opened> => {
  const chunks = source[Symbol.asyncIterator]()
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => chunks }
  let first: Uint8Array = new Uint8Array(0)
  while (first.length < count) {
    const { done, value } = await chunks.next()
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

/** The whole input again. */
export async function* wholeOf({ first, rest }: Opened): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  for await (const chunk of rest) yield chunk
}
