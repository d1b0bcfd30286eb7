/** One list a module, under the language's three-letter code; the package has no types of its own. */
declare module 'stopword/src/*';
