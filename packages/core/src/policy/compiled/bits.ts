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
