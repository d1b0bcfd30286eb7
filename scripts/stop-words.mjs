// Writes src/view/summary/stop-word-lists.ts: words that have no content of their own, from the package stopword.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as stopword from 'stopword';
import { frontCode } from './front-code.mjs';

const lists = new Map(Object.entries(stopword));

/** Languages by what the package calls their lists. */
const languages = {
  ...{ ara: 'ar', ben: 'bn', bul: 'bg', cat: 'ca', ces: 'cs', dan: 'da', deu: 'de', ell: 'el', eng: 'en', est: 'et' },
  ...{ eus: 'eu', fas: 'fa', fin: 'fi', fra: 'fr', gle: 'ga', glg: 'gl', guj: 'gu', heb: 'he', hin: 'hi', hrv: 'hr' },
  ...{ hun: 'hu', hye: 'hy', ind: 'id', ita: 'it', jpn: 'ja', kor: 'ko', lav: 'lv', lit: 'lt', mar: 'mr', msa: 'ms' },
  ...{ nld: 'nl', nob: 'nb', pol: 'pl', por: 'pt', ron: 'ro', rus: 'ru', slk: 'sk', slv: 'sl', spa: 'es', swa: 'sw' },
  ...{ swe: 'sv', tgl: 'tl', tha: 'th', tur: 'tr', ukr: 'uk', urd: 'ur', vie: 'vi', zho: 'zh' },
};

/** Returns front-coded lists by language (BCP 47). */
export function stopWordLists() {
  const coded = Object.entries(languages).map(([name, language]) => {
    const words = lists.get(name).map((word) => word.normalize('NFC').toLowerCase());
    return [language, frontCode(new Set(words))];
  });
  return Object.fromEntries(coded.sort());
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = Object.entries(stopWordLists()).map(([language, list]) => `  ${language}: \`${list}\`,\n`);
  writeFileSync(
    'src/view/summary/stop-word-lists.ts',
    `// Written by scripts/stop-words.mjs from the lists of the package stopword.\n\n/** Front-coded lists by language (BCP 47). */\nexport const stopWordLists: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`,
  );
}
