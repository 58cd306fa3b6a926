import sharp from 'sharp';
import { refuse } from '../refused.ts';
import { fileReasons } from './reasons.ts';

/** A sheet of A4 stays readable at this many pixels a side; larger photos are brought down to it. */
const longestSide = 3000;

/** The photo drawn anew: upright, in its own format, and without anything but its pixels (no place, no camera, no thumbnail). */
export async function remakePhoto(
  path: string,
  name: string,
  mime: string,
  mostPixels: number,
): Promise<Buffer> {
  const input = { limitInputPixels: mostPixels, failOn: 'error' as const };
  try {
    const { width, height } = await sharp(path, { ...input, limitInputPixels: false }).metadata();
    if (width * height > mostPixels)
      throw refuse(fileReasons.photo_too_large, { name, most: Math.round(mostPixels / 1e6) });
    const drawn = sharp(path, input)
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    if (mime === 'image/png') return await drawn.png().toBuffer();
    if (mime === 'image/webp') return await drawn.webp({ quality: 85 }).toBuffer();
    return await drawn.jpeg({ quality: 85 }).toBuffer();
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') throw error;
    throw refuse(fileReasons.file_broken, { name });
  }
}
