/** A script by its blocks in Unicode. */
export interface Script {
  /** Pairs of a first and a last character. */
  readonly blocks: string;
  /** The language, BCP 47, where hardly another is written in it. */
  readonly language?: string;
  /** How many letters of an alphabet write as much as one of its characters; by default one. */
  readonly letters?: number;
}

const kana: Script = { blocks: '\u3041\u30ff', language: 'ja', letters: 4 };
const han: Script = { blocks: '\u3400\u9fff', language: 'zh', letters: 4 };

const scripts: readonly Script[] = [
  { blocks: 'AZaz\u00c0\u024f\u1e00\u1eff' },
  { blocks: '\u0400\u052f' },
  { blocks: '\u0600\u06ff' },
  { blocks: '\u0900\u097f' },
  kana,
  han,
  { blocks: '\uac00\ud7a3', language: 'ko', letters: 4 },
  { blocks: '\u0370\u03ff\u1f00\u1fff', language: 'el' },
  { blocks: '\u0531\u058f', language: 'hy' },
  { blocks: '\u05d0\u05ea', language: 'he' },
  { blocks: '\u0980\u09ff', language: 'bn' },
  { blocks: '\u0a01\u0a7f', language: 'pa' },
  { blocks: '\u0a81\u0aff', language: 'gu' },
  { blocks: '\u0b82\u0bff', language: 'ta' },
  { blocks: '\u0c00\u0c7f', language: 'te' },
  { blocks: '\u0c80\u0cff', language: 'kn' },
  { blocks: '\u0d00\u0d7f', language: 'ml' },
  { blocks: '\u0d80\u0dff', language: 'si' },
  { blocks: '\u0e01\u0e5b', language: 'th' },
  { blocks: '\u0e81\u0edf', language: 'lo' },
  { blocks: '\u1000\u109f', language: 'my' },
  { blocks: '\u10a0\u10ff', language: 'ka' },
  { blocks: '\u1780\u17ff', language: 'km' },
];

/** Returns the script that most of a text is written in; undefined where it has no letter of those that are known. */
export function scriptOf(text: string): Script | undefined {
  const counts = new Map<Script, number>();
  const count = (script: Script) => counts.get(script) ?? 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const script = scripts.find((each) => isWrittenIn(each, code));
    if (script) counts.set(script, count(script) + (script.letters ?? 1));
  }
  // Japanese is written in both.
  if (count(kana) * 10 > count(han)) counts.set(kana, count(kana) + count(han));
  let most: Script | undefined;
  for (const script of counts.keys()) if (!most || count(script) > count(most)) most = script;
  return most;
}

/** Reports whether a character, a UTF-16 unit, is of a script. */
export function isWrittenIn({ blocks }: Script, code: number): boolean {
  for (let at = 0; at < blocks.length; at += 2) {
    if (code >= blocks.charCodeAt(at) && code <= blocks.charCodeAt(at + 1)) return true;
  }
  return false;
}
