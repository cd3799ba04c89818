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
