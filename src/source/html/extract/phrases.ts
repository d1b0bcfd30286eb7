/**
 * The lines that pages put around an article, in the most common languages. All patterns are anchored: a sentence that
 * only contains such words is the article's own ("Comment faire", "The related question").
 */

/** Reports whether a line says "Advertisement", in the most common languages. */
export function isAdvertisingLabel(line: string): boolean {
  return line.length < 80 && advertising.test(line);
}

const advertising =
  /^[\s[(*–—-]*(?:ad|adverts?|advertisements?|advertising|advertorial|advertisement - story continues below|publicité|annonce|anzeigen?|werbung|publicidad|anuncios?|publicidade|pubblicità|annuncio|reklama|advertentie|reclame|реклама|sponsored(?: (?:content|by .{1,30}))?|contenu sponsorisé|gesponsert|patrocinado|contenido patrocinado|conteúdo patrocinado|sponsorizzato|contenuto sponsorizzato|materiał sponsorowany|artykuł sponsorowany|gesponsord|continue reading(?: below| the main story)?|story continues below(?: advertisement)?|article continues (?:after|below)(?: (?:the )?advertisement)?|scroll (?:down )?to continue(?: reading)?|la suite après (?:cette|la) publicité|(?:artikel|beitrag) wird nach der werbung fortgesetzt|continúa (?:después|debajo) de la publicidad|continua (?:após|depois d)a publicidade|continua dopo la pubblicità|dalsza część artykułu pod reklamą|lees verder na de advertentie)[\s\])*.:!…–—-]*$/iu;

/** Reports whether a line is a button's label: "Share", "Print", "Next". Only in a link, a button or a bare box. */
export function isControlLabel(line: string): boolean {
  return line.length < 80 && control.test(line);
}

