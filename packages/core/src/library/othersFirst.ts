/** Lets whatever waits go on, before a job's next slice: a desk never waits for a night's work. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
