export { readDemoData } from "./data.ts"
export { type DemoLoad, loadDemo } from "./load.ts"
