/** A set of small whole numbers, 32 to a word. */
export type Bits = Uint32Array<ArrayBuffer>

/** The numbers below a size, without one that is not below it. */
export const everyBit = (size: number): Bits => {
  const bits = new Uint32Array(Math.ceil(size / 32)).fill(-1)
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1
  return bits
}

export const setBit = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] ?? 0) | (1 << (i & 31))
}

export const clearBit = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] ?? 0) & ~(1 << (i & 31))
}

/** The 32 numbers from `word * 32` that are in all sets, of which there is at least one. */
export const commonWord = (sets: ReadonlyArray<Bits>, word: number): number => {
  let common = (sets[0] as Bits)[word] as number
  for (let i = 1; i < sets.length && common !== 0; i++) common &= (sets[i] as Bits)[word] as number
  return common
}

/** The place of the lowest bit in a word that is not 0. Clear it by `word &= word - 1`. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word)
