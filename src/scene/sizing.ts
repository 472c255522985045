/** The size of a container, which may have none for a while. */
export interface Sizing {
  /** Whether there is nothing to be seen of it. */
  hidden(): boolean;
  stop(): void;
}

/** @param onSize called when it has another size, or one again. @param size the one it has been told of. */
export function followSize(
  container: HTMLElement,
  size: { width: number; height: number },
  onSize: () => void,
): Sizing {
  let hidden = false;
  let known = size;
  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = container;
    const same = !hidden && width === known.width && height === known.height;
    hidden = width === 0 || height === 0;
    known = { width, height };
    // It is told of the size it opens with, too.
    if (!hidden && !same) onSize();
  });
  observer.observe(container);
  return { hidden: () => hidden, stop: () => observer.disconnect() };
}
