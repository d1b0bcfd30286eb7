// Stands in for packages that marked-terminal loads for its tables, emoji and links. Ours are laid out by ourselves, so
// nothing calls these; to bring them along would make the program six times as large.
export default function neverCalled() {
  throw new Error('marked-terminal was asked for more than its paint of code.');
}
export { neverCalled as emojify, neverCalled as find, neverCalled as get, neverCalled as search };
