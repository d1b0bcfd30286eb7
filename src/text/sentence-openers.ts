/**
 * Reports whether a word opens sentences and is hardly ever a name or part of one: before it an initial (`J. Field`) or a
 * name with a full stop in it (`Node.Field`) ends a sentence.
 */
export function isOpener(word: string): boolean {
  return openers.has(word.toLowerCase());
}

const openers = new Set(
  // English
  (
    'the a an in it he she they we you i this that these those but and so or yet on at as for if his her its their our your my ' +
    'there here when while after before since because until how what where who whom whose why which did do does is are was were ' +
    'has have had can could would should nobody nothing everyone all most many some few no not yes then now today however ' +
    'please let with from by to under over during according although though once also one such ' +
    // French
    'il elle ils elles en dans mais et ce cette ces un une le la les au aux pour selon puis alors depuis avec on nous vous je ' +
    'qui que quoi où quand comment pourquoi est a personne tous tout cet ses par sur après ainsi à ' +
    // German
    'er sie es im ein eine der die das den dem und aber wir ihr ich dann auch doch dort hier nun so wie was wer wo wann warum ' +
    'alle niemand viele einige mit für von zu am bei nach vor seit ' +
    // Spanish, Italian, Portuguese
    'los las el pero este esta una como sin con y o no si ella ellos nosotros quien cuando donde porque ' +
    'ma questo questa gli lo uno però non chi dove quando perché e ' +
    'mas os as um uma ele eles não quem onde ' +
    // Dutch, Polish
    'het een maar hij zij ze wij en dit dat deze niet ook toen wat waar ' +
    'on ona ono oni nie i w na to ten ta ale co kto gdy ' +
    // Russian, Ukrainian
    'он она оно они и в на но это этот эта не что кто где когда как там тут потом никто все мы вы я ' +
    'він вона воно вони та у що хто де коли як ніхто ми ви ' +
    // Arabic
    'هل ثم لكن هذا هذه'
  ).split(' '),
);
