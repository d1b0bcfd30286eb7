import { primaryLanguage } from '../../text/language/primary-language.ts';
import { ownProperty } from '../../text/own-property.ts';

/** Reports whether a language is written in Latin letters; undefined for one that has several scripts or is not known. */
export function isWrittenInLatin(language: string | undefined): boolean | undefined {
  const primary = primaryLanguage(language);
  if (primary === '' || severalScripts.has(primary)) return undefined;
  return !otherScripts.has(primary);
}

const severalScripts = new Set('sr kk uz az mn ku tg bs ha'.split(' '));
const otherScripts = new Set(
  'am ar be bg bn dv el fa gu he hi hy ja ka km kn ko lo mk ml mr my ne or pa ps ru sa si ta te th ti uk ur yi zh'.split(
    ' ',
  ),
);

/**
 * Reports whether a sentence says what its subject is: a copula with an article, or a verb that says what a thing does
 * (`X is a …`, `X lets you …`), within the first eighty characters, after a subject that `isSubject` accepts.
 */
export function isDefinition(
  text: string,
  language: string | undefined,
  isSubject: (subject: string) => boolean,
): boolean {
  const pattern = patternOf(definitions, language, (verbs) => `^(.{1,80}?)(?:${verbs})`);
  // What is in brackets after a name may be long: its pronunciation, its dates.
  const subject = pattern?.exec(withoutBrackets(text.slice(0, 600)))?.[1];
  return subject !== undefined && isSubject(subject);
}

function withoutBrackets(text: string): string {
  const inner = /\s?[([（][^()[\]（）]*[)\]）]/g;
  return text.replace(inner, '').replace(inner, '');
}

/**
 * Reports whether a sentence opens as an instruction, a cross-reference or an exception does ("By default", "See", "-v"),
 * or ends in what it announces or refers to ("the following options.", "see NOTES.").
 */
export function isAside(text: string, language: string | undefined): boolean {
  if (label.test(text) || option.test(text)) return true;
  const ahead = patternOf(announcements, language, (words) => `(?:${words})`);
  if (ahead?.test(text.slice(-120))) return true;
  const pattern = patternOf(asides, language, (words) => `^[\\s"'«“‘(\\[¿¡—–-]*(?:${words})`);
  return pattern?.test(text) ?? false;
}

/** Reports whether a sentence names a licence. */
export function isLicence(text: string): boolean {
  return text.length <= 300 && licenceWord.test(text) && licence.test(text);
}

/** Reports whether a sentence is a publisher's: where the text appeared first, whose rights, what to subscribe to. */
export function isPublishersNote(text: string): boolean {
  return text.length <= 400 && publishersNote.test(text);
}

/** Reports whether a phrase without a full stop is a credit: it names an author or a photographer. */
export function isCredit(text: string): boolean {
  return credit.test(text);
}

/** The weight of a section in a summary, by its title. */
export type TitleCue = 'summary' | 'back matter';

/**
 * Classifies a section by its title, as in H. P. Edmundson, "New Methods in Automatic Extracting", Journal of the ACM
 * 16, 1969: abstracts, introductions and conclusions are telling; licences, references and thanks are not.
 */
