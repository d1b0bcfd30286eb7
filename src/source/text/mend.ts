/**
 * Parts sentences that were glued where markup was cut (`…a customer.Such financing`) and makes one of a doubled comma
 * or full stop. Addresses, file names, numbers, initials, abbreviations and ellipses stay as they are.
 */
export function mendSentences(text: string): string {
  let result = text;
  if (/[.!?…]["”’»)\]]{0,2}["“«(]?\p{Lu}/u.test(result)) result = result.replace(/\S+/g, partWords);
  if (/,\s?,/.test(result)) result = result.replace(/,(?:\s?,)+/g, ',');
  if (/\.\s?\./.test(result))
    result = result.replace(
      /(?<=[\p{L}\p{N})\]”»"’])(?:\.\.|\. \.)(?=\s+["“«(]?[\p{Lu}\d]|\s*$|["”»)])(?! ?\.)/gu,
      '.',
    );
  return result;
}

function partWords(word: string): string {
  if (!/[.!?…]["”’»)\]]{0,2}["“«(]?\p{Lu}/u.test(word) || word.length > 400) return word;
  if (/[@/\\_=]|::|^www\.|\(\)/.test(word)) return word;
  return word.replace(
    /(\p{Ll}{2,}|\p{N}|[)\]"”»’%])([.!?…]["”’»)\]]{0,2})(?=["“«(]?(\p{Lu}[\p{L}'’-]*))/gu,
    (glued, before: string, mark: string, after: string, at: number) => {
      const start = word.slice(0, at + before.length);
      if (mark === '.' && /\.$|^\.|\.\p{L}+$/u.test(start) && /^\p{Ll}/u.test(start)) return glued;
      // A file's ending, a host's last part, a library's name.
      if (
        /^(?:[A-Z]{2,4}\d?|Net|Com|Org|Js|Io|Fr|Eu|Uk|Co|App|Ai)(?![\p{L}])/u.test(after) &&
        !/^(?:A|I|LE|LA|UN|ON|IL|IT|IN|HE|WE|NO|AT|AN|THE)$/.test(after)
      )
        return glued;
      if (/^\p{Lu}/u.test(wordBefore(start)) && !isOpener(after)) return glued;
      return `${before}${mark} `;
    },
  );
}

function wordBefore(start: string): string {
  return /\p{L}+(?=[^\p{L}]*$)/u.exec(start.slice(-60))?.[0] ?? '';
}

/** Words that begin sentences, so that a full stop between two names can be told from one in a name. */
function isOpener(word: string): boolean {
  return /^(?:The|This|That|These|Those|There|They|Then|Their|A|An|And|As|At|After|All|Also|Although|But|By|For|From|He|His|Her|How|However|I|If|In|It|Its|Many|Most|My|No|Not|Now|On|One|Or|Our|She|So|Some|Such|To|Under|We|What|When|Where|While|Who|Why|With|Yet|You|Your|Le|La|Les|L['’]\p{L}+|Un|Une|Des|Du|De|D['’]\p{L}+|Il|Ils|Elle|Elles|On|Ce|Cet|Cette|Ces|C['’]\p{L}+|Ses|Son|Sa|Mais|Et|En|Dans|Pour|Par|Sur|Selon|Avec|Au|Aux|Après|Alors|Ainsi|Nous|Vous|Je|J['’]\p{L}+|Qui|Que|Qu['’]\p{L}+|Si|Tout|Tous|Une|À|Der|Die|Das|Ein|Eine|Es|Er|Sie|Und|Aber|El|Los|Las|Y|Pero|Il|Lo|Gli|Ma|Non)$/u.test(
    word,
  );
}
