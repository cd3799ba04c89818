export type { Finding } from "./reading/finding.ts"
export { parsePolicy } from "./reading/parsePolicy.ts"
export { readPolicyText as readText } from "./reading/policyText.ts"
