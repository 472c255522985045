/** Something to wait for until it is ended. */
export interface Gate {
  over: Promise<void>;
  end(): void;
}

export function gate(): Gate {
  let end: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}
