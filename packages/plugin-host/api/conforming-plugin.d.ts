import { Plugin } from '../index.js';
import '../runtime-hash.js';

/**
 * The plugin that the conformance suite of isolation adapters runs. It has no imports, so that
 * every tier can load it as it is. `configuration.mode` says how its activation goes.
 */
declare const plugin: Plugin;

export { plugin };
