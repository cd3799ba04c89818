export { type ServeOptions, type Serving, serve } from "./node/serve.ts"
export { ServeFault, type ServeFaultCode } from "./node/serveFault.ts"
