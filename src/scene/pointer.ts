import type Sigma from 'sigma';

/** A click focuses a node, or nothing on the background; over a node the pointer says that it can be clicked. */
export function listenToPointer(
  sigma: Sigma,
  onFocus: (node: number | null) => void,
  /** Whether a click is the end of something else. */
  isOther: () => boolean,
  onHover: (node: number | null) => void,
): void {
  sigma.on('clickNode', ({ node }) => isOther() || onFocus(Number(node)));
  sigma.on('clickStage', () => isOther() || onFocus(null));
  // Sigma takes two quick clicks for one double click that zooms, even on two nodes: here they are two clicks.
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    onFocus(Number(node));
  });
  sigma.on('doubleClickStage', ({ preventSigmaDefault }) => {
    preventSigmaDefault();
    onFocus(null);
  });

  const hover = (node: number | null) => {
    sigma.getContainer().style.cursor = node === null ? '' : 'pointer';
    onHover(node);
  };
  sigma.on('enterNode', ({ node }) => hover(Number(node)));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('leaveStage', () => hover(null));
}
