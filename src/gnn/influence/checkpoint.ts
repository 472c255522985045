/** Called between steps of long work with the share that is done, 0…1; may wait, and may throw to stop. */
export type Checkpoint = (fraction: number) => Promise<void>;
