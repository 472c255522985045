import type Sigma from 'sigma';

/** A click focuses a node, or nothing on the background, and with Shift says so; over a node the pointer says that it can be clicked. */
export function listenToPointer(
  sigma: Sigma,
  onFocus: (node: number | null, shift: boolean) => void,
  /** Whether a click is the end of something else. */
  isOther: () => boolean,
  onHover: (node: number | null) => void,
): void {
  sigma.on('clickNode', ({ node, event }) => isOther() || onFocus(Number(node), event.original.shiftKey));
  sigma.on('clickStage', ({ event }) => isOther() || onFocus(null, event.original.shiftKey));
  // Sigma takes two quick clicks for one double click that zooms, even on two nodes: here they are two clicks.
  sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    onFocus(Number(node), event.original.shiftKey);
  });
  sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    preventSigmaDefault();
    onFocus(null, event.original.shiftKey);
  });

  const hover = (node: number | null) => {
    sigma.getContainer().style.cursor = node === null ? '' : 'pointer';
    onHover(node);
  };
  sigma.on('enterNode', ({ node }) => hover(Number(node)));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('leaveStage', () => hover(null));
}
