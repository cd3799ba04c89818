/** Whether a list of codes in a policy, or none at all, has this code of its own. */
export const hasCode = (declared: object | undefined, code: string): boolean =>
  declared !== undefined && Object.hasOwn(declared, code)
