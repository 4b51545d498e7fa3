/** How well some answers agree with the truth. */
export interface Accuracy {
  /** Right ones. */
  right: number;
  /** Answers that are wrong. */
  wrong: string[];
  /** Truths that no answer names. */
  missed: string[];
}

/** Compares answers with the truth. */
export function compare(answers: readonly string[], truth: readonly string[]): Accuracy {
  return { right: answers.filter((name) => truth.includes(name)).length, wrong: answers.filter((name) => !truth.includes(name)), missed: truth.filter((name) => !answers.includes(name)) };
}

/** The share of right answers among all answers, and among all truths; 1 where there are none. */
export function totals(all: readonly Accuracy[]): { precision: number; recall: number } {
  const sum = (count: (one: Accuracy) => number): number => all.reduce((total, one) => total + count(one), 0);
  const right = sum((one) => one.right);
  const share = (other: number): number => (right + other === 0 ? 1 : right / (right + other));
  return { precision: share(sum(({ wrong }) => wrong.length)), recall: share(sum(({ missed }) => missed.length)) };
}
