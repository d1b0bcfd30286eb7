import { foldedWords } from '../../text/fold.ts';
import { endsAsSentence } from './candidates.ts';
import type { SentenceChoice } from './choose.ts';
import { isAside, isCredit, isDefinition, isLicence, isWrittenInLatin, titleCue } from './cues.ts';
import type { Measured } from './measure.ts';
import { isQuotation } from './quotation.ts';
import { rank } from './rank.ts';
import { namesDescribed, pointsBack, standsAlone } from './stand-alone.ts';

/** A candidate with all that choosing needs, and the reasons for its score. */
export interface Assessed extends Measured, SentenceChoice {
  readonly position: number;
  readonly centrality: number;
  readonly heldBack: readonly Hold[];
}

/**
 * The reasons that lower a sentence's score, and the factor that each leaves. Summaries are in their author's words:
 * what somebody is quoted as saying illustrates, and within a quotation that began before it would be read as the
 * text's own claim.
 */
const holds = {
  'other language': 0.1,
  'back matter': 0.2,
  aside: 0.3,
  'within quotation': 0.3,
  question: 0.5,
  'list item': 0.7,
  quotation: 0.7,
} as const;

type Hold = keyof typeof holds;

/** The text whose sentences are assessed. */
export interface AssessedText {
  readonly title: string;
  readonly language: string | undefined;
  /** Whether it is the documentation of a program, by the code in it or its headings. */
  readonly documentation: boolean;
}

/** Assesses sentences for a summary of about `wanted`. */
export function assess(measured: readonly Measured[], wanted: number, text: AssessedText): readonly Assessed[] {
  const foreign = createForeign(measured, text.language);
  const heldBack = measured.map((one) => holdsOf(one, text.language, foreign(one)));
  const { scores, positions, centralities } = rank(
    measured.map(({ terms, words, complete, candidate: { section } }, index) => ({
      terms,
      words,
      complete,
      section: section.number,
      telling: titleCue(section.title) === 'summary',
      form: (heldBack[index] ?? []).reduce((worth, hold) => worth * holds[hold], 1),
    })),
    wanted,
  );
  const statement = findStatement(measured, heldBack, text);
  return measured.map((one, index) => ({
    ...one,
    score: index === statement ? 1 : (scores[index] ?? 0),
    position: positions[index] ?? 0,
    centrality: centralities[index] ?? 0,
    heldBack: heldBack[index] ?? [],
    states: index === statement,
    alone:
      index === statement ||
      standsAlone(one.candidate.text, text.language) ||
      (one.complete && opensSection(measured, index) && namesDescribed(one.candidate.text, text.language)),
    short: !one.complete && endsAsSentence(one.candidate.text) && !pointsBack(one.candidate.text, text.language),
    follows: !one.candidate.opening && endsAsSentence(one.candidate.text),
  }));
}

function opensSection(measured: readonly Measured[], index: number): boolean {
  return measured[index]?.candidate.section !== measured[index - 1]?.candidate.section;
}

function holdsOf({ candidate }: Measured, language: string | undefined, foreign: boolean): readonly Hold[] {
  const { text, item, quoted, section } = candidate;
  const found: Hold[] = [];
  if (foreign) found.push('other language');
  if (titleCue(section.title) === 'back matter' || isLicence(text)) found.push('back matter');
  if (isAside(text, language)) found.push('aside');
  if (/[?？؟;]["'’”»)\]]*$/.test(text)) found.push('question');
  if (item) found.push('list item');
  if (quoted) found.push('within quotation');
  else if (isQuotation(text)) found.push('quotation');
  return found;
}

/** Number of sentences from the beginning that may state the subject. */
const openingSentences = 12;

/**
 * Finds the sentence that states a text's subject: a definition of a word of its title among the first sentences, or,
 * in documentation, the beginning of its first section. That may be a phrase without a full stop, and need not name its
 * subject, which the title does: "Merges objects deeply." Where a definition follows, a first sentence that neither
 * names the title nor is a paragraph of its own only leads to it.
 */
function findStatement(
  measured: readonly Measured[],
  heldBack: readonly (readonly Hold[])[],
  { title, language, documentation }: AssessedText,
): number | undefined {
  const titleWords = new Set(foldedWords(title).filter((word) => word.length > 2 || /[^a-z]/.test(word)));
  const namesTitle = (text: string) => foldedWords(text).some((word) => titleWords.has(word));
  const first = measured[0]?.candidate.section;
  let phrase: number | undefined;
  let sentence: number | undefined;
  let passed = 0;
  for (const [index, { candidate, words, complete }] of measured.entries()) {
    if (passed >= openingSentences) break;
    // The fields of a table of facts are many before the first sentence of an encyclopaedia.
    passed += complete ? 1 : 0.05;
    const { text, section, sole } = candidate;
    // A name or a title in quotation marks may be what is stated.
    if (heldBack[index]?.some((hold) => hold !== 'quotation')) continue;
    // The beginning of documentation, `This is a …`, can point to its title alone.
    if (pointsBack(text, language) && !(documentation && index === 0)) continue;
    // "X is a … with these goals:" states it too.
    if ((complete || /[:：]$/.test(text)) && isDefinition(text, language, namesTitle)) return phrase ?? index;
    if (!documentation || section !== first || !candidate.opening || words > 60) continue;
    if (!complete && (words < 3 || label.test(text) || code.test(text) || isCredit(text))) continue;
    if (sole || title === '' || namesTitle(text)) phrase ??= index;
    else if (index === 0) sentence = index;
  }
  return sentence ?? phrase;
}

/** `Type: string`, `It comes with:`. */
const label = /^\S+(?:\s\S+){0,2}[:：](?:\s|$)|[:：,;]$/;

/** `#include <stdio.h>`, `tar [-z] --create FILE`, `int open(const char *path);`. */
const code = /^[#/$]|;$|::|\[[-\p{Lu}]|\.\.\.\]|(?:^|\s)--\w|\w\([^)\s]/u;

/**
 * Creates a test for sentences in another language than most of the text: in another script, or a whole sentence with
 * hardly any of the language's stop words where the text has many.
 */
function createForeign(measured: readonly Measured[], language: string | undefined): (one: Measured) => boolean {
  const sum = (count: 'words' | 'stops' | 'letters' | 'latin') =>
    measured.reduce((total, one) => total + one[count], 0);
  const usual = sum('stops') / Math.max(1, sum('words'));
  const inLatin = isWrittenInLatin(language) ?? sum('latin') > sum('letters') / 2;
  return (one) =>
    (one.letters >= 12 && (inLatin ? one.latin < 0.4 * one.letters : one.latin > 0.6 * one.letters)) ||
    (one.complete && usual > 0.25 && one.words >= 12 && one.stops < (usual / 4) * one.words);
}
