/**
 * Chance that a number of the standard normal distribution is below this one, to within 1e-6: formula 7.1.26 of
 * Abramowitz and Stegun, Handbook of Mathematical Functions.
 */
export const normalBelow = (value: number): number => {
  const x = Math.abs(value) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const beyond = (series * Math.exp(-x * x)) / 2
  return value < 0 ? beyond : 1 - beyond
}

/** Deviations at which something was worked out, evenly spaced around 0, and those between at which it is read off. */
export interface Deviations {
  readonly nodes: ReadonlyArray<number>
  /** By their place among the nodes, with how much of the normal distribution each stands for: together 1. */
  readonly places: ReadonlyArray<{ readonly from: number; readonly share: number; readonly weight: number }>
}

export const evenly = (count: number, step: number): Deviations => {
  const first = (-step * (count - 1)) / 2
  const places = Array.from({ length: 2 * count - 1 }, (_, half) => {
    const from = Math.min(count - 2, Math.floor(half / 2))
    return { from, share: half / 2 - from, weight: Math.exp(-((first + (step * half) / 2) ** 2) / 2) }
  })
  const sum = places.reduce((all, { weight }) => all + weight, 0)
  return {
    nodes: Array.from({ length: count }, (_, node) => first + node * step),
    places: places.map((place) => ({ ...place, weight: place.weight / sum }))
  }
}

/** What is worked out at the nodes, read off between two of them. */
export const between = (
  { from, share }: { readonly from: number; readonly share: number },
  at: (node: number) => number
): number => {
  const one = at(from)
  return one + share * (at(from + 1) - one)
}

/** The mean of something over a deviation of the normal distribution. */
export const overNormal = (
  { places }: Deviations,
  of: (place: { readonly from: number; readonly share: number }) => number
): number => places.reduce((sum, place) => sum + place.weight * of(place), 0)
