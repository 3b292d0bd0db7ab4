import { LetterPack } from '../index.js';
import '@afterview/core';

/** The letters, scripts and notes in Spanish. */
declare const letters: LetterPack;

export { letters };
