/** Before another attempt: longer each time, and not in step with others who try again. */
export const pause = (attempts: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(400, 4 * 2 ** attempts)))
