import type { InterloanId } from "./model.ts"

/** A loan between systems, and nothing else. */
export const interloanLookup = ({ interloan: interloanId }: { readonly interloan: InterloanId }) => ({
  interloan: { interloanId }
})