const control =
  /^[\s[(*–—-]*(?:skip (?:to (?:main )?content|advert(?:isement)?)|loading(?: (?:content|comments))?|chargement|close|fermer|schließen|cerrar|fechar|chiudi|zamknij|sluiten|caption|share(?: this)?(?: (?:article|story|post|page|on (?:facebook|twitter)))?|partager(?: (?:cet article|sur (?:facebook|twitter)))?|teilen|compartir|compartilhar|condividi|udostępnij|delen|print|imprimer|drucken|imprimir|stampa|drukuj|afdrukken|email|e-mail|tweet|pin it|whatsapp|facebook|twitter|linkedin|x|reddit|telegram|copy link|sign in|log in|subscribe|s'abonner|abonnieren|suscríbete|assine|abbonati|(?:view )?(?:\d+ )?(?:comments|commentaires|kommentare|comentarios|comentários|commenti|komentarze|reacties)(?: \(\d+\))?|\d+ comment(?:aire)?|leave a (?:comment|reply)|image \d+ of(?: \/)? \d+|\d+ of \d+|(?:photo|image|video|slide) \d+(?: of \d+)?|view (?:gallery|slideshow|all)|this slideshow requires javascript|watch(?: now| video)?|play(?: video)?|listen(?: to this article)?|replay|click to (?:expand|enlarge|view)(?: image)?|enlarge this image|hide caption|toggle caption|top|back to top|haut de page|nach oben|volver arriba|next|previous|suivant|précédent|weiter|zurück|siguiente|anterior|próximo|successivo|precedente|następny|poprzedni|volgende|vorige)[\s\])*.:!…–—-]*$/iu;

/** Reports whether a line is the caption or credit of an image. Only beside an image: elsewhere it may be a sentence. */
export function isCaptionLine(line: string): boolean {
  return line.length < 500 && (creditStart.test(line) || creditEnd.test(line) || agencyEnd.test(line));
}

/** Reports whether a line can only be a caption: it names the photographer or the owner. */
export function isCreditLine(line: string): boolean {
  return line.length < 300 && (credit.test(line) || agencyEnd.test(line));
}

const credit =
  /^[\s([]*(?:(?:photos?|images?|picture|illustration|video)s? (?:credits?|courtesy|copyright)\b|crédits? photo|©\s*\S|getty images|\(c\) )|\((?:image|photo|picture)s?(?: credits?| courtesy| by)?\s*:[^()]{0,100}\)\s*$|\b(?:photo|image|picture)s? (?:credits?|courtesy)\s?: ?[^.!?:]{2,80}$/i;

const creditStart =
  /^[\s([]*(?:(?:photos?|image|images|picture|illustration|video|pic)(?: (?:credits?|courtesy|source|copyright|by))?\s*[:©|/]|(?:photo|image|picture)s? (?:credits?|courtesy|copyright|caption|by) |credits?\s*:|crédits?(?: photo)?\s*:|foto\s*:|bild\s*:|media caption|file photo|©\s*\S|getty images|\(c\) )/i;
const creditEnd =
  /(?:\((?:image|photo|picture)s?\b[^()]{0,100}\)|\b(?:photo|image|picture)s?(?: credits?| courtesy)?\s?: ?[^.!?:]{2,80}|\bcredits?: [^.!?:]{2,80})\s*$/i;
/** Capitals distinguish agencies from words. */
const agencyEnd =
  /(?:\([^()]{0,60}\b(?:Getty(?: Images)?|GETTY|Reuters|REUTERS|AP(?: Photo)?|AFP|EPA|Shutterstock|iStock|[Ff]ile [Pp]hoto)(?:[/,][^()]{0,60})?\)|[|/] ?(?:Getty Images|AFP|Reuters|REUTERS|Shutterstock))\s*$/;

/** Reports whether a line is a whole sentence: some words, the last of them followed by a full stop. */
export function isSentenceLine(line: string, leastWords = 4): boolean {
  return /[.!?…。！？]["”’»)\]]*$/.test(line) && line.split(' ').length >= leastWords;
}

/** Reports whether a line is a byline or a date, before the first paragraph. */
export function isMetaLine(line: string): boolean {
  return line.length < 160 && (meta.test(line) || byline.test(line) || dateLine.test(line));
}

const meta =
  /^(?:(?:first |last )?(?:posted|published|updated|modified|created|written|reported|edited|reviewed)\b|(?:publié|mis à jour|modifié|posté|rédigé) (?:le|par|à)\b|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?)\b(?: ago| read)|\d+ min(?:utes)? de lecture|temps de lecture|reading time|tags?\s*:|categor(?:y|ies)\s*:|filed under)/iu;
/** A name begins with a capital, "by noon" does not. */
const byline = /^(?:[Bb]y|BY|[Pp]ar|PAR|[Vv]on|VON|[Pp]or|POR|[Dd]i|DI)\s+\p{Lu}/u;
const dateLine =
  /^[^.!?]{0,60}?(?:\b\d{1,2}[\s./-](?:de )?(?:\d{1,2}|\p{L}{3,10})\.?,?[\s./-](?:de )?(?:19|20)\d{2}\b|\b\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?\s)[^.!?]{0,60}$/iu;

/** Reports whether a line begins as a pointer to another article. */
export function isRelatedLabel(line: string): boolean {
  return related.test(line);
}

const related =
  /^[\s[(>»→▶*–—-]*(?:(?:related|also|see also|see more|read also|also read|read more|read next|read|more|more on this|more from|more stories|don['’]?t miss|must[- ]read|must[- ]see|must[- ]watch|watch|watch (?:also|now|more)|up next|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended|trending(?: now)?|popular|in case you missed it|further reading|for more|previously|lire(?: aussi| également)?|à lire(?: aussi| également| sur)?|a lire aussi|voir aussi|à voir(?: aussi)?|sur le même sujet|notre dossier|lesen sie auch|mehr zum thema|siehe auch|lea también|lee también|leia também|leia mais|saiba mais|veja também|ver también|leggi anche|читайте также|смотрите также)(?:\s*(?:[:：…|>»–—-]|\.{3}|$)))/i;

/** Reports whether a line is a publisher's call to action: "Follow us", "Sign up", "Have a tip?". */
export function isCallToAction(line: string): boolean {
  return call.test(line);
}

const call =
  /^[\s[(>»→▶*–—-]*(?:(?:please )?(?:follow|like|join|subscribe|sign[- ]up|click|download|get (?:the|our|access|more|all|unlimited|breaking)|have (?:a|any) (?:tip|story|question)|contact|email|e-mail|write to|send|register|support|donate|share|tweet|buy|order|check out (?:our|more)|stay (?:tuned|up to date|connected|informed)|never miss|want (?:more|to)|for (?:more|the latest|all)|do you (?:have|know|want)|tell us|let us know|got a|need more|listen to|watch|read more|reach|originally published|this post (?:may )?contains?|the post .{1,150} appeared first|suivez|abonnez|inscrivez|cliquez|téléchargez|retrouvez|rejoignez|recevez|partagez|pour (?:en savoir plus|aller plus loin)|folgen sie|abonnieren|jetzt|síguenos|suscríbete|siga|assine|inscreva|seguici|iscriviti|подпис)(?=[\s,'’:?-])|source\s*:|citation\s*:|tags\s*:|with (?:files|reporting) from)/i;

/** Reports whether a line is a copyright notice, below the text. */
export function isLegalNotice(line: string): boolean {
  return line.length < 500 && legal.test(line);
}

const legal =
  /^[\s[(]*(?:©|copyright\b|\(c\) ?\d|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|alle rechten voorbehouden|this (?:document is subject to copyright|material may not be))/i;

/** Reports whether a line is a label below which a page collects boilerplate: links and boxes, not sentences. */
export function isEndMatterHeading(line: string): boolean {
  return line.length < 60 && endMatter.test(line);
}

const endMatter =
  /^(?:about (?:the )?authors?|(?:view )?(?:\d+ )?comments?|leave a (?:reply|comment)|related(?: (?:articles?|posts?|stories|news|content|reading|links|topics))?|trending(?: now)?|most (?:read|popular|viewed)|latest (?:news|stories)|breaking news|more (?:from|on|in)\b.*|more (?:\S+ ){0,3}(?:news|stories|articles|posts|reading)|want more .*|(?:you )?(?:may|might) also (?:like|enjoy).*|you may like.*|você (?:pode|também).*|te puede interesar.*|vous aimerez aussi.*|отзывы|комментарии|читайте также.*|смотрите также.*|похожие .*|самые популярные .*|latest|ultimi articoli|le più lette|articles? récents?|dernières? (?:actualités|nouvelles)|à la une|post comment.*|highlights|recommended(?: for you)?|read (?:next|more)|up next|share this.*|tags|follow us.*|newsletter|sign up.*|subscribe.*|tell us what you think.*|what do you think.*|join the (?:conversation|discussion).*|sponsored.*|popular (?:posts|articles|stories)|don['’]t miss|à lire (?:aussi|également).*|lire aussi.*|sur le même sujet|les plus lus|commentaires?|à propos de l['’]auteur|articles? (?:liés|similaires|connexes)|das könnte sie auch interessieren|mehr zum thema|kommentare|artículos relacionados|comentarios|leia também|comentários|articoli correlati|commenti)(?: \(\d+\))?[\s.:!?…]*$/i;

/** Reports whether a line is such a label after which no article continues. */
export function isClosingLabel(line: string): boolean {
  return line.length < 60 && closing.test(line);
}

const closing =
  /^(?:about (?:the )?author|(?:view |post )?(?:\d+ )?comments?|leave a (?:reply|comment)|related (?:articles?|posts?|stories|news)|most (?:read|popular|viewed)|tell us what|à propos de l['’]auteur|commentaires?|kommentare|comentarios|comentários|commenti|отзывы|комментарии)/i;

/** Reports whether a line is "Jane Doe is a staff writer at …", below the article. */
export function isAuthorNote(line: string): boolean {
  return line.length < 500 && authorNote.test(line);
}

const authorNote =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){2,4}(?:is|est|ist|es|è|é)\s+(?:[\p{L}'’]+[\s-]+){0,8}?(?:writer|reporter|editor|journalist|columnist|correspondent|contributor|blogger|freelancer|curator|journaliste|rédact\w+|chroniqueu\w+|redakteur\w*|journalistin?|autorin?|periodista|redactora?|giornalista|jornalista)\b/u;

export function isCookieNotice(line: string): boolean {
  return line.length < 500 && cookies.test(line);
}

const cookies =
  /^(?:this (?:web)?site uses cookies|we use cookies|by (?:continuing|using) .{0,60}cookies|(?:nous utilisons|ce site utilise) des cookies|(?:wir verwenden|diese (?:web)?seite verwendet) cookies|(?:utilizamos|usamos|este sitio utiliza) cookies|utilizziamo i cookie)/i;

export function isContentsLabel(line: string): boolean {
  return line.length < 40 && contents.test(line);
}

const contents =
  /^(?:on this page|in this (?:article|guide|section|post)|(?:table of )?contents|jump to|(?:au )?sommaire|dans cet article|table des matières|plan|inhalt(?:sverzeichnis)?|auf dieser seite|contenido|en este artículo|índice|sumário|neste artigo|indice|содержание)\b/iu;
