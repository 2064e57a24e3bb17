import type { Question } from "../load/questionnaire.js";

/** Who did it, where from, violence against women, sexual orientation, protection of children: closed until the group opens them. */
const names =
  /(?:^|_)(?:gbv|vbg|prot|protection|proteccion|sexual|lgbt\w*|perpetrator|perpetrador|agresor|actor|shelter_name|nombre_albergue|albergue|detention|detencion)(?:_|$)/i;
const labels =
  /gender.based violence|sexual(?:ly)? (?:violence|abuse|orientation|exploit)|violencia (?:sexual|de género|basada en)|orientación sexual|identidad de género|perpetrat|perpetrador|agresor|quién(?:es)? (?:los|le|les|la) (?:amenaz|agred|oblig)|child (?:marriage|labou?r)|matrimonio infantil|trabajo infantil/i;

/** Whether a question looks sensitive by its name or wording. A guess for a person to review, never a decision. */
export function looksSensitive(question: Question): boolean {
  return names.test(question.name) || Object.values(question.label).some((text) => labels.test(text));
}
