import { MISSING } from "./table.js";

/** Phrases that say "I don't know" and nothing else, in lower case and without accents. */
const dontKnow: readonly RegExp[] = [
  /^(?:(?:i|he|she|they) )?(?:don't|dont|do not|doesn't|doesnt|does not|can't|cannot) (?:know|remember|recall)$/,
  /^(?:yo )?no (?:lo |la )?(?:se|sabe|saben|sabemos|sabria|recuerda|recuerdo|se acuerda|me acuerdo)(?: decir)?$/,
  /^(?:je )?ne (?:le )?sai[st] pas$/,
  /^nao (?:sei|sabe)$/,
];
const refused: readonly RegExp[] = [
  /^(?:i )?(?:would )?(?:prefer|prefers|preferred) not?(?: to (?:answer|say|respond|reply|disclose|share))?$/,
  /^(?:i )?(?:refuse|refuses|refused|refusal|declined|declines) to (?:answer|say|respond|reply)$/,
  /^(?:i )?(?:do|does|did|don't|dont|doesn't|didn't)(?: not)? (?:(?:want|wish) to )?(?:answer|respond|reply)$/,
  /^(?:prefiere|prefiero|prefirio|prefieren) no (?:responder|contestar|decir|decirlo)$/,
  /^no (?:quiere|quiso|quiero|desea|deseo) (?:responder|contestar|decir|decirlo)$/,
  /^no (?:responde|respondio|contesta|contesto)$/,
  /^(?:se )?(?:rehusa|rehuso|niega|nego|rechaza|rechazo)(?: a)? (?:responder|contestar)$/,
  /^(?:je )?prefere? ne pas (?:repondre|le dire|dire)$/,
  /^(?:refuse de|ne veut pas|refus de) repondre$/,
  /^prefer[eo] nao (?:responder|dizer)$/,
];

/**
 * Short forms and words that may say it: "refused" is also what became of an application, "ns" also a bearing, "unknown" also who did
 * it. They count only beside something that is clear.
 */
const perhapsDontKnow =
  /^(?:dnk|dk|idk|ns|nsp|ns\/?n[rc]|ns n[rc]|nosabe|unknown|unsure|not sure|desconoce|se desconoce|desconocido|ignorado|inconnu|no (?:esta|estoy) segur[oa]|no especificado|sin especificar|not (?:specified|stated)|sin (?:dato|datos|informacion)|no (?:data|information)|missing|no aplica|not applicable|n\/?a)$/;
const perhapsRefused =
  /^(?:pnta|nr|nc|ref|refused?|refuses|refusal|declined|prefiere no|prefiero no|rehusa|rehuso|rechaza|rechazo|se niega|se nego|negativa|no answer|no response|sin respuesta|sans reponse|refus)$/;

/** Numbers by which forms everywhere say it. */
const usualNumber = /^(?:-\d+|[789]|77|88|9[6-9]|777|888|99[6-9]|7777|8888|999[6-9])$/;

/** A label or code as its bare words: no accents, numbering, remarks in parentheses, or "to this question". */
function bare(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’‘´`]/g, "'")
    .replace(/_/g, " ");
  const outside = plain.replace(/\([^()]*\)/g, " ");
  return (outside.trim() === "" ? plain.replace(/[()]/g, " ") : outside)
    .replace(/^\s*\d{1,3}\s*[.):-]\s*(?=\D)/, "")
    .replace(/[.…!¡?¿"«»*]/g, " ")
    .replace(/ (?:a |to )?(?:esta|la|this|the|cette) (?:pregunta|question)\b/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a phrase says: a kind of `MISSING`, and whether it can mean nothing else. */
export interface Said {
  readonly kind: number;
  readonly clear: boolean;
}

function ofPhrase(phrase: string): Said | null {
  if (dontKnow.some((pattern) => pattern.test(phrase))) return { kind: MISSING.dontKnow, clear: true };
  if (refused.some((pattern) => pattern.test(phrase))) return { kind: MISSING.refused, clear: true };
  if (perhapsDontKnow.test(phrase)) return { kind: MISSING.dontKnow, clear: false };
  return perhapsRefused.test(phrase) ? { kind: MISSING.refused, clear: false } : null;
}

/**
 * Whether a label says that there is no answer, and how surely; null if it says anything else. Of several phrases
 * ("No sabe / no responde") each must say it, and the first clear one names the kind.
 *
 * @example
 * nonResponse("Don't know (do not read out)"); // => { kind: 3, clear: true }
 */
export function nonResponse(label: string): Said | null {
  const whole = bare(label);
  const said = ofPhrase(whole);
  if (said !== null) return said;
  const phrases = whole.split(/\s*[/,;|–—]\s*|\s+-\s+|\s+(?:o|or|ou|y|and|et)\s+/).map(ofPhrase);
  if (phrases.includes(null)) return null;
  return phrases.find((phrase) => phrase?.clear) ?? phrases[0] ?? null;
}

/** Whether a choice's code is one by which forms say that there is no answer: a usual number, or the words or their short form. */
export function isNonResponseCode(code: string): boolean {
  return usualNumber.test(code) || nonResponse(code.replace(/-/g, " ")) !== null;
}
