import { LetterPack } from '../index.js';

/** The letters, scripts and notes in English. */
declare const letters: LetterPack;

export { letters };
