/** ISO 8859-16 from A1 on, as the Encoding Standard's index has it; A0 is a no-break space. */
const latin10 = 'ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ';

/** Decodes ISO 8859-16, which Node's `TextDecoder` lacks. */
export function decodeLatin10(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u00a1-\u00ff]/g, (character) => latin10[character.charCodeAt(0) - 0xa1] ?? '');
}

/**
 * Decodes EUC-KR with windows-949's additional syllables, as the Encoding Standard asks. They are Unicode's syllables,
 * in order, that KS X 1001 lacks, in its unused byte pairs.
 */
export function decodeKorean(bytes: Uint8Array): string {
  const decoder = new TextDecoder('euc-kr');
  if (!hasAddedSyllable(bytes)) return decoder.decode(bytes);
  const syllables = addedSyllables();
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const syllable = syllables.get(lead * 256 + (bytes[at + 1] ?? 0));
    if (syllable !== undefined) {
      parts.push(decoder.decode(bytes.subarray(from, at)), syllable);
      from = at + 2;
    }
    at += 1;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('');
}

function hasAddedSyllable(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    if (lead < 0xa1 || (lead <= 0xc6 && (bytes[at + 1] ?? 0) < 0xa1)) return true;
    at += 1;
  }
  return false;
}

function addedSyllables(): Map<number, string> {
  const decoder = new TextDecoder('euc-kr');
  const standard = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) standard.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  const added = new Map<number, string>();
  let code = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail += 1) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (standard.has(String.fromCharCode(code))) code += 1;
      if (code > 0xd7a3) return added;
      added.set(lead * 256 + trail, String.fromCharCode(code));
      code += 1;
    }
  }
  return added;
}
