/** What an answer is. */
export type QuestionKind =
  | "one"
  | "multiple"
  | "rank"
  | "number"
  | "date"
  | "text"
  | "calculate"
  | "place"
  | "record"
  | "note";

/** A type as the `survey` sheet writes it, taken apart. */
export interface QuestionType {
  readonly kind: QuestionKind;
  /** the name of the list of choices */
  readonly list?: string;
  /** if true, the form adds "other" and asks which */
  readonly orOther: boolean;
}

/** `record`: written by the device, not answered. */
const kinds: ReadonlyMap<string, QuestionKind> = new Map(
  Object.entries({
    number: "integer int decimal range",
    date: "date datetime today start end",
    text: "text string time barcode image photo audio video file background-audio hidden acknowledge trigger",
    calculate: "calculate calculation",
    place: "geopoint gps location geotrace geoshape start-geopoint",
    record: "audit deviceid phonenumber username email subscriberid simserial",
    note: "note",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as QuestionKind] as const)),
);

const select =
  /^(?:add )?select[_ ](one|multiple|all that apply)(?:[_ ]from[_ ]file|[_ ]external|[_ ]from)?\s+(\S+)(\s+or[_ ]other)?$/i;

/**
 * Takes a question's type apart; null if it is none that is known.
 *
 * @example
 * toType("select_multiple causes or_other")?.orOther; // => true
 */
export function toType(text: string): QuestionType | null {
  const type = text.trim().replace(/\s+/g, " ");
  const choice = select.exec(type);
  if (choice !== null)
    return {
      kind: choice[1]!.toLowerCase() === "one" ? "one" : "multiple",
      list: choice[2]!,
      orOther: choice[3] !== undefined,
    };
  const rank = /^rank\s+(\S+)$/i.exec(type);
  if (rank !== null) return { kind: "rank", list: rank[1]!, orOther: false };
  const kind = kinds.get(type.toLowerCase());
  return kind === undefined ? null : { kind, orOther: false };
}

/** A row that opens or closes a group or a repeat; null if it does neither. */
export function toBracket(text: string): { what: "group" | "repeat"; opens: boolean } | null {
  const match = /^(begin|end)[_ ]?(group|repeat)$/i.exec(text.trim().replace(/\s+/g, " "));
  if (match === null) return null;
  return { what: match[2]!.toLowerCase() as "group" | "repeat", opens: match[1]!.toLowerCase() === "begin" };
}
