import { LetterPack } from '../index.js';

/** The letters, scripts and notes in Dutch. */
declare const letters: LetterPack;

export { letters };
