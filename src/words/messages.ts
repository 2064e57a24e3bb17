import type { Catalogue } from "./catalogue.js";
import { commandMessages } from "./command-messages.js";
import { designMessages } from "./design-messages.js";
import { loadMessages } from "./load-messages.js";
import { notebookMessages } from "./notebook-messages.js";
import { planMessages } from "./plan-messages.js";
import { studyMessages } from "./study-messages.js";

/** Every message that a person may get when an input is wrong, by code. */
export const messages: Catalogue = {
  ...commandMessages,
  ...designMessages,
  ...loadMessages,
  ...notebookMessages,
  ...planMessages,
  ...studyMessages,
};
