import { useLayoutEffect, useRef, useState } from 'react';
import { actions } from '../store/actions';
import { useStore } from '../store/store';
import { clicked } from './clicked';
import type { Inset } from './frame';
import { registerScene, type SceneName } from './handles';
import type { SceneInput } from './input';
import { createScene, type Scene } from './scene';
import { stepDrawn } from './step-cost';
import './scene-canvas.css';

interface SceneCanvasProps {
  name: SceneName;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** Null while there is nothing to draw. */
  input: SceneInput | null;
  /** The first nodes are on the canvas. */
  onPainted?(): void;
  /** A node was pulled to a place in the frame. */
  onDrag?(node: number, x: number, y: number): void;
}

/** Kept free around the drawing: half a node, and the outline of its class. */
const MARGIN = 24;
/** Of the graph's view, over whose upper edge the slider lies where it is wide: see `view-panel.css`. */
const BELOW_SLIDER = 38;
const NARROW = 560;

function insetIn(name: SceneName, width: number): Inset {
  const top = name === 'graph' && width > NARROW ? BELOW_SLIDER : MARGIN;
  return { top, right: MARGIN, bottom: MARGIN, left: MARGIN };
}

/** One scene for as long as the component lives; it fills its parent, which must be positioned. */
export function SceneCanvas({ name, label, input, onPainted, onDrag }: SceneCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene | null>(null);
  const told = useRef({ onPainted, onDrag });
  const [builds, setBuilds] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  told.current = { onPainted, onDrag };

  // After graphics were lost `builds` has changed, and the scene is built again.
  useLayoutEffect(() => {
    if (!container.current) return;
    try {
      const built = createScene(container.current, {
        inset: (width) => insetIn(name, width),
        onFocus: clicked,
        onHover: (node) => actions.setHovered(node, name),
        lasso: () => useStore.getState().lasso,
        onLasso: actions.select,
        onDrag: (node, x, y) => told.current.onDrag?.(node, x, y),
        onPainted: () => told.current.onPainted?.(),
        onLost: () => setBuilds((count) => count + 1),
      });
      const unregister = registerScene(name, built);
      scene.current = built;
      useStore.setState({ softwareGraphics: built.software });
      setFailure(null);
      return () => {
        unregister();
        scene.current = null;
        built.kill();
      };
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, [name, builds]);

  useLayoutEffect(() => {
    scene.current?.update(input);
    stepDrawn();
  });

  const lasso = useStore((state) => state.lasso);
  return (
    <>
      <div
        ref={container}
        className="scene"
        data-lasso={lasso}
        role="img"
        aria-label={label}
        data-control={`${name}-view`}
      />
      {failure !== null && (
        <p className="scene-failure" role="alert">
          {failure}.
        </p>
      )}
    </>
  );
}
