import type { Question } from "./questionnaire.js";

/** Names of columns that can tell who or where somebody is, or who asked them, in Spanish and English. */
const telling =
  /(?:^|[_.\s-])(?:names?|nombres?|apellidos?|surname|phone|telefono|tel|celular|mobile|gps|latitude|longitude|latitud|longitud|altitude|precision|geopoint|coordinates?|coordenadas?|e?mail|correo|address|direccion|domicilio|curp|rfc|uuid|deviceid|device_id|instanceid|instance_name|username|submitted_by|signature|firma)(?:$|[_.\s-])/i;
const asker = /^(?:enum|enumerator|interviewer|encuestador|encuestadora|entrevistador|entrevistadora)(?:$|[_.-])/i;

/** Whether a column that the form does not describe never leaves the data folder. */
export function isTelling(name: string): boolean {
  return telling.test(name) || asker.test(name);
}

/**
 * Whether the answers to a question never leave the data folder: free text, names, phones, places, and who asked. A question with choices
 * (the name of a municipality) is a classification, unless it names the interviewer.
 */
export function isIdentifying(question: Question): boolean {
  if (question.kind === "text" || question.kind === "place" || question.kind === "record") return true;
  const classified = question.kind === "one" || question.kind === "multiple" || question.kind === "rank";
  return classified || question.kind === "number" || question.kind === "date"
    ? asker.test(question.name)
    : isTelling(question.name);
}
