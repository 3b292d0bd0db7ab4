/** What a new plugin is made from. */
interface NewPlugin {
    /** Folder to make. It must not exist, or be empty. */
    readonly folder: string;
    /** Who publishes it: letters, digits, dashes. */
    readonly publisher: string;
    /** One of {@link templateNames}. */
    readonly template: string;
    /** Lower-case letters, digits, dashes. Default: the name of the folder. */
    readonly name?: string;
}
/**
 * Makes the folder of a new plugin, whole or not at all. Resolves with the files, sorted.
 *
 * Rejects with `template-unknown`, `plugin-name-invalid`, `publisher-invalid` or `folder-not-empty`.
 */
declare function createPlugin(wish: NewPlugin): Promise<readonly string[]>;

/** What a new plugin can begin as, each with what it shows. */
declare const templates: {
    readonly policy: "a rule that proposes an effect, a command and a setting";
    readonly letters: "a pack of letters: data, without any code";
    readonly exporter: "a file made from an application";
    readonly browser: "a view and a command that run in a Web Worker";
};
/** Name of a template. */
type TemplateName = keyof typeof templates;
/** Names of all templates. */
declare const templateNames: readonly TemplateName[];

export { createPlugin, templateNames, templates };
export type { NewPlugin, TemplateName };
