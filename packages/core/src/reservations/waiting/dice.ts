/** Rolls the next number, from 0 to below 1. */
export type Dice = () => number

/** Chance made from numbers: the same ones roll the same. Good enough to play a queue with, and for no secret. */
export const diceFrom = (seed: number, ...stream: ReadonlyArray<number>): Dice => {
  let state = [seed, ...stream].reduce((mixed, part) => mix(Math.imul(mixed, 31) + part + 0x9e3779b9), 0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state) / 2 ** 32
  }
}

/** Spreads the bits of a number over all 32: mulberry32, by Tommy Ettinger, in the public domain. */
const mix = (value: number): number => {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 1 | mixed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (mixed ^ (mixed >>> 14)) >>> 0
}

/** A number of the standard normal distribution, by two rolls (Box and Muller). */
export const normal = (dice: Dice): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - dice()))
  return radius * Math.cos(2 * Math.PI * dice())
}
