import { LetterPack } from '../index.js';

/** The letters, scripts and notes in Spanish. */
declare const letters: LetterPack;

export { letters };
