import { LetterPack } from '../index.js';

/** The letters, scripts and notes in French. */
declare const letters: LetterPack;

export { letters };
