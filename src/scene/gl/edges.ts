import type { RenderParams } from 'sigma/types';
import type { Stage } from '../stage';
import { CURVE_CORNERS, CURVE_SHAPE } from './curves';
import { EDGE_COLOUR, EDGE_FRAGMENT, EDGE_LOOKUP, edgeData } from './edge-data';
import { createInstances, type Instances, THING_LOOKUP } from './instances';
import { LINE_CORNERS, LINE_SHAPE } from './lines';
import { POINT_LOOKUP } from './point-textures';
import type { Drawing } from './sigma-program';

const VERTEX = `${POINT_LOOKUP}${THING_LOOKUP}${EDGE_LOOKUP}${EDGE_COLOUR}
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_zoom;
uniform float u_rim;
uniform float u_spread;
uniform float u_width;
uniform float u_head;
out float v_along;
out float v_side;
out float v_half;
out vec4 v_colour;

vec2 pixelsOf(vec2 place) {
  return (u_matrix * vec3(place * 0.5 + 0.5, 1.0)).xy * u_viewport * 0.5;
}

void finish(vec2 place, bool isHead) {
  gl_Position = vec4(place * 2.0 / u_viewport, 0.0, 1.0);
  // A head is small: it is seen only when it is stronger than its line.
  v_colour = edgeColour(ownColour, ends, isHead ? 2.2 : 1.0);
  if (isHead) v_half = 1.0;
}
`;

const UNIFORMS = [
  ...(['u_zoom', 'u_rim', 'u_spread', 'u_width', 'u_head', 'u_line', 'u_pixelRatio'] as const),
  ...(['u_pulse', 'u_bothWays', 'u_ember'] as const),
];

/** Edges or trails: they keep the indices of their ends and follow their points. Most are straight; some are curves. */
export function createEdges(gl: WebGL2RenderingContext, stage: Stage): Drawing {
  const shapes = [
    { shape: LINE_SHAPE, corners: LINE_CORNERS, which: ({ straight }: Stage) => straight },
    { shape: CURVE_SHAPE, corners: CURVE_CORNERS, which: ({ curved }: Stage) => curved },
  ].map(({ shape, corners, which }) => ({
    which,
    /** Of the shaft, and with the head, which comes last. */
    vertices: [corners.length / 3 - 3, corners.length / 3],
    shape: {
      ...{ vertex: VERTEX + shape, fragment: EDGE_FRAGMENT, uniforms: UNIFORMS },
      ...{ corners, things: (stage: Stage) => edgeData(stage.lines, which(stage)) },
    },
  }));
  /** By shape, each made when the first line of it is drawn: few graphs have curves, and a program takes the device long. */
  const made = new Map<object, Instances<(typeof UNIFORMS)[number]>>();

  function render(params: RenderParams) {
    const { lines, look, nodeScale } = stage;
    const zoom = 1 / params.sizeRatio;
    const rgb = ([red, green, blue]: readonly number[]) => [red / 255, green / 255, blue / 255] as const;
    for (const { which, vertices, shape } of shapes) {
      const [from, to] = stage.lineSpan.map((share) => Math.round(which(stage).length * share));
      if (from === to) continue;
      const instances = made.get(shape) ?? createInstances(gl, stage, shape);
      made.set(shape, instances);
      const { uniforms } = instances;
      instances.begin(params);
      gl.uniform1f(uniforms.u_zoom, nodeScale * zoom);
      gl.uniform1f(uniforms.u_rim, look.outline * nodeScale);
      gl.uniform1f(uniforms.u_spread, Math.sqrt(zoom));
      gl.uniform1f(uniforms.u_width, look.lineWidth * Math.sqrt(zoom));
      gl.uniform1f(uniforms.u_head, lines.directed ? look.head * Math.sqrt(zoom) : 0);
      gl.uniform4f(uniforms.u_line, ...rgb(look.line), look.line[3] / 255);
      gl.uniform1f(uniforms.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniforms.u_pulse, stage.pulse ?? -1);
      gl.uniform1i(uniforms.u_bothWays, lines.directed ? 0 : 1);
      gl.uniform3f(uniforms.u_ember, ...rgb(look.ember));
      instances.draw([from, to], lines.directed ? vertices[1] : vertices[0]);
    }
  }

  return { render, kill: () => made.forEach((instances) => void instances.kill()) };
}
