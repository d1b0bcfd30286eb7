import type { PictureProtocol, Pictures } from '../tools.ts';
import { drawPicture } from './draw-picture.ts';
import { type Picture, readPicture } from './picture.ts';
import { pictureBox } from './picture-box.ts';

/** Creates the drawing of pictures from their files, by their addresses as written, for a terminal of `rows` rows. */
export function createPictures(
  files: ReadonlyMap<string, Uint8Array>,
  protocol: PictureProtocol,
  screenRows: number,
): Pictures {
  const pictures = new Map<string, Picture>();
  for (const [address, bytes] of files) {
    const picture = readPicture(bytes);
    if (picture && canDraw(picture, protocol)) pictures.set(address, picture);
  }
  const rows = Math.max(1, Math.floor(screenRows / 2));
  return {
    count: pictures.size,
    draw(address, columns) {
      const picture = pictures.get(address);
      if (!picture) return undefined;
      const box = pictureBox(picture, columns, rows);
      return { rows: box.rows, sequence: drawPicture(picture, box, protocol) };
    },
  };
}

/** Reports whether a terminal can draw a picture: Kitty's protocol takes only PNG, iTerm2's what the system reads. */
function canDraw({ kind }: Picture, protocol: PictureProtocol): boolean {
  return kind === 'png' || protocol === 'iterm2';
}
