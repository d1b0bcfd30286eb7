import { primaryLanguage } from '../../text/language/primary-language.ts';
import { ownProperty } from '../../text/own-property.ts';
import { isSentence } from './candidates.ts';

/**
 * Reports whether a sentence can be read without the one before it: it does not open with a word that points back, and it
 * ends as sentences do. `language` is a BCP 47 tag.
 */
export function standsAlone(text: string, language?: string): boolean {
  return !pointsBack(text, language) && isSentence(text);
}

/** Reports whether a sentence opens with a word that refers to what was said before. */
export function pointsBack(text: string, language: string | undefined): boolean {
  const known = patternOf(primaryLanguage(language));
  return known?.test(text.slice(0, 80)) ?? false;
}

/**
 * Reports whether a sentence opens with what a manual calls its subject: "These functions", "this command". As the first
 * of a section it points to the title.
 */
export function namesDescribed(text: string, language: string | undefined): boolean {
  const pattern = ownProperty(described, primaryLanguage(language));
  return pattern?.test(text) ?? false;
}

const described: Readonly<Record<string, RegExp>> = {
  de: /^(?:Diese[rs]?)\s(?:\p{Ll}+\s)?(?:Funktion|Routine|Makro|Systemaufruf|Befehl|Kommando|Programm|Datei|Seite|Handbuchseite|Option|Klasse|Methode)/iu,
  en: /^(?:this|these)\s(?:(?!is\b|are\b|was\b|were\b)\p{L}+[\s-])?(?:functions?|calls?|routines?|macros?|commands?|programs?|utilit(?:y|ies)|files?|pages?|options?|methods?|class(?:es)?|modules?|drivers?|devices?|services?|interfaces?|types?|formats?|manual)\b/iu,
  es: /^(?:est[aeo]s?)\s(?:funci[oó]n|rutina|macro|llamada|orden|programa|fichero|archivo|página|opci[oó]n|clase|método)/iu,
  fr: /^(?:cet?|cette|ces)\s(?:fonction|routine|macro|appel|commande|programme|fichier|page|option|classe|méthode)/iu,
};

