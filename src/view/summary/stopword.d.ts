/** One list a module, under the language's three-letter code; the package brings no types of its own. */
declare module 'stopword/src/*';
