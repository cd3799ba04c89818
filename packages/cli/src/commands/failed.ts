/** A command that could not do its work: the message is for people, and the exit code is not zero. */
export class Failed extends Error {
  override readonly name = "Failed"
}
