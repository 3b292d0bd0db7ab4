import { LetterPack } from '../index.js';

/** The letters, scripts and notes in German. */
declare const letters: LetterPack;

export { letters };
