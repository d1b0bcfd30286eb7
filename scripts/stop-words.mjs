// Words that have no content of their own, from the package stopword.
import * as stopword from 'stopword';

const lists = new Map(Object.entries(stopword));

/** Languages by what the package calls their lists. */
const languages = {
  ...{ ara: 'ar', ben: 'bn', bul: 'bg', cat: 'ca', ces: 'cs', dan: 'da', deu: 'de', ell: 'el', eng: 'en', est: 'et' },
  ...{ eus: 'eu', fas: 'fa', fin: 'fi', fra: 'fr', gle: 'ga', glg: 'gl', guj: 'gu', heb: 'he', hin: 'hi', hrv: 'hr' },
  ...{ hun: 'hu', hye: 'hy', ind: 'id', ita: 'it', jpn: 'ja', kor: 'ko', lav: 'lv', lit: 'lt', mar: 'mr', msa: 'ms' },
  ...{ nld: 'nl', nob: 'nb', pol: 'pl', por: 'pt', ron: 'ro', rus: 'ru', slk: 'sk', slv: 'sl', spa: 'es', swa: 'sw' },
  ...{ swe: 'sv', tgl: 'tl', tha: 'th', tur: 'tr', ukr: 'uk', urd: 'ur', vie: 'vi', zho: 'zh' },
};

/** Returns the words of each language (BCP 47), in lower case. */
export function stopWords() {
  const entries = Object.entries(languages).map(([name, language]) => {
    const words = lists.get(name).map((word) => word.normalize('NFC').toLowerCase());
    return [language, [...new Set(words)]];
  });
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