/** Words and phrases at a sentence's beginning that refer to what was said before. */
const openers: Readonly<Record<string, string>> = {
  ar: 'هو|هي|هم|هما|هذا|هذه|هؤلاء|ذلك|تلك|لكن|ولكن|غير أن|لذلك|كما|وقد|وهو|وهي|وهذا|وهذه|وكان|وكانت|ومع ذلك|كذلك',
  cs: 'on|ona|ono|oni|to|tento|tato|toto|tito|ten|ta|však|ale|proto|také|přesto|tím',
  da: 'han|hun|den|det|de|dette|denne|disse|men|dog|derfor|desuden|også|og|så',
  de: 'er|sie|es|ihr|ihre|ihm|ihnen|dies|diese|dieser|dieses|diesem|diesen|jene|jener|jenes|damit|dafür|dadurch|dabei|dazu|daher|darum|deshalb|deswegen|dennoch|trotzdem|jedoch|aber|doch|denn|und|auch|außerdem|zudem|allerdings|hingegen|dagegen|so|also|dann|danach|davon|letztere|letzterer|letzteres|dort|beide|beides|die beiden|alle diese|einer von ihnen|eine von ihnen|eines davon|die anderen|ein anderer|eine andere|ein anderes|ein weiterer|eine weitere|ein weiteres|andere|weitere|keiner|ebenso|ebenfalls',
  en: 'he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|such|however|but|and|or|so|yet|thus|hence|therefore|thereby|moreover|furthermore|nevertheless|nonetheless|meanwhile|instead|besides|consequently|accordingly|otherwise|also|then|likewise|similarly|though|conversely|in addition|in contrast|as a result|for example|for instance|on the other hand|the former|the latter|(?:all|most|many|some|several|few|both|each|none|one|two|three|half|the (?:first|second|third|last|other|rest|next|latter|former))(?: one)? of (?:these|those|them|which)|all (?:these|those)|both|another|(?:all |most |many |some |the )?others?|the same|neither|either|elsewhere|afterwards?|later|earlier|after that|before that|even so|that said|as such|in turn|still',
  es: 'él|ella|ello|ellos|ellas|su|sus|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|sin embargo|pero|y|así|además|también|por eso|por lo tanto|por tanto|no obstante|entonces|mientras tanto|en cambio|dicho|dicha|allí|ambos|ambas|todos ellos|todas ellas|uno de ellos|una de ellas|los demás|las demás|el otro|la otra|otro|otra|otros|otras|después|luego|tampoco|asimismo',
  fi: 'hän|he|se|ne|tämä|tuo|nämä|nuo|mutta|kuitenkin|siksi|lisäksi|myös|ja|niin',
  fr: "il|elle|ils|elles|lui|eux|leur|leurs|son|sa|ses|cela|ça|ceci|ce|cet|cette|ces|c'|celui-ci|celle-ci|ceux-ci|celles-ci|celui-là|celle-là|ce dernier|cette dernière|ces derniers|ces dernières|celui|celle|ceux|mais|or|et|ou|donc|car|ainsi|pourtant|cependant|toutefois|néanmoins|en effet|par ailleurs|de plus|en outre|de même|du coup|de là|d'où|dès lors|par conséquent|en revanche|au contraire|à l'inverse|d'ailleurs|aussi|puis|ensuite|enfin|tel|telle|tels|telles|un tel|une telle|y|là|l'un|l'autre|de quoi|autrement dit|par exemple|tous ceux|toutes celles|tous deux|toutes deux|les deux|l'un d'eux|l'une d'elles|l'un d'entre eux|chacun d'eux|la plupart d'entre|les autres|un autre|une autre|d'autres|le second|la seconde|le premier|le même|la même|depuis lors|plus tard|à son tour",
  he: 'הוא|היא|הם|הן|זה|זו|זאת|אלה|אלו|אבל|אולם|אך|לכן|גם|כמו כן',
  hi: 'वह|वे|यह|ये|इस|इन|उस|उन|इसके|उसके|लेकिन|मगर|और|इसलिए|हालांकि|हालाँकि',
  hu: 'ő|ők|ez|az|ezek|azok|de|azonban|ezért|és|így',
  id: 'dia|ia|mereka|ini|itu|hal ini|namun|tetapi|tapi|dan|selain itu|karena itu|oleh karena itu',
  it: "egli|ella|esso|essa|essi|esse|lui|lei|loro|suo|sua|suoi|sue|ciò|questo|questa|questi|queste|quello|quella|quelli|quelle|tale|tali|tuttavia|ma|però|e|così|inoltre|anche|quindi|perciò|dunque|infatti|pertanto|invece|poi|quest'|quell'|entrambi|entrambe|tutti questi|tutte queste|uno di essi|una di esse|gli altri|le altre|un altro|un'altra|altri|altre|dopo|così come|allo stesso modo",
  ja: 'これ|それ|あれ|この|その|あの|ここ|そこ|こう|そう|こうした|そうした|こうして|そして|しかし|だが|ただ|ただし|また|さらに|だから|したがって|一方|彼|彼女|彼ら|同氏|同社|なお|つまり|すると|ところが|例えば|たとえば',
  ko: '그|그는|그녀|그녀는|그들|그들은|이는|이것|이것은|그것|그것은|이|이런|그런|이러한|그러한|하지만|그러나|그리고|또|또한|따라서|그래서|한편|반면|이에|이어',
  nb: 'han|hun|den|det|de|dette|denne|disse|men|likevel|derfor|dessuten|også|og|så',
  nl: 'hij|zij|ze|het|hun|dit|dat|deze|die|maar|echter|toch|daarom|daardoor|daarnaast|bovendien|ook|en|dus|zo|dan',
  no: 'han|hun|den|det|de|dette|denne|disse|men|likevel|derfor|dessuten|også|og|så',
  pl: 'on|ona|ono|oni|one|to|ten|ta|te|ci|jednak|ale|lecz|dlatego|ponadto|także|również|i|więc',
  pt: 'ele|ela|eles|elas|seu|sua|seus|suas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|no entanto|porém|mas|e|assim|além disso|também|por isso|portanto|contudo|todavia|entretanto|já|ali|ambos|ambas|todos esses|todas essas|um deles|uma delas|os demais|as demais|outro|outra|outros|outras|depois|tampouco|do mesmo modo',
  ru: 'он|она|оно|они|его|её|ее|их|это|этот|эта|эти|тот|та|то|те|такой|такая|такие|однако|но|а|и|поэтому|также|кроме того|при этом|тем не менее|так|там|затем|потом',
  sv: 'han|hon|den|det|de|detta|denna|dessa|men|dock|därför|dessutom|också|och|så',
  tr: 'o|onlar|bu|şu|bunlar|bunun|onun|ancak|ama|fakat|ve|ayrıca|bu nedenle|bunun için|böylece|öte yandan',
  uk: 'він|вона|воно|вони|його|її|їх|це|цей|ця|ці|той|та|те|ті|однак|проте|але|а|і|тому|також|крім того',
  zh: '他|她|它|他们|她们|它们|他們|她們|它們|这|這|那|此|该|該|其|但|但是|然而|不过|不過|因此|所以|而且|而|并且|同时|同時|另外|此外|于是|例如',
};

