/** Builds what changed; false when nothing had. */
export function build(): Promise<boolean>;
