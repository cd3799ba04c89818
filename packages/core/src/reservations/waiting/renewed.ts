/** Of some days the share that falls into each part; what is beyond all parts falls into none. */
export const sharesOf = (days: Float64Array, parts: number, partOf: (days: number) => number): Float64Array => {
  const shares = new Float64Array(parts)
  for (const one of days) {
    const part = partOf(one)
    if (part < parts) shares[part] = (shares[part] as number) + 1 / days.length
  }
  return shares
}

/**
 * The renewal equation: how many copies become free in each part, if `first` do so for the first time and `turns` is the
 * share of turns that take so many parts. What is missing of 1 never comes back.
 */
export const renewed = (first: Float64Array, turns: Float64Array): Float64Array => {
  const freed = first.slice()
  // Turns of no part at all are all over within it; not all may be, or they would be without number.
  const again = 1 / (1 - Math.min(0.5, turns[0] as number))
  const parts = first.length
  for (let part = 0; part < parts; part++) {
    const now = (freed[part] as number) * again
    freed[part] = now
    if (now === 0) continue
    for (let turn = 1; turn < parts - part; turn++)
      freed[part + turn] = (freed[part + turn] as number) + now * (turns[turn] as number)
  }
  return freed
}
