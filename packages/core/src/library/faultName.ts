/** How a job's report names a fault of a command: by its tag, as `Busy`. */
export const faultName = (fault: unknown): string =>
  typeof fault === "object" && fault !== null && "_tag" in fault ? String(fault._tag) : "fault"
