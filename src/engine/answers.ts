/** Numbers that may be kept in all (64 MiB), and answers. */
const MOST_NUMBERS = 2 ** 24;
const MOST_ANSWERS = 256;

/** What has been asked of one trace, so that walking back and forth computes nothing twice; the oldest goes first. */
export interface Answers {
  /** The answer that is kept, or the one `compute` gives. */
  to<T>(question: string, compute: () => Promise<T>): Promise<T>;
}

/** @param numbers that an answer has. */
export function createAnswers(numbers: number): Answers {
  const kept = new Map<string, unknown>();
  const most = Math.max(1, Math.min(MOST_ANSWERS, Math.floor(MOST_NUMBERS / Math.max(1, numbers))));
  return {
    async to<T>(question: string, compute: () => Promise<T>) {
      if (kept.has(question)) return kept.get(question) as T;
      const answer = await compute();
      kept.set(question, answer);
      const [oldest] = kept.keys();
      if (kept.size > most) kept.delete(oldest);
      return answer;
    },
  };
}
