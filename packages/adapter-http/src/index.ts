export type { Authenticator, Identity } from "./auth/authenticator.ts"
export { issueToken, type TokenRequest } from "./auth/issueToken.ts"
export { tokenAuthenticator } from "./auth/tokenAuthenticator.ts"
export { NotSignedIn, OutcomeUnknown, ServerBusy, ServerFault, Unreachable } from "./client/clientFault.ts"
export {
  type Client,
  type ClientCommands,
  type ClientDryRuns,
  type ClientOptions,
  createClient
} from "./client/createClient.ts"
export { createHandler, type Handler, type HandlerOptions } from "./createHandler.ts"
export { type HmacOptions, hmacProvider } from "./payments/hmacProvider.ts"
export type { PaymentNotice, PaymentProvider } from "./payments/provider.ts"
export type { Problem, RefusalText } from "./problem/problem.ts"
export type { Observed } from "./withHeaders.ts"