/** Openers that begin with another word: if it, in this, according to him. */
const leaning: Readonly<Record<string, string>> = {
  de: '(?:in|mit|für|auf|nach|vor|bei|aus|trotz|zu|wenn|falls|weil|da|als|obwohl|während) (?:dies|diese|dieser|dieses|diesem|diesen|er|sie|es|ihm|ihr|ihnen|ihn)',
  en: '(?:in|at|for|with|by|from|of|to|on|after|before|despite|if|when|as|because|while|since|although|according to) (?:this|that|these|those|it|they|he|she|him|her|them|such)',
  es: '(?:en|con|por|para|de|a|según|tras|si|cuando|como|aunque) (?:esto|eso|este|esta|estos|estas|ese|esa|esos|esas|él|ella|ellos|ellas)',
  fr: "(?:s'|lorsqu'|puisqu'|quoiqu'|quand |comme |si )(?:il|elle|ils|elles)|(?:d'après|dans|à|pour|avec|de|par|sur|après|avant|malgré|selon|depuis|en) (?:ce|cet|cette|ces|cela|lui|elle|eux|elles)",
  it: '(?:in|con|per|da|di|a|secondo|dopo|se|quando) (?:questo|questa|questi|queste|quello|quella|lui|lei|loro|ciò)',
  pt: '(?:em|com|por|para|de|a|segundo|após|se|quando) (?:isto|isso|este|esta|estes|estas|esse|essa|ele|ela|eles|elas)|(?:neste|nesta|nesse|nessa|disso|disto)',
};

/** Nouns after "this" that do not point back: a time, or the text itself. */
const times: Readonly<Record<string, string>> = {
  de: 'woche|jahr|monat|morgen|abend|tage|sommer|winter|frühjahr|herbst|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|artikel|text|beitrag|arbeit|studie|buch|kapitel',
  en: 'week|year|month|morning|evening|afternoon|summer|winter|spring|autumn|fall|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|article|paper|guide|page|text|report|work|study|chapter|section|tutorial|post|document|manual|book|repository|repo|package|module|library|project|plugin|extension|tool|program|command|application|app|website|site|documentation|specification|standard|framework|crate|gem|act|law|regulation|agreement|policy|license|licence|essay|thesis|chapter|appendix|(?:\\w+[ -]){1,2}(?:package|module|library|project|plugin|tool|guide|paper|article|book|repository)',
  es: 'semana|año|mes|mañana|tarde|noche|verano|invierno|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  fr: 'semaine|année|mois|matin|soir|nuit|jour|été|hiver|printemps|automne|week-end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|article|étude|guide|texte|page|document|livre|chapitre',
  it: 'settimana|anno|mese|mattina|sera|notte|estate|inverno|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  pt: 'semana|ano|mês|manhã|tarde|noite|verão|inverno|segunda|terça|quarta|quinta|sexta|sábado|domingo',
};

const patterns = new Map<string, RegExp | undefined>();

function patternOf(language: string): RegExp | undefined {
  if (!patterns.has(language)) patterns.set(language, compile(language));
  return patterns.get(language);
}

function compile(language: string): RegExp | undefined {
  const all = [ownProperty(leaning, language), ownProperty(openers, language)]
    .filter((part) => part !== undefined)
    .join('|');
  const words = all.replaceAll("'", "['’]").replaceAll(' ', '\\s');
  if (words === '') return undefined;
  // No space separates words in Chinese and Japanese; elsewhere the opener is a whole word, or ends in an apostrophe.
  const end = language === 'ja' || language === 'zh' ? '' : "(?:(?<=['’])|(?![\\p{L}\\p{M}\\p{N}-]))";
  const time = ownProperty(times, language);
  const unless = time === undefined ? '' : `(?!\\s(?:${time})(?!\\p{L}))`;
  return new RegExp(`^[\\s"'’«“‘„(\\[¿¡—–-]*(?:${words})${end}${unless}`, 'iu');
}
