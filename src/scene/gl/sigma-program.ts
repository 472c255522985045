import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** What to tell a person whose browser cannot draw the views. */
export const NO_WEBGL2 =
  'The views need WebGL 2, which this browser does not give: update it or turn its 3-D graphics on';

/** Draws all of one kind, from the stage. */
export interface Drawing {
  render(params: RenderParams): void;
  kill(): void;
}

export type DrawingFactory = (gl: WebGL2RenderingContext) => Drawing;

/**
 * A drawing in the shape Sigma asks of a program. Sigma offers every node and edge to its programs, one by one, each time
 * anything changes; these ignore that and draw the stage, so a step costs two texture uploads and a frame one uniform.
 */
export function sigmaProgram(create: DrawingFactory): NodeProgramType & EdgeProgramType {
  return class {
    drawLabel = undefined;
    drawHover = undefined;
    private drawing: Drawing;

    constructor(gl: WebGLRenderingContext) {
      // Sigma asks for WebGL 2 and takes WebGL 1 where there is no 2.
      if (!(gl instanceof WebGL2RenderingContext)) throw new Error(NO_WEBGL2);
      this.drawing = create(gl);
    }

    reallocate() {}
    process() {}

    render(params: RenderParams) {
      this.drawing.render(params);
    }

    kill() {
      this.drawing.kill();
    }
  };
}

/** For what Sigma would draw and the scene does not, such as hovered nodes once more. */
export const nothing: DrawingFactory = () => ({ render() {}, kill() {} });
