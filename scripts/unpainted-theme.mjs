// Stands in for cli-highlight's theme, from which it takes what a given theme does not name; ours names all kinds. Theirs
// brings a chalk of its own, with all the models of colour.
export const DEFAULT_THEME = {};
export const plain = (text) => text;
