import { isOpener } from '../../text/sentence-openers.ts';

/**
 * Separates sentences that were glued where markup was removed (`…a customer.Such financing`) and merges a doubled
 * comma or full stop. Addresses, file names, numbers, initials, abbreviations and ellipses stay. `glued`: the text is
 * full of them, so that a full stop between two names separates sentences too.
 */
export function repairSentences(text: string, glued = false): string {
  let result = text;
  if (/[.!?…]["”’»)\]]{0,2}["“«(]?\p{Lu}|[.!?…][«“]/u.test(result)) result = separateSentences(result, glued);
  if (/,\s?,/.test(result)) result = result.replace(/,(?:\s?,){1,99}/g, ',');
  if (/\.\s?\./.test(result)) {
    result = result.replace(
      /(?<=[\p{L}\p{N})\]”»"’])(?:\.\.|\. \.)(?=\s+["“«(]?[\p{Lu}\d]|\s*$|["”»)])(?! ?\.)/gu,
      '.',
    );
  }
  return result;
}

/** Counts the sentences of a text that are surely glued, `word.Word`, up to `most`. */
export function countGlued(text: string, most: number): number {
  let count = 0;
  for (const { 1: after = '', index } of text.matchAll(/[.!?]["”»]?(\p{Lu}\p{Ll}{0,40})[\s,]/gu)) {
    const before = text.slice(Math.max(0, index - 32), index);
    if (/[\s'’(]\p{Ll}{1,30}$/u.test(before) && !isEnding(after) && ++count >= most) break;
  }
  return count;
}

function separateSentences(text: string, glued: boolean): string {
  // An odd number of straight quotes so far means that the next one closes.
  let quotes = 0;
  return text.replace(/\S{1,400}/g, (word) => {
    const separated = word.length === 400 ? word : separateWords(word, quotes % 2 === 1, glued);
    if (word.includes('"')) quotes += word.split('"').length - 1;
    return separated;
  });
}

function separateWords(word: string, quoted: boolean, glued: boolean): string {
  if (!/[.!?…]/.test(word) || /[@/\\_=]|::|^www\.|\(\)/.test(word)) return word;
  return word
    .replace(/^([?!]["»”]?)(?=\p{Lu})/u, '$1 ')
    .replace(/([\p{L}\p{N}][.!?…])(?=[«“])/gu, '$1 ')
    .replace(
      /(\p{L}{2,}|\p{N}|[)\]"”»’%])(\.{3}|[.!?…])(["”’»)\]]{0,2})(?=["“«(]?(\p{Lu}[\p{L}'’-]*))/gu,
      (all, before: string, stop: string, close: string, after: string, at: number) => {
        if (isPath(word.slice(at + all.length))) return all;
        if (stop === '.' && !isSentenceEnd(word.slice(0, at + before.length), before, after, close, glued)) return all;
        const opens = close === '"' && !quoted && word.slice(0, at + before.length).split('"').length % 2 === 1;
        return opens ? `${before}${stop} ${close}` : `${before}${stop}${close} `;
      },
    );
}

/** Reports whether this is a call or a qualified name (`Console.Write(`), but not a name with a suffix (`Node.js`). */
function isPath(rest: string): boolean {
  if (/^["“«(]?\p{Lu}\p{Ll}+\.(?:js|io|com|net|org|fr|co|ai|tv)(?!\p{L})/u.test(rest)) return false;
  return /^["“«(]?\p{L}+(?:\(|\[|\.\p{L})|^\p{L}*\p{Ll}\p{Lu}/u.test(rest);
}

/** Reports whether a full stop ends a sentence, rather than being part of a name, an abbreviation, a file or a host. */
function isSentenceEnd(start: string, before: string, after: string, close: string, glued: boolean): boolean {
  if (/\.$|^\.|\.\p{L}+$/u.test(start) && /^\p{Ll}/u.test(start)) return false;
  if (close !== '' || !/\p{L}/u.test(before)) return true;
  if (isEnding(after)) return false;
  const last = /\p{L}+$/u.exec(start.slice(-60))?.[0] ?? '';
  if (/^\p{Ll}/u.test(last)) return true;
  return (isOpener(after) && !memberName.test(after)) || opensHere.test(after) || (glued && last.length >= 3);
}

/** What opens sentences, but belongs to a name with a full stop in it too: `Math.E`, `Assert.Is`. */
const memberName = /^(?:[^AIY\u00c0]|Is|Are|Was|Were|Has|Have|Had|Do|Does|Did|Can|Could)$/u;

/** What opens sentences too, but belongs to a name after an initial, `R. Du Pré`, and what French elides. */
const opensHere = /^(?:De|Des|Du|Sa|Son|(?:[CDJLMNST]|Qu)['’]\p{L}[\p{L}'’-]*)$/u;

/** Reports whether a word is a file's extension, a host's last label, a library's second name: `PDF`, `Com`, `Js`. */
function isEnding(word: string): boolean {
  const name = /\p{Lu}[\p{L}\p{N}]*/u.exec(word)?.[0] ?? '';
  if (/^(?:Net|Com|Org|Js|Io|Fr|Eu|Uk|Co|App|Ai)$/.test(name)) return true;
  return /^[A-Z]{2,4}\d?$/.test(name) && !/^(?:LE|LA|UN|ON|IL|IT|IN|HE|WE|NO|AT|AN|THE|LES|DES)$/.test(name);
}
