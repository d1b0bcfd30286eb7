/**
 * The elements that browsers lay out on lines of their own: those with `display: block`, `list-item` or a part of a table in
 * HTML's section on rendering (15.3), and `details`, `fieldset`, `hr`, `legend` and `summary` (15.5).
 */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
