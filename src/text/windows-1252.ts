/**
 * The characters 80 to 9F of windows-1252, by the Encoding Standard's index. HTML reads the references 128 to 159 so,
 * which is what their authors meant: `&#151;` is a dash.
 */
export const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