export function titleCue(title: string): TitleCue | undefined {
  const name = title.replace(/^[\s\p{N}\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
  if (name.length > 60) return undefined;
  if (summaryTitle.test(name)) return 'summary';
  return backMatterTitle.test(name) ? 'back matter' : undefined;
}

const definitions: Readonly<Record<string, string>> = {
  da: '\\s(?:er|var)\\s(?:en|et|den|det)\\s',
  de: '\\s(?:ist|sind|war|waren)\\s(?:ein|eine|einer|eines|der|die|das)\\s|\\s(?:bietet|ermöglicht|liefert|bezeichnet)\\s',
  en: '\\s(?:is|are|was|were)\\s(?:an?|the|one of|any)\\s|\\s(?:provides|lets|allows|helps|enables|offers|gives|implements|refers to|describes|finds|turns|converts|parses|generates|creates|checks|powers)\\s',
  es: '\\s(?:es|son|era|fue)\\s(?:una?|uno|el|la|los|las)\\s|\\s(?:permite|ofrece|proporciona)\\s',
  fr: "\\s(?:est|sont|était|fut)\\s(?:une?|l['’]un|le\\s|la\\s|l['’]|des?\\s)|\\s(?:permet|fournit|propose|désigne)\\s",
  it: '\\s(?:è|sono|era|fu)\\s(?:un|una|uno|il|lo|la|i|gli|le)\\b|\\s(?:permette|offre|fornisce)\\s',
  ja: 'とは|は、',
  nb: '\\s(?:er|var)\\s(?:en|ei|et|den|det)\\s',
  nl: '\\s(?:is|zijn|was|waren)\\s(?:een|de|het)\\s|\\s(?:biedt)\\s',
  pl: '\\s(?:to|jest|są|był|była|było)\\s',
  pt: '\\s(?:é|são|era|foi)\\s(?:uma?|o|a|os|as)\\s|\\s(?:permite|oferece|fornece)\\s',
  ru: '\\s[—–-]\\s(?:это\\s)?',
  sv: '\\s(?:är|var)\\s(?:en|ett|den|det)\\s',
  tr: ',\\s.{3,200}[dt][ıiuü]r\\.?$',
  uk: '\\s[—–-]\\s(?:це\\s)?',
  zh: '是|，?為|指的是',
};

const asides: Readonly<Record<string, string>> = {
  de: '(?:standardmäßig|siehe|(?:sie können|man kann|du kannst|wenn sie|wenn du|falls sie|bitte|klicken|beachten sie|hinweis|achtung|um zu|weitere informationen|für weitere)\\b)',
  en: "(?:by default|you (?:can|may|could|might|should|must|need|will|are|have|don['’]t)|see|note|please|if you|when you|once you|to (?:do|use|get|install|run|see|learn|read|make|set|add|create|build|start|change|enable|disable)|for (?:more|details|an? (?:full |complete |detailed )?(?:list|description|explanation|overview)|information|further|support|questions|help)|before (?:installing|using|running|you)|take a look|have a look|check (?:out|the|our|that)|click (?:on|the|here)|read (?:the|more|this|our|about)|refer to|make sure|remember|let['’]s|don['’]t|do not|optionally|alternatively|suppose|imagine|consider|warning|caution|tip|special thanks|thanks|install(?:ation)? (?:the|it|with|via|is)|available (?:at|on|as|from|under)|contributions?|pull requests|looking for|feel free|join (?:us|our|the)|visit (?:us|our|the)|follow (?:us|the|these)|contact us)\\b",
  es: '(?:por defecto|de forma predeterminada|de manera predeterminada|puede|puedes|véase|vea|ver|si (?:usted|desea|quiere|quieres|necesita)|para (?:más|obtener)|consulte|consulta|haga clic|haz clic|nota|tenga en cuenta|recuerde|por favor)\\b',
  fr: '(?:par défaut|vous (?:pouvez|devez|devrez)|on peut|voir|si vous|notez|veuillez|cliquez|lisez|pour (?:plus|en savoir)|consultez|remarque|attention|rappel|merci)\\b',
  it: '(?:per impostazione predefinita|per default|(?:puoi|si può|vedi|vedere|se (?:si|vuoi)|per (?:ulteriori|maggiori)|nota|fare clic|fai clic|ricorda|consulta)\\b)',
  ja: '(?:デフォルトで|既定で|注意|注：|参照|詳しくは|詳細は)',
  nl: '(?:standaard|u kunt|je kunt|zie|als u|als je|let op|klik|voor meer|lees)\\b',
  pl: '(?:domyślnie|możesz|można|zobacz|jeśli|uwaga|kliknij|aby|więcej)(?!\\p{L})',
  pt: '(?:por padrão|por omissão|você pode|pode|podes|veja|ver|se você|para mais|para (?:obter|saber)|consulte|clique|nota|observe|observação)\\b',
  ru: '(?:по умолчанию|вы можете|можно|см\\.|смотрите|если вы|обратите внимание|примечание|чтобы|для получения|подробнее)(?!\\p{L})',
  zh: '(?:默认|預設|您可以|你可以|请|請|参见|參見|如果您|如果你|注意|详见|詳見)',
};

/** The end of a sentence that announces what follows it. */
const announcements: Readonly<Record<string, string>> = {
  de: '\\b(?:folgende[nmrs]?|siehe)\\s[^,;.]{1,40}[.:]$|\\b(?:wie folgt|siehe unten)[.:]$',
  en: '\\bthe following\\s(?:[^\\s,;.:]+\\s){0,3}[^\\s,;.:]+[.:]$|\\b(?:as follows|(?:see|described|listed|shown) below)[.:]$|[,;(]\\s?(?:but )?(?:please )?see (?:also )?(?:the )?[^,;\\s]+(?:\\s[^,;\\s]+){0,4}\\)?\\.?\\)?$',
  es: '\\b(?:los|las)? siguientes?(?:\\s[^\\s,;.:]+){0,2}[.:]$|[,;(]\\s?(?:véase|consulte)\\s[^,;]{1,60}$',
  fr: '\\b(?:ci-dessous|comme suit)[.:]$|[,;(]\\s?(?:voir|consultez)\\s[^,;]{1,60}$',
};

/** An option, its argument and its description, in a list of them: `-o, --output FILE Write to FILE.` */
const option = /^--?\p{L}[\p{L}\p{N}-]*(?:[\s=,|[]+[^\s]+){0,3}?\s\p{Lu}\p{Ll}/u;

/** A word that calls for attention, and a colon: `IMPORTANT:`, `Note:`. */
const label =
  /^[\p{P}\p{S}\s]*(?:important|note|warning|caution|tip|hint|hinweis|achtung|wichtig|attention|remarque|nota|atención|importante|attenzione|atenção|let op|uwaga|внимание)\s?[:!]/iu;

/** A cheap test before the expensive one. */
const licenceWord = /licen[cszç]|lizenz|лиценз/i;

const licence =
  /\b(?:licen[cs]ed|released|distributed|available|published) under\b.{0,60}\b(?:licen[cs]e|MIT|GPL|BSD|Apache)|\bsous (?:la )?licence\b|\bunter (?:der|einer) .{0,40}lizenz\b|\bbajo (?:la |una )?licencia\b|\bsob (?:a |uma )?licença\b|\bcon licenza\b|\bна условиях .{0,40}лицензи/iu;

const credit =
  /^(?:by|written by|von|par|por|di|door|av|af|przez|автор|photo|image|picture|logo|illustration)\s|(?:photo|image|picture|logo|art) (?:by|from|©)|[$>]\s|\||^[^\p{L}]*$|\b\d{4}[-/.]\d\d?[-/.]\d\d?\b/iu;

const publishersNote = new RegExp(
  [
    '^(?:this|the) (?:article|story|post|piece|essay|interview|report|column|text|excerpt) (?:(?:was|is|has been) )?(?:originally |first |also )*(?:appear|publish|post|print|written|adapt|excerpt|translat|reprint|updat|correct|amend)',
    '^(?:originally|first) (?:published|posted|appeared|printed) ',
    '^(?:all rights reserved|copyright\\b|©|\\(c\\) ?\\d{4})',
    '\\bcopyright (?:\\(c\\)|©|\\d{4})',
    '^(?:subscribe|sign up|follow us|join our|share this|like what you)\\b.{0,160}$',
    '^(?:reporting|additional reporting|editing|translated) by\\b',
    "^(?:cet article|ce texte|cet entretien) (?:est|a été|a d’abord|a d'abord)\\s?(?:paru|publié|initialement|extrait|traduit)",
    '^(?:article|texte|entretien) (?:initialement )?(?:paru|publié|extrait) ',
    '^(?:abonnez-vous|inscrivez-vous|suivez-nous|tous droits réservés)',
    '^(?:dieser (?:artikel|text|beitrag)) (?:ist |wurde |erschien )?(?:zuerst |ursprünglich |erstmals )?.{0,60}(?:erschienen|veröffentlicht|erschien)',
    '^(?:alle rechte vorbehalten|abonnieren sie|folgen sie uns)',
    '^este (?:artículo|texto|reportaje) (?:se publicó|fue publicado|apareció)',
    '^(?:suscríbete|suscríbase|síguenos|todos los derechos reservados)',
    '^este (?:artigo|texto) (?:foi|apareceu) .{0,30}(?:publicado|em)',
    '^(?:assine|siga-nos|todos os direitos reservados)',
    '^questo articolo (?:è|è stato) .{0,30}(?:pubblicato|uscito|apparso)',
    '^(?:iscriviti|seguici|tutti i diritti riservati)',
    '^(?:read (?:this|it) in (?:other|another|your) language|english \\|)',
  ].join('|'),
  'iu',
);

const summaryTitle =
  /^(?:abstract|summary|executive summary|overview|introduction|intro|conclusions?|key (?:points|findings|facts)|tl;?dr|at a glance|in brief|about|description|résumé|sommaire|aperçu|en bref|l['’]essentiel|présentation|zusammenfassung|überblick|einleitung|einführung|fazit|kurzfassung|resumen|introducción|conclusi[oó]n(?:es)?|descripción|resumo|introdução|conclus(?:ão|ões)|descrição|sommario|riassunto|introduzione|conclusioni?|descrizione|samenvatting|inleiding|conclusie|streszczenie|wstęp|wnioski|opis|аннотация|введение|заключение|выводы|описание|概要|要約|はじめに|まとめ|おわりに|摘要|概述|简介|簡介|结论|結論|ملخص|مقدمة|خاتمة|सारांश|परिचय|निष्कर्ष|요약|개요|소개|결론)$/iu;

const backMatterTitle =
  /^(?:licen[cs]e|licensing|copyright|contribut(?:e|ing|ors|ions)|how to contribute|code of conduct|sponsors?|backers|supporters|funding|donat(?:e|ions?)|acknowledge?ments?|thanks|credits|authors?|maintainers?|references|bibliography|further reading|see also|notes?|footnotes|citations?|external links|related(?: \p{L}+)?|change ?log|release notes|history|support|security|contact|community|faq|table of contents|contents|appendix.*|disclaimer|colophon|imprint|reporting bugs|bugs|files|exit status|licences?|contribuer|remerciements|auteurs?|références|bibliographie|voir aussi|notes et références|liens externes|lizenz|mitwirken|danksagung|autoren|literatur|literaturverzeichnis|quellen|einzelnachweise|weblinks|siehe auch|fußnoten|impressum|licencia|contribuir|agradecimientos|autor(?:es)?|referencias|bibliografía|véase también|enlaces externos|notas|licença|contribuindo|agradecimentos|referências|bibliografia|ver também|ligações externas|licenza|contribuire|ringraziamenti|autori|riferimenti|vedi anche|collegamenti esterni|note|licentie|bronnen|zie ook|licencja|bibliografia|przypisy|zobacz też|лицензия|примечания|литература|ссылки|см\. также|авторы|благодарности|ライセンス|参考文献|関連項目|脚注|外部リンク|謝辞|许可证|許可證|参考文献|参见|參見|外部链接|致谢)$/iu;

/** Reports whether a section's title is one of a program's documentation, and hardly of another text. */
export function isManualTitle(title: string): boolean {
  return manualTitle.test(title.replace(/^[\s\p{N}\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, ''));
}

const manualTitle =
  /^(?:install(?:ation|ing)?|usage|api|getting started|quick ?start|synopsis|command[- ]line options|instalación|instalação|installazione|utilisation|verwendung|установка|использование|インストール|使い方|安装|安裝|설치)$/iu;

const compiled = new Map<Readonly<Record<string, string>>, Map<string, RegExp | undefined>>();

function patternOf(
  table: Readonly<Record<string, string>>,
  language: string | undefined,
  around: (words: string) => string,
): RegExp | undefined {
  const primary = primaryLanguage(language);
  const byLanguage = compiled.get(table) ?? new Map<string, RegExp | undefined>();
  compiled.set(table, byLanguage);
  if (!byLanguage.has(primary)) {
    const words = ownProperty(table, primary);
    byLanguage.set(primary, words === undefined ? undefined : new RegExp(around(words), 'iu'));
  }
  return byLanguage.get(primary);
}
