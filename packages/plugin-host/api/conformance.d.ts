import { IsolationAdapter } from '../index.js';

/** One promise of {@link IsolationAdapter}, as a test that any runner can run. */
interface ConformanceCase {
    /** What holds, as a sentence. */
    readonly title: string;
    /** Rejects when it does not hold. */
    run(subject: ConformanceSubject): Promise<void>;
}
/** What is put to the test. */
interface ConformanceSubject {
    readonly adapter: IsolationAdapter;
    /** URL under which the adapter's place can load `@afterview/plugin-host/conforming-plugin`. */
    readonly main: string;
}
/** Everything that holds of every isolation adapter, whatever it isolates. */
declare const isolationConformance: readonly ConformanceCase[];

export { isolationConformance };
export type { ConformanceCase, ConformanceSubject };
