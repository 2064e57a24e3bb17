import { answerRequest } from "../estimate/request.js";

/** Answers an estimation request on standard output: one JSON document, or nothing when the request is refused. */
export async function estimate(request: string): Promise<number> {
  console.log(JSON.stringify(await answerRequest(request), null, 1));
  return 0;
}
